package dev.tenure.it;

import static org.assertj.core.api.Assumptions.assumeThat;

import dev.tenure.samples.database.DatabaseServer;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.sql.DriverManager;
import java.sql.SQLException;

/** A server as the table of failures needs it: where it is, who may do what, and how it is asked. */
record Target(
        Dialect dialect, String url, int port, String user, String password, String rootUser, String rootPassword) {

    /** What differs between the servers' languages and the drivers' errors. */
    enum Dialect {
        MYSQL(
                "select connection_id()",
                "kill %d",
                "select count(*) from faults where sleep(20) = 0",
                "select repeat('x', 1000) from information_schema.columns limit 50",
                "CommunicationsException 08S01",
                "CommunicationsException 08S01",
                "CommunicationsException 08S01",
                "SQLException S1000"),
        POSTGRESQL(
                "select pg_backend_pid()",
                "select pg_terminate_backend(%d)",
                "select count(*) from faults, pg_sleep(20)",
                "select repeat('x', 1000) from information_schema.columns limit 50",
                "PSQLException 57P01",
                "PSQLException 08006",
                "PSQLException 08001",
                "PSQLException 08006");

        final String idQuery;
        final String kill;
        final String sleep;
        final String manyRows;
        /** What a killed session's user sees. */
        final String killed;
        /** What is seen of a cut connection. */
        final String cut;
        /** What is seen of a server that cannot be connected to. */
        final String refused;
        /** What is seen when it is cut in the middle of an answer. */
        final String halfAnAnswer;

        Dialect(
                String idQuery,
                String kill,
                String sleep,
                String manyRows,
                String killed,
                String cut,
                String refused,
                String halfAnAnswer) {
            this.idQuery = idQuery;
            this.kill = kill;
            this.sleep = sleep;
            this.manyRows = manyRows;
            this.killed = killed;
            this.cut = cut;
            this.refused = refused;
            this.halfAnAnswer = halfAnAnswer;
        }
    }

    static Target of(DatabaseServer server) {
        return new Target(
                Dialect.MYSQL,
                server.url(),
                server.port(),
                server.user(),
                server.password(),
                server.rootUser(),
                server.rootPassword());
    }

    /** The one PostgreSQL of this JVM; ended by its own shutdown hook. Its binaries are fetched for Linux on x86-64 only. */
    static Target postgreSql() {
        assumeThat(System.getProperty("os.name") + " " + System.getProperty("os.arch"))
                .as("PostgreSQL is tested on Linux amd64 only: its other binaries are not in it-tests/pom.xml")
                .isEqualTo("Linux amd64");
        return PostgreSql.TARGET;
    }

    /** Started at its first use. */
    private static final class PostgreSql {
        private static final Target TARGET = start();

        private static Target start() {
            try {
                var server = EmbeddedPostgres.builder().start();
                var root = server.getJdbcUrl("postgres", "postgres");
                try (var connection = DriverManager.getConnection(root);
                        var statement = connection.createStatement()) {
                    statement.execute("create role tenure login password 'tenure-secret'");
                    statement.execute("create database tenure owner tenure");
                }
                return new Target(
                        Dialect.POSTGRESQL,
                        "jdbc:postgresql://127.0.0.1:" + server.getPort() + "/tenure?sslmode=disable",
                        server.getPort(),
                        "tenure",
                        "tenure-secret",
                        "postgres",
                        "postgres");
            } catch (IOException | SQLException e) {
                throw new AssertionError(e);
            }
        }
    }
}
