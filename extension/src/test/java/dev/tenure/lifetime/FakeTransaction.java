package dev.tenure.lifetime;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/** A transaction and its manager in one, of one phase. */
final class FakeTransaction extends JoinableTransaction {

    final List<TransactionUnit> enlisted = new ArrayList<>();
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
    protected void enlist(TransactionUnit unit) throws SQLException {
        if (enlistRefusal != null) {
            throw enlistRefusal;
        }
        enlisted.add(unit);
    }

    @Override
    protected void setRollbackOnly() {
        rollbackOnly = true;
    }

    /** As a manager does it: only if nobody has said that it must not. */
    void commit() throws SQLException {
        if (rollbackOnly) {
            rollback();
            throw new SQLException("rolled back", "40000");
        }
        state = "is about to end";
        for (var unit : enlisted) {
            unit.commitBranch();
        }
        state = "has ended";
        over();
    }

    void rollback() {
        state = "is rolled back";
        enlisted.forEach(TransactionUnit::rollBackBranch);
        over();
    }
}
