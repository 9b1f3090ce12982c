package dev.tenure.lifetime;

import dev.tenure.CloseReason;
import java.sql.SQLException;
import java.util.EnumMap;
import java.util.Map;
import java.util.OptionalLong;

/**
 * What one transaction of a manager has of one database. It borrows the connection of the unit through which the database is first used in the transaction,
 * with the statements that are open on it, and returns it at the end. Until then every handle resolves to it while the transaction is active on the thread.
 *
 * <p>Its life: asked for; {@code obtain} (borrowed and enlisted, at the first use); {@link #commitBranch} or {@link #rollBackBranch} by the manager, perhaps on
 * another thread; {@code settle} (returned). What the manager says while a thread is in a call is done by that thread when it leaves.
 */
public final class TransactionUnit extends Holder {

    private final JoinableTransaction transaction;

    /** Who would lend: the last one that asked. */
    private volatile UnitOfWork asker;
    /** What it works with; null until the first use. */
    private volatile Loan loan;
    /** The handle was closed, and not used again. */
    private volatile boolean released;
    /** In the last call, perhaps still. */
    private volatile Thread user;

    /** The connection broke, or was taken away. */
    private boolean workLost;
    /** The server has rolled back by itself: what follows would be committed without what was before. */
    private volatile boolean undoneByServer;

    private volatile boolean inDoubt;
    /** When a call must end in which a thread is perhaps, because the transaction is rolled back. */
    private volatile OptionalLong cutShortAt = OptionalLong.empty();

    TransactionUnit(Database database, JoinableTransaction transaction, Holder asker) {
        super(database, null, asker.origin().inTransaction());
        this.transaction = transaction;
        want(new EnumMap<>(Map.of(JdbcAttribute.AUTOCOMMIT, false)));
    }

    void askedBy(Holder holder) {
        if (loan == null && holder instanceof UnitOfWork unit) {
            asker = unit;
        }
    }

    // --- calls of the user ---

    @Override
    Lease obtain() throws SQLException {
        if (loan != null) {
            throw TransactionMessages.lost(database.name(), origin());
        }
        transaction.admit(this);
        var lender = asker;
        var borrowed = new Loan(lender, lender.lendTo(this));
        var both = new EnumMap<JdbcAttribute, Object>(JdbcAttribute.class);
        both.putAll(lender.wanted());
        both.putAll(wanted());
        want(both);
        loan = borrowed;
        usedNow();
        try {
            transaction.join(this);
        } catch (Throwable t) {
            loan = null;
            borrowed.repay(!released);
            throw t;
        }
        return borrowed.lease();
    }

    @Override
    void keepOrDrop() throws SQLException {
        mustBeWhole();
        usedNow();
    }

    private void usedNow() {
        user = Thread.currentThread();
        released = false;
    }

    /** What was done in it is still there to be committed. */
    private void mustBeWhole() throws SQLException {
        if (undoneByServer) {
            throw TransactionMessages.serverRolledBack(database.name(), origin());
        }
        if (workLost) {
            throw TransactionMessages.lost(database.name(), origin());
        }
        refuseIfOver();
    }

    @Override
    SQLException ended() {
        return TransactionMessages.tooLate(database.name(), "has ended, perhaps by its time-out");
    }

    /** No transaction is active on the thread, so not this one. */
    @Override
    void enterOutside(Lease made) throws SQLException {
        throw notHeld(made);
    }

    /** This is the active transaction. */
    void enterAgain(Lease made) throws SQLException {
        enterHeld(made);
        try {
            keepOrDrop();
        } catch (Throwable t) {
            exit();
            throw t;
        }
    }

    @Override
    public void commit() throws SQLException {
        mayControlTransaction("commit()");
    }

    @Override
    public void rollback() throws SQLException {
        mayControlTransaction("rollback()");
    }

    @Override
    public void mayControlTransaction(String call) throws SQLException {
        throw TransactionMessages.managersBusiness(database.name(), origin(), call);
    }

    @Override
    public void set(JdbcAttribute attribute, Object value) throws SQLException {
        if (attribute != JdbcAttribute.AUTOCOMMIT) {
            super.set(attribute, value);
        } else if (Boolean.TRUE.equals(value)) {
            mayControlTransaction("setAutoCommit(true)");
        }
    }

    /** Ends this use; the transaction keeps the connection. */
    @Override
    public void release() {
        released = true;
    }

    boolean released() {
        return released;
    }

    // --- errors ---

    /** SQLState class 40: the server has rolled back the transaction, not only the statement. (Where it has not, MySQL's 1205, it might as well.) */
    @Override
    void noticed(Throwable thrown) {
        if (thrown instanceof SQLException e && String.valueOf(e.getSQLState()).startsWith("40")) {
            undoneByServer = true;
            transaction.setRollbackOnly();
        }
    }

    @Override
    void lost(Lease broken) {
        workLost = true;
        if (!broken.connection().broken) {
            database.fitness().died(broken.connection());
        }
        transaction.setRollbackOnly();
    }

    // --- the end, by the manager ---

    /**
     * Commits, and returns the connection. What cannot be committed is rolled back.
     *
     * @throws SQLException what the driver threw, or why there is nothing to commit
     */
    public void commitBranch() throws SQLException {
        if (!enterIfEmpty()) {
            rollBackBranch();
            throw refusal(inside(), Thread.currentThread());
        }
        try {
            mustBeWhole();
            if (lease() == null) {
                throw TransactionMessages.lost(database.name(), origin());
            }
            commit(lease());
            repay();
        } finally {
            endInside();
            unlockAsCaretaker();
        }
    }

    private void commit(Lease held) throws SQLException {
        if (held.connection().transactionFailed()) {
            throw TransactionMessages.serverRolledBack(database.name(), origin());
        }
        if (held.connection().mayBeInTransaction()) {
            try {
                held.endTransaction(true);
            } catch (Throwable t) {
                inDoubt = held.connection().broken;
                throw t;
            }
        }
    }

    /**
     * Whether the connection broke under the commit, so that nobody knows what the server has done.
     *
     * @return true only after {@link #commitBranch} has thrown
     */
    public boolean inDoubt() {
        return inDoubt;
    }

    /**
     * Rolls back, and returns the connection; at once, or, while a thread is in a call, when that thread leaves it, which it is made to after
     * {@code validation-timeout}. Idempotent, never throws, from any thread.
     */
    public void rollBackBranch() {
        cutShortAt = OptionalLong.of(database.now() + database.settings().validationTimeoutNanos());
        end();
    }

    /** At the end of every call, and after the last word: is it over? */
    @Override
    void settle() {
        if (!over() || lease() == null) {
            return;
        }
        var connection = lease().connection();
        if (closeReason() != null) {
            giveBack(closeReason());
        } else if (mayBeRead(connection)) {
            connection.broken = true; // so that it is aborted, which any thread may do
            drop(CloseReason.STATE);
        } else if (connection.broken) {
            drop(CloseReason.BROKEN);
        } else if (database.boundary().undo(connection)) {
            repay();
        } else {
            drop(connection.broken ? CloseReason.BROKEN : CloseReason.STATE);
        }
    }

    /** Rows are read without a guard, so the user may be at it at this moment. */
    private boolean mayBeRead(PhysicalConnection connection) {
        return user != Thread.currentThread() && !connection.statements.isEmpty();
    }

    private void drop(CloseReason reason) {
        loan.writeOff();
        discard(reason);
    }

    /** Taken away: the transaction cannot commit any more. */
    @Override
    void giveBack(CloseReason reason) {
        if (lease() != null) {
            loan.writeOff();
            super.giveBack(reason);
            workLost = true;
            transaction.setRollbackOnly();
        }
    }

    private void repay() {
        letGo();
        loan.repay(!released);
    }

    @Override
    long untilCutShort(long now) {
        var moment = cutShortAt;
        var held = lease();
        if (moment.isEmpty() || held == null) {
            return Long.MAX_VALUE;
        }
        long left = moment.getAsLong() - now;
        if (left > 0) {
            return left;
        }
        cutShortAt = OptionalLong.empty();
        lost(held); // first, so that the thread inside, when it leaves, gives it to nobody
        held.connection().cutShort();
        return Long.MAX_VALUE;
    }

    /** For a thread that waits in vain, perhaps for itself. */
    @Override
    String circumstances() {
        return user == Thread.currentThread() ? ", which this thread has suspended" : "";
    }
}
