package dev.tenure.samples.database;

import java.sql.Connection;
import java.sql.Driver;
import java.sql.SQLException;
import java.util.Properties;
import java.util.ServiceLoader;

/** A real login: a server that is starting or aborting may accept TCP connections for a moment. */
final class Login {

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
}
