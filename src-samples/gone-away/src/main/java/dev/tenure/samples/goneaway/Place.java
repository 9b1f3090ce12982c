package dev.tenure.samples.goneaway;

import dev.tenure.samples.database.DatabaseServer;
import java.sql.Connection;
import java.sql.Driver;
import java.sql.SQLException;
import java.util.Optional;
import java.util.Properties;
import java.util.ServiceLoader;

/** Where the database is. The server closes each session of ours after 2 s of idleness. */
record Place(String url, String user, String password) {

    static final int WAIT_TIMEOUT_SECONDS = 2;

    /** The user's own database, if one is named by system properties or by the environment. */
    static Optional<Place> configured() {
        return setting("demo.url", "DEMO_URL")
                .map(url -> with(
                        url,
                        setting("demo.user", "DEMO_USER").orElse(""),
                        setting("demo.password", "DEMO_PASSWORD").orElse("")));
    }

    static Place on(DatabaseServer server) {
        return with(server.url(), server.user(), server.password());
    }

    private static Place with(String url, String user, String password) {
        // Connector/J sets the variable in each session that it opens; the server's own setting stays as it is.
        var separator = url.contains("?") ? "&" : "?";
        return new Place(url + separator + "sessionVariables=wait_timeout=" + WAIT_TIMEOUT_SECONDS, user, password);
    }

    private static Optional<String> setting(String property, String variable) {
        return Optional.ofNullable(System.getProperty(property))
                .filter(text -> !text.isBlank())
                .or(() -> Optional.ofNullable(System.getenv(variable)));
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
        throw new SQLException("No driver for this URL is on the class path: " + url.replaceFirst("\\?.*", ""));
    }
}
