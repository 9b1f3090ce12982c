package dev.tenure.it;

import dev.tenure.samples.database.DatabaseServer;
import java.sql.Connection;
import java.sql.Driver;
import java.sql.SQLException;
import java.util.EnumMap;
import java.util.Map;
import java.util.Properties;
import java.util.ServiceLoader;
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

    /** A URL whose sessions are closed by the server when idle for that long. */
    String url(int waitTimeoutSeconds) {
        return started().url() + "&sessionVariables=wait_timeout=" + waitTimeoutSeconds;
    }

    /** A plain connection, as one would have without Tenure. */
    Connection plain(String url, String user, String password) throws SQLException {
        var properties = new Properties();
        properties.setProperty("user", user);
        properties.setProperty("password", password);
        for (var driver : ServiceLoader.load(Driver.class)) {
            if (driver.getClass().getName().startsWith("com.mysql.")) {
                return driver.connect(url, properties);
            }
        }
        throw new IllegalStateException("Connector/J is not on the class path");
    }

    Connection plain(String url) throws SQLException {
        return plain(url, started().user(), started().password());
    }

    /** How many sessions the server has of Tenure's user. */
    int sessions() throws SQLException {
        var server = started();
        try (var admin = plain(server.url(), server.rootUser(), server.rootPassword());
                var statement = admin.createStatement();
                var rows = statement.executeQuery(
                        "select count(*) from information_schema.processlist where user='" + server.user() + "'")) {
            rows.next();
            return rows.getInt(1);
        }
    }
}
