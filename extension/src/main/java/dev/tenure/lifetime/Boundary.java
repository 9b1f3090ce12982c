package dev.tenure.lifetime;

import dev.tenure.CloseReason;
import dev.tenure.vendor.Fault;
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
        var reason = cleanUp(connection, origin);
        tell(connection, origin);
        return reason;
    }

    /** Says what a unit's begin or end needed the server for, if it did. */
    void tell(PhysicalConnection connection, String origin) {
        if (!connection.tally.isEmpty()) {
            listener.boundary(connection, origin, connection.tally.take());
        }
    }

    private CloseReason cleanUp(PhysicalConnection connection, String origin) {
        closeStatements(connection, origin);
        boolean clean = rollBack(connection, origin);
        var reason = database.fitness().atBoundary(connection);
        if (reason == null && !clean) {
            return CloseReason.STATE; // alive, but perhaps with somebody's transaction on it
        }
        return reason == null ? resetSession(connection) : reason;
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

    private boolean rollBack(PhysicalConnection connection, String origin) {
        boolean done = true;
        if (connection.inTransaction()) {
            boolean worked = connection.worked || connection.exposed;
            long start = database.exactNow();
            done = attempt(connection, "rolling back", connection.raw::rollback);
            connection.tally.rolledBack(database.exactNow() - start);
            if (worked) {
                listener.workLost(connection, origin);
            }
        }
        connection.transactionEnded();
        return done;
    }

    /** Rolls back what the manager of a transaction does not want; false if it may still be there. */
    boolean undo(PhysicalConnection connection) {
        boolean done = !connection.inTransaction()
                || attempt(connection, "rolling back a transaction", connection.raw::rollback);
        connection.transactionEnded();
        return done;
    }

    /** What SQL has changed in the session does not reach the next unit, as far as {@code session-reset} says and the server tells (R16). */
    CloseReason resetSession(PhysicalConnection connection) {
        return connection.sessionResetDue() ? resetChangedSession(connection) : null;
    }

    private CloseReason resetChangedSession(PhysicalConnection connection) {
        boolean[] clean = new boolean[1];
        long start = database.exactNow();
        attempt(connection, "resetting the session", () -> {
            connection.reconcile(JdbcState.NOTHING);
            clean[0] = connection.session.reset();
            if (clean[0]) {
                Opening.makeReady(connection.raw, connection.settings);
                connection.session.settled();
            }
        });
        connection.tally.reset(database.exactNow() - start);
        connection.sessionUsed = false;
        return clean[0] ? null : CloseReason.STATE;
    }

    private boolean attempt(PhysicalConnection connection, String what, Deadline.Step step) {
        try {
            Deadline.within(connection.raw, database.settings().validationTimeoutNanos(), step);
            return true;
        } catch (SQLException | RuntimeException | Error e) {
            listener.failed(database.name(), what, e);
            saw(connection, connection.vendor.fault(e, connection.raw, false));
            return false;
        }
    }

    private void saw(PhysicalConnection connection, Fault fault) {
        switch (fault) {
            case BROKEN -> database.fitness().died(connection);
            case STALE_ROLE -> database.fitness().lostRole(connection);
            case UNKNOWN, HARMLESS -> connection.suspect = true; // nothing of ours may fail
        }
    }
}
