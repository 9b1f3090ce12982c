package dev.tenure.lifetime;

import java.sql.SQLException;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** A transaction and its manager in one, of one phase; its time-out, say, may end it on another thread. */
final class FakeTransaction extends JoinableTransaction {

    final List<TransactionUnit> enlisted = new CopyOnWriteArrayList<>();
    volatile boolean rollbackOnly;
    volatile String state;
    SQLException enlistRefusal;

    @Override
    protected void mustBeOpen(String database) throws SQLException {
        if (state != null || rollbackOnly) {
            throw TransactionMessages.tooLate(database, state == null ? "is marked for roll back" : state);
        }
    }

    @Override
    protected synchronized void enlist(TransactionUnit unit) throws SQLException {
        if (enlistRefusal != null) {
            throw enlistRefusal;
        }
        mustBeOpen("default"); // a real manager looks again, too
        enlisted.add(unit);
    }

    @Override
    protected void setRollbackOnly() {
        rollbackOnly = true;
    }

    /** False if somebody else ends it, or has. */
    private synchronized boolean end(String how) {
        if (state != null) {
            return false;
        }
        state = how;
        return true;
    }

    /** As a manager does it: only if nobody has said that it must not. */
    void commit() throws SQLException {
        if (rollbackOnly) {
            rollback();
        }
        if (!end("is about to end")) {
            throw new SQLException("rolled back", "40000");
        }
        try {
            for (var unit : enlisted) {
                unit.commitBranch();
            }
        } finally {
            state = "has ended";
            over();
        }
    }

    void rollback() {
        if (end("is rolled back")) {
            enlisted.forEach(TransactionUnit::rollBackBranch);
            over();
        }
    }
}
