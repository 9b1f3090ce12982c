package dev.tenure.it;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tenure.samples.database.DatabaseServer;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.concurrent.TimeUnit;

/** A server of whatever dialect: where it is, who may do what, and how it is asked. */
record Target(
        Dialect dialect, String url, int port, String user, String password, String rootUser, String rootPassword) {

    private static final long PATIENCE = TimeUnit.SECONDS.toNanos(5);

    /** What differs between the servers' languages and the drivers' errors. */
    enum Dialect {
        MYSQL(
                "select connection_id()",
                "select count(*) from information_schema.processlist where user='%s'",
                "kill %d",
                "select count(*) from faults where sleep(20) = 0",
                "select repeat('x', 1000) from information_schema.columns limit 50",
                "CommunicationsException 08S01",
                "CommunicationsException 08S01",
                "CommunicationsException 08S01",
                "SQLException S1000",
                "alter user 'tenure'@'%' identified by 'rotated'",
                "SQLException 28000/1045"),
        POSTGRESQL(
                "select pg_backend_pid()",
                "select count(*) from pg_stat_activity where usename='%s'",
                "select pg_terminate_backend(%d, 5000)",
                "select count(*) from faults, pg_sleep(20)",
                "select repeat('x', 1000) from information_schema.columns limit 50",
                "PSQLException 57P01",
                "PSQLException 08006",
                "PSQLException 08001",
                "PSQLException 08006",
                "alter role tenure password 'rotated'",
                "PSQLException 28P01");

        final String idQuery;
        /** How many sessions a user has. */
        final String sessionsQuery;

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

        final String rotatePassword;
        final String accessDenied;

        Dialect(
                String idQuery,
                String sessionsQuery,
                String kill,
                String sleep,
                String manyRows,
                String killed,
                String cut,
                String refused,
                String halfAnAnswer,
                String rotatePassword,
                String accessDenied) {
            this.idQuery = idQuery;
            this.sessionsQuery = sessionsQuery;
            this.kill = kill;
            this.sleep = sleep;
            this.manyRows = manyRows;
            this.killed = killed;
            this.cut = cut;
            this.refused = refused;
            this.halfAnAnswer = halfAnAnswer;
            this.rotatePassword = rotatePassword;
            this.accessDenied = accessDenied;
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

    /** The same database through a network of the test's. */
    String urlThrough(FaultProxy network) {
        return url.replace(":" + port + "/", ":" + network.port() + "/");
    }

    /** A connection of the same user without Tenure. */
    Connection plain() throws SQLException {
        return DriverManager.getConnection(url, user, password);
    }

    /** A connection of the administrator, whom {@link #sessions} does not count. */
    Connection root() throws SQLException {
        return DriverManager.getConnection(url, rootUser, rootPassword);
    }

    /** Executes statements as the administrator. */
    void asRoot(String... statements) throws SQLException {
        try (var root = root()) {
            execute(root, statements);
        }
    }

    /** Executes statements as the user. */
    void asUser(String... statements) throws SQLException {
        try (var plain = plain()) {
            execute(plain, statements);
        }
    }

    private static void execute(Connection connection, String... statements) throws SQLException {
        for (var sql : statements) {
            try (var statement = connection.createStatement()) {
                statement.execute(sql);
            }
        }
    }

    /** The number that a query gives the administrator. */
    long number(String query) throws SQLException {
        try (var root = root()) {
            return Application.number(root, query);
        }
    }

    /** Ends a session, by the server's own number of it. */
    void kill(long session) throws SQLException {
        asRoot(dialect.kill.formatted(session));
    }

    /** How many sessions the server has of Tenure's user. */
    long sessions(Connection root) throws SQLException {
        return Application.number(root, dialect.sessionsQuery.formatted(user));
    }

    /** Asserts how many sessions the server has; a closed one takes it a moment to forget. */
    void awaitSessions(long expected) throws SQLException, InterruptedException {
        try (var root = root()) {
            long deadline = System.nanoTime() + PATIENCE;
            long last = sessions(root);
            while (last != expected && System.nanoTime() < deadline) {
                Thread.sleep(20);
                last = sessions(root);
            }
            assertThat(last).as("sessions on " + url).isEqualTo(expected);
        }
    }
}
