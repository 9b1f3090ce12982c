package dev.tenure.lifetime;

import dev.tenure.CloseReason;
import java.sql.SQLException;

/**
 * What one unit of work has of one database. It leases a connection at its first real use and keeps it until its boundary, where the user's work ends with
 * it; in between it may lend it to a transaction. A thread's unit is a {@link ThreadUnit}.
 */
public class UnitOfWork extends Holder {

    /** The connection broke under uncommitted work, and the user has not yet rolled back. */
    private boolean workLost;

    /** Has the lease for as long as its transaction lasts. */
    private volatile TransactionUnit lentTo;
    /** It has come back and is not yet in the state that this unit wants. */
    private volatile boolean returned;

    UnitOfWork(Database database, Object handle, Origin origin) {
        super(database, handle, origin);
    }

    /**
     * A unit that ends with a request or the like.
     *
     * @param database which database
     * @param handle what the user holds
     * @param origin who it is, for messages
     * @return a unit without a connection
     */
    public static UnitOfWork ofRequest(Database database, Object handle, Origin origin) {
        return new UnitOfWork(database, handle, origin);
    }

    /**
     * A unit of the calling thread, whose boundary is every moment at which it becomes quiescent (R24).
     *
     * @param database which database
     * @param handle what the user holds
     * @param origin who it is, for messages
     * @return a unit without a connection
     */
    public static UnitOfWork ofThread(Database database, Object handle, Origin origin) {
        return new ThreadUnit(database, handle, origin, Thread.currentThread());
    }

    /**
     * Who holds the connection to use at this moment: this unit, or that of the transaction that is active on the calling thread.
     *
     * @return never null
     * @throws SQLException when it cannot be told
     */
    public Holder current() throws SQLException {
        var transaction = over() ? null : database.activeTransaction();
        return transaction == null ? this : transaction.unit(this);
    }

    // --- from one use to the next ---

    @Override
    Lease obtain() throws SQLException {
        return new Lease(this, database.supply().acquire(this));
    }

    @Override
    void keepOrDrop() throws SQLException {
        if (workLost) {
            throw Messages.workLost(database.name(), origin());
        }
        if (!lease().connection().shareable()) {
            return; // age and idleness never interrupt (R7)
        }
        var reason = whyNotForNextUse();
        if (reason != null) {
            discard(reason);
        }
    }

    /** Too old to be handed to its own unit? */
    CloseReason whyNotForNextUse() {
        return database.boundary().whyNotForNextUse(lease().connection(), false, origin());
    }

    @Override
    void enterOutside(Lease made) throws SQLException {
        if (!returned || made.ended()) {
            enterHeld(made);
            return;
        }
        enter(); // autocommit is still as it was in the transaction
        if (lease() != made) {
            exit();
            throw Messages.leaseEnded(database.name(), origin());
        }
    }

    @Override
    void reconcile() throws SQLException {
        super.reconcile();
        if (returned) {
            returned = false;
        }
    }

    @Override
    void settle() {
        if (lease() == null) {
            return;
        }
        var connection = lease().connection();
        if (over()) {
            giveBack(closeReason());
        } else if (connection.broken && !workLost) {
            discard(CloseReason.BROKEN);
        } else if (connection.shareable() && !workLost) {
            if (requestOver()) {
                giveBack(null);
            } else {
                pause(connection);
            }
        }
    }

    /** It is quiescent until its next use. */
    void pause(PhysicalConnection connection) {
        connection.idleSince = database.now();
    }

    // --- its own transaction ---

    @Override
    public void commit() throws SQLException {
        endTransaction(true);
    }

    @Override
    public void rollback() throws SQLException {
        endTransaction(false);
    }

    private void endTransaction(boolean commit) throws SQLException {
        enterOrRefuse();
        try {
            refuseIfOver();
            if (workLost && commit) {
                throw Messages.workLost(database.name(), origin());
            }
            if (workLost) {
                workLost = false;
                discard(CloseReason.BROKEN);
            } else if (inHand() && lease().connection().mayBeInTransaction()) {
                lease().endTransaction(commit);
            }
        } finally {
            exit();
        }
    }

    @Override
    public void mayControlTransaction(String call) {
        // it is the user's own transaction
    }

    @Override
    void lost(Lease broken) {
        var connection = broken.connection();
        if (!connection.broken) {
            workLost = connection.worked && !connection.jdbc.autocommit();
            database.fitness().died(connection);
        }
    }

    // --- boundaries ---

    @Override
    public void release() throws SQLException {
        if (enterOrRefuse()) {
            leaveNested();
            return; // closed from within a call of its own
        }
        try {
            workLost = false;
            want(JdbcState.NOTHING);
            giveBack(null);
        } finally {
            unlock();
        }
    }

    /** The end of an explicit unit within this one: as {@link #release()}, but never throws; left alone while another thread is inside. */
    public void giveBack() {
        if (enterIfEmpty()) {
            try {
                want(JdbcState.NOTHING);
                giveBack(null);
            } finally {
                unlockAsCaretaker();
            }
        }
    }

    @Override
    void giveBack(CloseReason reason) {
        if (lease() != null) {
            workLost = false;
            super.giveBack(reason);
        }
    }

    /** The boundary, now: given back if nothing is in progress, else left alone and counted (R14). */
    public void closeOld() {
        if (!enterIfEmpty()) {
            database.boundarySkipped();
            return;
        }
        try {
            if (lentTo != null || inProgress()) {
                database.boundarySkipped();
            } else {
                giveBack(null);
            }
        } finally {
            unlockAsCaretaker();
        }
    }

    /** Whether nothing is in progress, as seen by the thread that would do it. */
    public boolean quiescent() {
        var borrower = lentTo;
        if (borrower != null) {
            return borrower.released();
        }
        if (!enterIfEmpty()) {
            return false;
        }
        try {
            return !inProgress();
        } finally {
            unlockAsCaretaker();
        }
    }

    private boolean inProgress() {
        return inHand() && !lease().connection().quiescent();
    }

    // --- a transaction has the connection for a while ---

    /**
     * Gives its lease to a transaction's unit, with all that was made under it.
     *
     * @throws SQLException when there is none to be had, or work is in progress on it
     */
    Lease lendTo(TransactionUnit borrower) throws SQLException {
        if (enterOrRefuse()) {
            leaveNested();
            throw refusal(Thread.currentThread(), Thread.currentThread());
        }
        try {
            if (hold().connection().inTransaction()) {
                throw TransactionMessages.workBefore(database.name(), origin());
            }
            var lent = letGo();
            lent.moveTo(borrower, database.now());
            lentTo = borrower;
            return lent;
        } finally {
            exit();
        }
    }

    /** The transaction is over; or the connection does not come back. */
    void loanEnded() {
        lentTo = null;
    }

    /** It is its own again; false if this unit has no more use for it. */
    boolean takeBack(Lease lent) {
        if (!enterIfEmpty()) {
            return false;
        }
        try {
            if (over() || lease() != null) {
                return false;
            }
            lent.moveTo(this, database.now());
            take(lent);
            returned = true;
            settle();
            return true;
        } finally {
            unlockAsCaretaker();
        }
    }
}
