package dev.tenure.lifetime;

import java.sql.SQLException;
import java.sql.SQLNonTransientConnectionException;
import java.sql.SQLTransactionRollbackException;

/** What users are told about transactions of a manager (JTA). Every text has its number; 0400 to 0499 are ours. */
public final class TransactionMessages {

    private static final String INVALID_TRANSACTION_STATE = "25000";
    private static final String ROLLED_BACK = "40000";

    private TransactionMessages() {}

    static SQLException secondDatabase(String database, String first) {
        return new SQLException(
                ("TNR-0401: Database \"%s\" cannot take part in this transaction: database \"%s\" does already, and of two that"
                                + " commit one after the other the second may fail. Use \"%s\" in a transaction of its own"
                                + " (REQUIRES_NEW) or in none (NOT_SUPPORTED), or keep it out of all by tenure.%s.transactions=off.")
                        .formatted(database, first, database, database),
                INVALID_TRANSACTION_STATE);
    }

    static SQLException managersBusiness(String database, Origin origin, String call) {
        return new SQLException(
                ("TNR-0402: %s is not allowed on the connection of %s to database \"%s\": the transaction belongs to the transaction"
                                + " manager. It commits when the @Transactional method returns; to roll back, throw a RuntimeException"
                                + " or call setRollbackOnly().")
                        .formatted(call, origin, database),
                INVALID_TRANSACTION_STATE);
    }

    static SQLException workBefore(String database, Origin origin) {
        return new SQLException(
                ("TNR-0403: The connection of %s to database \"%s\" has uncommitted work from before this transaction. Commit it or"
                                + " roll it back first.")
                        .formatted(origin, database),
                INVALID_TRANSACTION_STATE);
    }

    /**
     * The transaction can take no more work.
     *
     * @param database which database was to be used
     * @param state what has become of it, as the rest of a sentence
     * @return to be thrown
     */
    public static SQLException tooLate(String database, String state) {
        return new SQLTransactionRollbackException(
                ("TNR-0404: Database \"%s\" cannot be used in this transaction: it %s. Work on the database again when it has ended,"
                                + " or in a transaction of its own (REQUIRES_NEW).")
                        .formatted(database, state),
                ROLLED_BACK);
    }

    static SQLException otherConnection(String database, Origin origin) {
        return new SQLException(
                ("TNR-0405: This statement, result or metadata of %s was made on a connection to database \"%s\" that is not the"
                                + " active transaction's. Create it again.")
                        .formatted(origin, database),
                INVALID_TRANSACTION_STATE);
    }

    /**
     * The manager wants two phases.
     *
     * @param database which database
     * @return what is logged, and said to the manager
     */
    public static String onePhaseOnly(String database) {
        return ("TNR-0406: Database \"%s\" cannot take part in a transaction with another resource, such as an XA data source or a"
                        + " queue: it commits in one phase. All is rolled back. Use it in a transaction of its own (REQUIRES_NEW) or in"
                        + " none (NOT_SUPPORTED), or keep it out of all by tenure.%s.transactions=off.")
                .formatted(database, database);
    }

    static SQLException lost(String database, Origin origin) {
        return new SQLNonTransientConnectionException(
                ("TNR-0407: The connection of %s to database \"%s\" was lost in a transaction, which is rolled back; its work is not"
                                + " in the database. Begin a new one.")
                        .formatted(origin, database),
                "08007");
    }

    /**
     * The manager does not take the connection.
     *
     * @param database which database
     * @param cause what it says
     * @return to be thrown
     */
    public static SQLException refused(String database, Throwable cause) {
        return new SQLException(
                ("TNR-0408: Database \"%s\" cannot take part in this transaction: the transaction manager refuses its connection (%s)."
                                + " To work without the transaction set tenure.%s.transactions=off.")
                        .formatted(database, cause == null ? "without a reason" : cause, database),
                INVALID_TRANSACTION_STATE,
                cause);
    }

    static SQLException serverRolledBack(String database, Origin origin) {
        return new SQLTransactionRollbackException(
                ("TNR-0409: The server has rolled back the work of %s on database \"%s\" (after a deadlock or the like;"
                                + " PostgreSQL does so after any error), so the transaction cannot commit. Begin a new one.")
                        .formatted(origin, database),
                ROLLED_BACK);
    }

    /**
     * It cannot be told whether there is a transaction.
     *
     * @param cause what the manager says
     * @return to be thrown
     */
    public static SQLException unknown(Throwable cause) {
        return new SQLException(
                "TNR-0410: The transaction manager cannot tell which transaction is active: " + cause,
                INVALID_TRANSACTION_STATE,
                cause);
    }
}
