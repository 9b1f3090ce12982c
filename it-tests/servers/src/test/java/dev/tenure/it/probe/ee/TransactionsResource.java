package dev.tenure.it.probe.ee;

import jakarta.annotation.Resource;
import jakarta.ejb.EJB;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Status;
import jakarta.transaction.TransactionSynchronizationRegistry;
import jakarta.transaction.UserTransaction;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import java.sql.SQLException;

/** Transactions of every kind; what came of them is in the table. */
@Path("transactions")
@RequestScoped
public class TransactionsResource {

    @Inject
    private Ledger ledger;

    @Inject
    private XaLedger xa;

    @EJB
    private LedgerEjb ejb;

    @Resource
    private UserTransaction transaction;

    @Resource
    private TransactionSynchronizationRegistry registry;

    @GET
    @Path("{kind}")
    public String run(@PathParam("kind") String kind) throws Exception {
        switch (kind) {
            case "transactional" -> ledger.book(1, 2);
            case "transactional-exception" -> failing(() -> ledger.bookAndFail(1));
            case "transactional-marked" -> ledger.bookAndMark(1, registry);
            case "transactional-requires-new" -> failing(() -> ledger.bookTwiceAndFail(1, 10));
            case "transactional-commit-by-hand" -> {
                return ledger.bookAndCommitByHand(1);
            }
            case "ejb" -> ejb.book(1);
            case "ejb-exception" -> failing(() -> ejb.bookAndFail(1));
            case "xa-managed-first" -> {
                return outcome(() -> xa.bookManagedFirst(1, 2));
            }
            case "xa-first" -> {
                return outcome(() -> xa.bookXaFirst(1, 2));
            }
            case "xa-exception" -> failing(() -> xa.bookAndFail(1, 2));
            case "xa-broken" -> failing(() -> xa.bookAndBreak(1, 2));
            case "user-commit" -> {
                transaction.begin();
                ledger.insert(1);
                ledger.insert(2);
                transaction.commit();
                ledger.insert(3);
            }
            case "user-rollback" -> {
                transaction.begin();
                ledger.insert(1);
                transaction.rollback();
                ledger.insert(3);
            }
            case "user-time-out" -> {
                return timeOut();
            }
            default -> throw new IllegalArgumentException(kind);
        }
        return "served";
    }

    private String timeOut() throws Exception {
        transaction.setTransactionTimeout(1);
        transaction.begin();
        ledger.insert(1);
        for (int i = 0; i < 150 && registry.getTransactionStatus() == Status.STATUS_ACTIVE; i++) {
            Thread.sleep(100); // Payara looks for what has taken too long every ten seconds
        }
        String said;
        try {
            ledger.insert(2);
            said = "served";
        } catch (SQLException e) {
            said = e.getMessage();
        }
        try {
            transaction.commit();
            return "committed, " + said;
        } catch (Exception e) {
            return "not committed (" + e.getClass().getSimpleName() + "), " + said;
        } finally {
            transaction.setTransactionTimeout(0);
        }
    }

    /** A step of a case. */
    @FunctionalInterface
    private interface Step {
        void run() throws Exception;
    }

    private static String outcome(Step step) {
        try {
            step.run();
            return "served";
        } catch (Exception e) {
            return "not committed (" + e.getClass().getSimpleName() + ")";
        }
    }

    private static void failing(Step step) {
        try {
            step.run();
        } catch (Exception e) {
            return;
        }
        throw new AssertionError("no exception");
    }
}
