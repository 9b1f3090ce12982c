package dev.tenure;

import java.sql.Connection;
import java.time.Duration;

/**
 * CDI event: a physical connection was opened. Fired once for each, on the thread that needs it or on Tenure's own, after {@code init-sql} and before its first use. An
 * observer that throws makes the opening fail; the connection is closed then.
 *
 * @param database the database's name
 * @param connectionId a number for logs, unique for the database within this run
 * @param connection the driver's connection, for statements of the observer's own; not to be kept or closed
 * @param took how long opening took, from before the connect
 */
public record ConnectionOpened(String database, long connectionId, Connection connection, Duration took) {}
