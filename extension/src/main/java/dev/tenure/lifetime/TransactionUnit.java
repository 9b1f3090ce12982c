package dev.tenure.lifetime;

import dev.tenure.CloseReason;
import java.sql.SQLException;
import java.util.EnumMap;

/**
 * What one transaction of a manager has of one database. It borrows the connection of the unit through which the database is first used in the transaction,
 * with the statements that are open on it, and returns it at the end. Until then every handle resolves to it while the transaction is active on the thread.
 *
 * <p>Its life: asked for; {@code obtain} (borrowed and enlisted, at the first use); {@link #commitBranch} or {@link #rollBackBranch} by the manager, perhaps on
 * another thread; {@code settle} (returned). What the manager says while a thread is in a call is done by that thread when it leaves.
 */
public final class TransactionUnit extends UnitOfWork {

    private final JoinableTransaction transaction;

    /** Who would lend: the last one that asked. */
    private volatile UnitOfWork asker;
    /** Who has lent; null until the first use. */
    private volatile UnitOfWork home;
    /** The handle was closed, and not used again. */
    private volatile boolean released;
    /** In the last call, perhaps still. */
    private volatile Thread user;
    /** The server has rolled back by itself: what follows would be committed without what was before. */
    private volatile boolean undoneByServer;

    private volatile boolean inDoubt;
    /** Rolled back while a thread was in a call. */
    private volatile boolean overdue;

    private volatile long cutShortAt;

    TransactionUnit(Database database, JoinableTransaction transaction, UnitOfWork asker) {
        super(database, null, asker.origin().inTransaction(), null);
        this.transaction = transaction;
        wanted = new EnumMap<>(JdbcAttribute.class);
        wanted.put(JdbcAttribute.AUTOCOMMIT, false);
    }

    void askedBy(UnitOfWork unit) {
        if (home == null && !(unit instanceof TransactionUnit)) {
            asker = unit;
        }
    }

    // --- calls of the user ---

    @Override
    Lease obtain() throws SQLException {
        if (home != null) {
            throw TransactionMessages.lost(database.name(), origin());
        }
        transaction.admit(this);
        var lender = asker;
        var borrowed = lender.lendTo(this);
        var both = new EnumMap<JdbcAttribute, Object>(JdbcAttribute.class);
        both.putAll(lender.wanted);
        both.putAll(wanted);
        wanted = both;
        home = lender;
        usedNow();
        try {
            transaction.join(this);
        } catch (Throwable t) {
            home = null;
            giveTo(lender, borrowed);
            throw t;
        }
        return borrowed;
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
        if (over) {
            throw ended();
        }
    }

    @Override
    SQLException ended() {
        return TransactionMessages.tooLate(database.name(), "has ended, perhaps by its time-out");
    }

    /** No transaction is active on the thread, so not this one. */
    @Override
    void enterOutside(Lease wantedLease) throws SQLException {
        throw wantedLease.ended()
                ? Messages.leaseEnded(database.name(), origin())
                : TransactionMessages.otherConnection(database.name(), origin());
    }

    /** This is the active transaction; what was made before it goes on in it if the connection is the one to borrow. */
    void enterInside(Lease wantedLease, UnitOfWork holder) throws SQLException {
        if (wantedLease.ended()) {
            throw Messages.leaseEnded(database.name(), origin());
        }
        if (holder == this) {
            enterHeld(wantedLease);
            try {
                keepOrDrop();
            } catch (Throwable t) {
                exit();
                throw t;
            }
            return;
        }
        if (lease() != null || holder instanceof TransactionUnit) {
            throw TransactionMessages.otherConnection(database.name(), holder.origin());
        }
        enter();
        if (lease() != wantedLease) {
            exit();
            throw TransactionMessages.otherConnection(database.name(), holder.origin());
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
        if (thrown instanceof SQLException e
                && e.getSQLState() != null
                && e.getSQLState().startsWith("40")) {
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
            var held = lease();
            if (held == null) {
                throw TransactionMessages.lost(database.name(), origin());
            }
            commit(held);
            returnHome();
        } finally {
            over = true;
            settle();
            unlockAsCaretaker();
        }
    }

    private void commit(Lease held) throws SQLException {
        if (held.connection().transactionFailed()) {
            throw TransactionMessages.serverRolledBack(database.name(), origin());
        }
        if (held.connection().mayBeInTransaction()) {
            try {
                endTransaction(held, true);
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
     * Which database.
     *
     * @return as configured
     */
    public String databaseName() {
        return database.name();
    }

    /**
     * Rolls back, and returns the connection; at once, or, while a thread is in a call, when that thread leaves it, which it is made to after
     * {@code validation-timeout}. Idempotent, never throws, from any thread.
     */
    public void rollBackBranch() {
        over = true;
        if (!settleIfEmpty()) {
            cutShortAt = database.now() + database.settings().validationTimeoutNanos();
            overdue = true;
            database.settleLater(this);
        }
    }

    /** At the end of every call, and after the last word: is it over? */
    @Override
    void settle() {
        var held = lease();
        if (!over || held == null) {
            return;
        }
        var connection = held.connection();
        if (closeReason != null) {
            giveBack(closeReason);
        } else if (mayBeRead(connection)) {
            connection.broken = true; // so that it is aborted, which any thread may do
            drop(CloseReason.STATE);
        } else if (connection.broken) {
            drop(CloseReason.BROKEN);
        } else if (database.undo(connection)) {
            returnHome();
        } else {
            drop(connection.broken ? CloseReason.BROKEN : CloseReason.STATE);
        }
    }

    /** Rows are read without a guard, so the user may be at it at this moment. */
    private boolean mayBeRead(PhysicalConnection connection) {
        return user != Thread.currentThread() && !connection.statements.isEmpty();
    }

    private void drop(CloseReason reason) {
        home.notReturned();
        discard(reason);
    }

    /** Taken away: the transaction cannot commit any more. */
    @Override
    void giveBack(CloseReason reason) {
        if (lease() != null) {
            home.notReturned();
            super.giveBack(reason);
            workLost = true;
            transaction.setRollbackOnly();
        }
    }

    private void returnHome() {
        giveTo(home, letGo());
    }

    private void giveTo(UnitOfWork lender, Lease returned) {
        if (released || !lender.takeBack(returned)) {
            lender.notReturned();
            returned.moveTo(lender, database.now());
            returned.end();
            database.giveBack(returned.connection(), lender.origin(), null);
        }
    }

    @Override
    long untilCutShort(long now) {
        var held = lease();
        if (!overdue || held == null) {
            return Long.MAX_VALUE;
        }
        if (now - cutShortAt < 0) {
            return cutShortAt - now;
        }
        overdue = false;
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
