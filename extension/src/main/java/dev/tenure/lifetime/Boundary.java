package dev.tenure.lifetime;

import dev.tenure.CloseReason;
import dev.tenure.vendor.Fault;
import java.sql.SQLException;

/**
 * What a connection crosses from one unit to the next: at the end of a lease all is done that must be done before another unit may have it (R13), at the
 * beginning only what could not be done then. Runs in the unit's own thread, throws nothing, and every step that reaches the server has a deadline.
 */
final class Boundary {

    private final Database database;
    private final LifetimeListener listener;

    Boundary(Database database, LifetimeListener listener) {
        this.database = database;
        this.listener = listener;
    }

    // --- the end of a lease ---

    /** Cleans up; then it is idle, or closed: for a reason of its own, or for the one that is given if there is one. */
    void giveBack(PhysicalConnection connection, Origin origin, CloseReason forced) {
        CloseReason reason;
        try {
            reason = cleanUp(connection, origin.toString());
            tell(connection, origin.toString());
        } catch (RuntimeException | Error e) {
            listener.failed(database.name(), "giving back " + connection, e);
            reason = CloseReason.STATE;
        }
        database.leases().ended(connection, origin);
        if (forced == null && reason == null) {
            database.supply().takeBack(connection);
        } else {
            database.disposal().closeSoon(connection, forced == null ? reason : forced);
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

    // --- the end of a transaction of a manager ---

    /** Rolls back what the manager of a transaction does not want; false if it may still be there. */
    boolean undo(PhysicalConnection connection) {
        boolean done = !connection.inTransaction()
                || attempt(connection, "rolling back a transaction", connection.raw::rollback);
        connection.transactionEnded();
        return done;
    }

    // --- the next use ---

    /** Why an idle or parked connection must not be given to another unit; null if it may. */
    CloseReason whyNotForAnother(PhysicalConnection connection, Origin origin) {
        var reason = database.fitness().beforeLease(connection);
        reason = reason == null ? resetSession(connection) : reason; // a parked one has not been at a boundary
        tell(connection, origin.toString());
        return reason;
    }

    /** Why a connection must not be used again by the unit that holds or had parked it; null if it may. */
    CloseReason whyNotForNextUse(PhysicalConnection connection, boolean ofThread, Origin origin) {
        var reason = database.fitness().beforeNextUse(connection, ofThread);
        tell(connection, origin.toString());
        return reason;
    }

    // --- steps of both ---

    /** Says what a unit's begin or end needed the server for, if it did. */
    private void tell(PhysicalConnection connection, String origin) {
        if (!connection.tally.isEmpty()) {
            listener.boundary(connection, origin, connection.tally.take());
        }
    }

    /** What SQL has changed in the session does not reach the next unit, as far as {@code session-reset} says and the server tells (R16). */
    private CloseReason resetSession(PhysicalConnection connection) {
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
