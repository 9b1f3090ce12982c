package dev.tenure.lifetime;

import dev.tenure.config.DatabaseSettings;
import java.sql.Connection;
import java.sql.SQLException;

/** Where physical connections come from: a driver, or a data source of the server (R29). */
@FunctionalInterface
public interface ConnectionSource {

    /**
     * Opens one, on the calling thread, every phase bounded by {@code connect-timeout} (R2).
     *
     * @param settings as they are now
     * @return a new connection, as the driver gave it
     * @throws SQLException what the driver threw
     */
    Connection open(DatabaseSettings settings) throws SQLException;

    /**
     * Lifts what bounds only the opening; called once the connection has been made ready.
     *
     * @param settings what it was opened with
     * @param connection the new connection
     * @throws SQLException when that failed; the connection is closed then
     */
    default void opened(DatabaseSettings settings, Connection connection) throws SQLException {}
}
