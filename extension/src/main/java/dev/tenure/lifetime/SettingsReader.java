package dev.tenure.lifetime;

import dev.tenure.config.DatabaseSettings;
import java.sql.SQLException;

/** The settings of a database as they are now (R4). */
@FunctionalInterface
public interface SettingsReader {

    /**
     * Reads them anew.
     *
     * @return settings without a mistake
     * @throws SQLException when they can no longer be used
     */
    DatabaseSettings read() throws SQLException;

    /**
     * Where to and as whom, each with the place it was configured in; for the message when that fails.
     *
     * @return keys, values (secrets masked) and sources, or nothing if they are not known
     */
    default String login() {
        return "";
    }
}
