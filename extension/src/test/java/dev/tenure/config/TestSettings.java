package dev.tenure.config;

import java.sql.SQLException;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;

/** Settings for tests of other packages, written as a user writes them. */
public final class TestSettings {

    private TestSettings() {}

    /**
     * The settings of a database with the given keys, the others at their defaults.
     *
     * @param values by the last segment of the key, such as {@code max-age}; without {@code url} and {@code datasource} the URL is {@code jdbc:fake:db}
     */
    public static DatabaseSettings of(String database, Map<String, String> values) {
        var properties = new HashMap<String, String>();
        values.forEach((key, value) -> properties.put("tenure." + database + "." + key, value));
        if (!values.containsKey("url") && !values.containsKey("datasource")) {
            properties.put("tenure." + database + ".url", "jdbc:fake:db");
        }
        var configuration = Configuration.load(new MapConfigReader(properties), Set.of());
        if (!configuration.problems().isEmpty()) {
            throw new IllegalArgumentException(String.join("\n", configuration.problems()));
        }
        try {
            return configuration.read(database);
        } catch (SQLException e) {
            throw new IllegalArgumentException(e);
        }
    }
}
