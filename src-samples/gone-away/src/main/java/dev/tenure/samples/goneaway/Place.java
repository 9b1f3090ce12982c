package dev.tenure.samples.goneaway;

import java.sql.Connection;
import java.sql.Driver;
import java.sql.SQLException;
import java.util.Properties;
import java.util.ServiceLoader;

/** Where the database is. Its sessions are closed by the server after 2 s of idleness. */
record Place(String url, String user, String password) {

    static final int WAIT_TIMEOUT_SECONDS = 2;

    static Place of(String url, String user, String password) {
        var separator = url.contains("?") ? "&" : "?";
        return new Place(url + separator + "sessionVariables=wait_timeout=" + WAIT_TIMEOUT_SECONDS, user, password);
    }

    /** A plain connection, as one would have without Tenure. */
    Connection connect() throws SQLException {
        var properties = new Properties();
        properties.setProperty("user", user);
        properties.setProperty("password", password);
        for (var driver : ServiceLoader.load(Driver.class)) {
            var connection = driver.connect(url, properties);
            if (connection != null) {
                return connection;
            }
        }
        throw new SQLException("No driver for " + url);
    }
}
