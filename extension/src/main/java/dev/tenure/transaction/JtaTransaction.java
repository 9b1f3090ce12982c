package dev.tenure.transaction;

import dev.tenure.lifetime.JoinableTransaction;
import dev.tenure.lifetime.TransactionMessages;
import dev.tenure.lifetime.TransactionUnit;
import jakarta.transaction.RollbackException;
import jakarta.transaction.Status;
import jakarta.transaction.Synchronization;
import jakarta.transaction.SystemException;
import jakarta.transaction.Transaction;
import java.sql.SQLException;
import java.util.Map;

/** One transaction of the manager's. */
final class JtaTransaction extends JoinableTransaction implements Synchronization {

    private final Transaction transaction;
    private final Map<Transaction, JtaTransaction> known;

    JtaTransaction(Transaction transaction, Map<Transaction, JtaTransaction> known) {
        this.transaction = transaction;
        this.known = known;
    }

    @Override
    protected void mustBeOpen(String database) throws SQLException {
        int status;
        try {
            status = transaction.getStatus();
        } catch (SystemException e) {
            throw TransactionMessages.unknown(e);
        }
        if (status != Status.STATUS_ACTIVE) {
            throw TransactionMessages.tooLate(database, inWords(status));
        }
    }

    private static String inWords(int status) {
        return switch (status) {
            case Status.STATUS_MARKED_ROLLBACK -> "is marked for roll back";
            case Status.STATUS_ROLLING_BACK, Status.STATUS_ROLLEDBACK -> "is rolled back, perhaps by its time-out";
            case Status.STATUS_COMMITTED, Status.STATUS_NO_TRANSACTION -> "has ended";
            default -> "is about to end";
        };
    }

    @Override
    protected void enlist(TransactionUnit unit) throws SQLException {
        var resource = LastResource.asSuch(
                new LocalResource(unit), transaction.getClass().getClassLoader());
        boolean enlisted;
        try {
            enlisted = transaction.enlistResource(resource);
        } catch (RollbackException | SystemException | RuntimeException e) {
            throw TransactionMessages.refused(unit.databaseName(), e);
        }
        if (!enlisted) {
            throw TransactionMessages.refused(unit.databaseName(), null);
        }
    }

    @Override
    protected void setRollbackOnly() {
        try {
            transaction.setRollbackOnly();
        } catch (SystemException | RuntimeException e) {
            // it has ended, or will hear it from the resource
        }
    }

    @Override
    public void beforeCompletion() {
        // whoever wants to use the connection then can
    }

    /** Whatever the manager has told the resource, nothing stays behind. */
    @Override
    public void afterCompletion(int status) {
        known.remove(transaction, this);
        over();
    }
}
