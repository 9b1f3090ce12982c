package dev.tenure.samples.database;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Optional;

/** Starts servers for the tests here and asks them things. */
final class Servers {

    private Servers() {}

    /** By name, so that reports show it. Skips the test, with the reason, where the server cannot run. */
    static DatabaseServer.Builder of(String product) {
        DatabaseServer.Builder builder = product.equals("MySQL") ? DatabaseServer.mysql() : DatabaseServer.mariaDb();
        Optional<String> reason = builder.whyNotAvailable();
        assumeTrue(reason.isEmpty(), () -> reason.orElse(""));
        return builder;
    }

    static Connection login(DatabaseServer server) throws SQLException {
        return DriverManager.getConnection(
                server.url() + "&connectTimeout=5000&socketTimeout=20000", server.user(), server.password());
    }

    static Connection loginAsRoot(DatabaseServer server) throws SQLException {
        return DriverManager.getConnection(
                server.url() + "&connectTimeout=5000&socketTimeout=20000", server.rootUser(), server.rootPassword());
    }

    static String ask(Connection connection, String query) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(query)) {
            rows.next();
            return rows.getString(1);
        }
    }

    static String ask(DatabaseServer server, String query) throws SQLException {
        try (Connection connection = login(server)) {
            return ask(connection, query);
        }
    }

    static void execute(DatabaseServer server, String sql) throws SQLException {
        try (Connection connection = login(server);
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    /** Whether a process with this id lives; one that is dead but not yet waited for does not. */
    static boolean isAlive(long pid) {
        return ProcessHandle.of(pid).isPresent();
    }
}
