package dev.tenure.samples.database;

import dev.tenure.samples.process.Pause;
import dev.tenure.samples.process.Tail;
import dev.tenure.samples.process.WatchedProcess;
import java.sql.Connection;
import java.sql.Driver;
import java.sql.SQLException;
import java.util.Properties;
import java.util.ServiceLoader;
import java.util.concurrent.TimeUnit;

/** A real login: a server that is starting or aborting may accept TCP connections for a moment. */
final class Login {

    private static final long START_SECONDS = 60;
    private static final long POLL_MILLIS = 20;

    private static final String TIMEOUT_MILLIS = "5000";

    private Login() {}

    /** Throws what the driver throws if the server does not let us in. */
    static void attempt(DatabaseServer server) throws SQLException {
        Properties properties = new Properties();
        properties.setProperty("user", server.user());
        properties.setProperty("password", server.password());
        // Connector/J's connect time-out does not cover the handshake.
        properties.setProperty("connectTimeout", TIMEOUT_MILLIS);
        properties.setProperty("socketTimeout", TIMEOUT_MILLIS);
        try (Connection connection = driver(server.url()).connect(server.url(), properties)) {
            connection.setAutoCommit(true);
        }
    }

    private static Driver driver(String url) throws SQLException {
        for (Driver driver : ServiceLoader.load(Driver.class, Login.class.getClassLoader())) {
            if (driver.acceptsURL(url)) {
                return driver;
            }
        }
        throw new IllegalStateException(
                "No driver for " + url + ": add com.mysql:mysql-connector-j to the class path.");
    }

    /** Until it lets somebody in. */
    static void await(DatabaseServer server, WatchedProcess process, DataFolder folder) {
        long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(START_SECONDS);
        while (true) {
            try {
                attempt(server);
                return;
            } catch (SQLException e) {
                if (!process.isAlive() || System.nanoTime() > deadline) {
                    throw new IllegalStateException(whyNotStarted(process, folder), e);
                }
                Pause.millis(POLL_MILLIS);
            }
        }
    }

    private static String whyNotStarted(WatchedProcess process, DataFolder folder) {
        String what = process.isAlive()
                ? "let nobody in within " + START_SECONDS + " s"
                : "ended with exit code " + process.exitCode();
        return "The database server " + what + ". The end of its log:\n" + Tail.of(folder.errorLog());
    }
}
