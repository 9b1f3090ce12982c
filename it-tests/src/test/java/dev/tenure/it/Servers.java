package dev.tenure.it;

import dev.tenure.samples.database.DatabaseServer;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.EnumMap;
import java.util.Map;
import org.junit.jupiter.api.Assumptions;

/** The real servers: one of each kind for all tests of this JVM, ended by the launcher's own shutdown hook. */
enum Servers {
    MARIADB,
    MYSQL;

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

    /** How it is asked, with what is the same on PostgreSQL. */
    Target target() {
        return Target.of(started());
    }

    /** A connection of the administrator, whom {@link #sessions} does not count. */
    Connection admin() throws SQLException {
        return target().root();
    }

    /** Executes statements as the administrator. */
    void execute(String... statements) throws SQLException {
        target().asRoot(statements);
    }

    /** The number that a query gives the administrator. */
    long number(String query) throws SQLException {
        return target().number(query);
    }

    /** How many sessions the server has of Tenure's user. */
    long sessions(Connection admin) throws SQLException {
        return target().sessions(admin);
    }

    /** Asserts how many sessions the server has; a closed one takes it a moment to forget. */
    void awaitSessions(long expected) throws SQLException, InterruptedException {
        target().awaitSessions(expected);
    }
}
