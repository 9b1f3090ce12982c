package dev.tenure.it;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tenure.samples.database.DatabaseServer;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.EnumMap;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Assumptions;

/** The real servers: one of each kind for all tests of this JVM, ended by the launcher's own shutdown hook. */
enum Servers {
    MARIADB,
    MYSQL;

    private static final long PATIENCE = TimeUnit.SECONDS.toNanos(5);
    private static final Map<Servers, DatabaseServer> STARTED = new EnumMap<>(Servers.class);

    /** Starts it at its first use; skips the test where it cannot run, saying why. */
    DatabaseServer started() {
        var builder = this == MARIADB ? DatabaseServer.mariaDb() : DatabaseServer.mysql();
        builder.whyNotAvailable()
                .ifPresent(reason -> Assumptions.abort("The " + this + " half of the tests is skipped: " + reason));
        synchronized (STARTED) {
            return STARTED.computeIfAbsent(this, kind -> builder.start());
        }
    }

    /** One more of its kind, for a test that hurts it; the test closes it. */
    DatabaseServer another() {
        started(); // or skips
        return (this == MARIADB ? DatabaseServer.mariaDb() : DatabaseServer.mysql()).start();
    }

    /** A URL whose sessions are closed by the server when idle for that long. */
    String url(int waitTimeoutSeconds) {
        return started().url() + "&sessionVariables=wait_timeout=" + waitTimeoutSeconds;
    }

    /** A connection without Tenure, of the same user. */
    Connection plain(String url) throws SQLException {
        return DriverManager.getConnection(url, started().user(), started().password());
    }

    /** A connection of the administrator, whom {@link #sessions} does not count. */
    Connection admin() throws SQLException {
        return DriverManager.getConnection(
                started().url(), started().rootUser(), started().rootPassword());
    }

    /** Executes statements as the administrator. */
    void execute(String... statements) throws SQLException {
        try (var admin = admin()) {
            for (var sql : statements) {
                Application.update(admin, sql);
            }
        }
    }

    /** The number that a query gives the administrator. */
    long number(String query) throws SQLException {
        try (var admin = admin()) {
            return Application.number(admin, query);
        }
    }

    /** How many sessions the server has of Tenure's user. */
    long sessions(Connection admin) throws SQLException {
        return Application.number(
                admin,
                "select count(*) from information_schema.processlist where user='"
                        + started().user() + "'");
    }

    /** Asserts how many sessions the server has; a closed one takes it a moment to forget. */
    void awaitSessions(long expected) throws SQLException, InterruptedException {
        try (var admin = admin()) {
            long deadline = System.nanoTime() + PATIENCE;
            long last = sessions(admin);
            while (last != expected && System.nanoTime() < deadline) {
                Thread.sleep(20);
                last = sessions(admin);
            }
            assertThat(last).as("sessions on " + this).isEqualTo(expected);
        }
    }
}
