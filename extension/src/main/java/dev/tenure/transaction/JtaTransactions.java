package dev.tenure.transaction;

import dev.tenure.lifetime.JoinableTransaction;
import dev.tenure.lifetime.TransactionMessages;
import dev.tenure.lifetime.Transactions;
import jakarta.transaction.RollbackException;
import jakarta.transaction.Status;
import jakarta.transaction.SystemException;
import jakarta.transaction.Transaction;
import java.sql.SQLException;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;

/** The transactions of one manager, which is looked for at the first question: before, a server may have no names to find it by. */
final class JtaTransactions implements Transactions {

    private final Supplier<Manager> search;
    private volatile Manager manager;

    /** Those that have asked for a connection and are not over. The specification asks for {@code equals} (JTA 2.0, 3.3.4). */
    private final Map<Transaction, JtaTransaction> known = new ConcurrentHashMap<>();

    JtaTransactions(Supplier<Manager> search) {
        this.search = search;
    }

    @Override
    public JoinableTransaction active() throws SQLException {
        var transactions = manager().transactions();
        if (transactions == null) {
            return null;
        }
        try {
            var transaction = transactions.getTransaction();
            return transaction == null ? null : joinable(transaction);
        } catch (SystemException e) {
            throw TransactionMessages.unknown(e);
        }
    }

    private Manager manager() {
        var found = manager;
        if (found == null) {
            found = search.get();
            manager = found;
        }
        return found;
    }

    private JtaTransaction joinable(Transaction transaction) throws SystemException, SQLException {
        var present = known.get(transaction);
        if (present != null) {
            return present;
        }
        return switch (transaction.getStatus()) {
            case Status.STATUS_ACTIVE -> newcomer(transaction);
            case Status.STATUS_NO_TRANSACTION, Status.STATUS_COMMITTED ->
                null; // after completion there is none (JTA 2.0, 3.3.2)
            default -> new JtaTransaction(transaction, known); // which refuses
        };
    }

    private JtaTransaction newcomer(Transaction transaction) throws SystemException, SQLException {
        var newcomer = new JtaTransaction(transaction, known);
        var present = known.putIfAbsent(transaction, newcomer);
        if (present != null) {
            return present;
        }
        try {
            if (manager().synchronizations() == null) {
                transaction.registerSynchronization(newcomer);
            } else {
                manager().synchronizations().registerInterposedSynchronization(newcomer);
            }
            return newcomer;
        } catch (RollbackException | IllegalStateException e) {
            known.remove(transaction, newcomer);
            return newcomer; // marked for roll back at this moment: it will say so
        } catch (SystemException | RuntimeException | Error e) {
            known.remove(transaction, newcomer);
            throw e;
        }
    }
}
