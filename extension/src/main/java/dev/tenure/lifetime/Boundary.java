package dev.tenure.lifetime;

import dev.tenure.CloseReason;
import java.sql.SQLException;

/**
 * The end of a lease: what must be done before another unit may have the connection (R13). Runs in the unit's last thread, throws nothing, and every step
 * that reaches the server has a deadline.
 */
final class Boundary {

    private final Database database;
    private final LifetimeListener listener;

    Boundary(Database database, LifetimeListener listener) {
        this.database = database;
        this.listener = listener;
    }

    /**
     * Cleans up.
     *
     * @return why it must be closed, or null if it may be used again
     */
    CloseReason cross(PhysicalConnection connection, String origin) {
        closeStatements(connection, origin);
        rollBack(connection, origin);
        if (connection.broken) {
            return CloseReason.BROKEN;
        }
        if (connection.staleRole) {
            return CloseReason.STALE_ROLE;
        }
        var reason = database.obsolete(connection);
        if (reason != null) {
            return reason;
        }
        if (connection.suspect && !ping(connection)) {
            return CloseReason.SUSPECT;
        }
        connection.suspect = false;
        return null;
    }

    private void closeStatements(PhysicalConnection connection, String origin) {
        if (connection.statements.isEmpty()) {
            return;
        }
        int count = connection.statements.size();
        for (var statement : connection.statements) {
            if (!connection.broken) {
                attempt(connection, "closing a statement", statement::close);
            }
        }
        connection.statements.clear();
        listener.statementsLeftOpen(connection, origin, count);
    }

    private void rollBack(PhysicalConnection connection, String origin) {
        if (connection.inTransaction()) {
            attempt(connection, "rolling back", connection.raw::rollback);
            listener.workLost(connection, origin);
        }
        connection.dirty = false;
    }

    private void attempt(PhysicalConnection connection, String what, Deadline.Step step) {
        try {
            Deadline.within(connection.raw, database.settings().validationTimeoutNanos(), step);
        } catch (SQLException | RuntimeException | Error e) {
            listener.failed(database.name(), what, e);
            switch (connection.vendor.fault(e, connection.raw, false)) {
                case BROKEN -> {
                    connection.broken = true;
                    database.died(connection);
                }
                case STALE_ROLE -> connection.staleRole = true;
                default -> connection.suspect = true;
            }
        }
    }

    /** Whether it is alive; a proven death concerns those opened before it, too (R18). */
    boolean ping(PhysicalConnection connection) {
        boolean[] alive = new boolean[1];
        try {
            long timeout = database.settings().validationTimeoutNanos();
            Deadline.within(connection.raw, timeout, () -> alive[0] = connection.vendor.ping(connection.raw, timeout));
        } catch (SQLException | RuntimeException | Error e) {
            alive[0] = false;
        }
        if (alive[0]) {
            connection.checkedGeneration = database.generation();
        } else {
            connection.broken = true;
            database.died(connection);
        }
        return alive[0];
    }
}
