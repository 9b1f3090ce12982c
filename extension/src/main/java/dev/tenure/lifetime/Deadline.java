package dev.tenure.lifetime;

import java.sql.Connection;
import java.sql.SQLException;

/** Bounds what we do on a connection of our own accord, so that a black-holed socket costs no more than {@code validation-timeout} (R12). */
final class Deadline {

    private Deadline() {}

    /** Something to do on a connection. */
    @FunctionalInterface
    interface Step {
        void run() throws SQLException;
    }

    /**
     * Runs a step with the network timeout set, and sets it back. No round trip with the drivers known.
     *
     * @throws SQLException what the step threw; a connection that missed the deadline has been closed by its driver
     */
    static void within(Connection connection, long nanos, Step step) throws SQLException {
        int before = tighten(connection, nanos);
        try {
            step.run();
        } finally {
            restore(connection, before);
        }
    }

    private static final int UNSUPPORTED = -1;

    private static int tighten(Connection connection, long nanos) {
        try {
            int before = connection.getNetworkTimeout();
            connection.setNetworkTimeout(Runnable::run, millis(nanos));
            return before;
        } catch (SQLException | RuntimeException | LinkageError e) {
            return UNSUPPORTED; // the driver has no such thing, or the connection is dead, which the step will tell
        }
    }

    private static void restore(Connection connection, int before) {
        if (before == UNSUPPORTED) {
            return;
        }
        try {
            connection.setNetworkTimeout(Runnable::run, before);
        } catch (SQLException | RuntimeException e) {
            abort(connection); // a forgotten deadline would cut the next user's long query
        }
    }

    private static int millis(long nanos) {
        return (int) Math.max(1, Math.min(Integer.MAX_VALUE, nanos / 1_000_000));
    }

    static void abort(Connection connection) {
        try {
            connection.abort(Runnable::run);
        } catch (SQLException | RuntimeException | LinkageError e) {
            // nothing more can be done with it
        }
    }
}
