package dev.tenure.lifetime;

import dev.tenure.CloseReason;
import java.sql.SQLException;
import java.util.EnumMap;
import java.util.Map;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicReferenceFieldUpdater;

/**
 * What one unit of work has of one database: nothing until its first real use, then a lease, and what the user has set through JDBC. One thread at a
 * time is inside (R23); the others that have business here (the request's end on another thread, the sweep, shutdown) leave word, and the thread that is
 * inside does it when it leaves.
 *
 * <p>It is a weak reference to the user's handle, so that a handle which nobody ever destroys (shared request contexts, some asynchronous requests) gives
 * its connection back when it is collected.
 */
public class UnitOfWork extends OneThreadAtATime {

    private static final AtomicReferenceFieldUpdater<UnitOfWork, Lease> LEASE =
            AtomicReferenceFieldUpdater.newUpdater(UnitOfWork.class, Lease.class, "lease");

    final Database database;
    private final Origin origin;
    private final Thread home;
    /** Null where there are none to take part in. */
    private final Transactions transactions;

    // Words left by those outside. Each is only ever said, never taken back, so that none overwrites another.
    /** The request is over, but perhaps not its work: give back at the next quiescent moment (trap 1). */
    private volatile boolean requestOver;
    /** The bean was destroyed, or something of the like. */
    volatile boolean over;
    /** Why, if the connection is to be closed then. */
    volatile CloseReason closeReason;

    /** Changed under the guard only; release and acquire for {@link #abort}, which is not. */
    private volatile Lease lease;
    /** Has the lease for as long as its transaction lasts. */
    private volatile TransactionUnit lentTo;

    /** It has come back and is not yet in the state that this unit wants. */
    private volatile boolean returned;

    private boolean parked;
    boolean workLost;
    Map<JdbcAttribute, Object> wanted = JdbcState.NOTHING;

    UnitOfWork(Database database, Object handle, Origin origin, Thread home) {
        super(handle, database.forgotten());
        this.database = database;
        this.origin = origin;
        this.home = home;
        this.transactions = database.transactions();
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
        return new UnitOfWork(database, handle, origin, null);
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
        return new UnitOfWork(database, handle, origin, Thread.currentThread());
    }

    /**
     * The unit to use at this moment: this one, or that of the transaction that is active on the calling thread.
     *
     * @return never null
     * @throws SQLException when it cannot be told
     */
    public UnitOfWork current() throws SQLException {
        return transactions == null || over ? this : currentOf(transactions.active());
    }

    private UnitOfWork currentOf(JoinableTransaction transaction) {
        return transaction == null ? this : transaction.unit(this);
    }

    // --- calls of the user ---

    /**
     * Begins a call that needs the server: leases a connection if there is none, and brings it to the state the user has set.
     *
     * @return the lease; end the call by {@link #exit()}
     * @throws SQLException when there is no connection to be had, the unit has ended, or another thread is inside
     */
    public Lease enter() throws SQLException {
        if (enterOrRefuse()) {
            return lease; // a call within a call
        }
        try {
            hold();
            reconcile();
            return lease;
        } catch (Throwable t) {
            exit();
            throw t;
        }
    }

    /** Sees to it that there is a lease. */
    private void hold() throws SQLException {
        if (over) {
            throw ended();
        }
        if (lease != null) {
            keepOrDrop();
        }
        if (lease == null) {
            LEASE.lazySet(this, obtain());
        }
    }

    Lease obtain() throws SQLException {
        return new Lease(this, database.acquire(this));
    }

    SQLException ended() {
        return Messages.unitEnded(database.name(), origin);
    }

    private void reconcile() throws SQLException {
        try {
            lease.connection().reconcile(wanted);
            if (returned) {
                returned = false;
            }
        } catch (Throwable t) {
            lease.saw(t);
            throw t;
        }
    }

    void enter(Lease wantedLease) throws SQLException {
        var transaction = transactions == null ? null : transactions.active();
        if (transaction == null) {
            enterOutside(wantedLease);
        } else {
            transaction.unit(this).enterInside(wantedLease, this);
        }
    }

    /** No transaction is active on the thread. */
    void enterOutside(Lease wantedLease) throws SQLException {
        if (!returned || wantedLease.ended()) {
            enterHeld(wantedLease);
            return;
        }
        enter(); // autocommit is still as it was in the transaction
        if (lease != wantedLease) {
            exit();
            throw Messages.leaseEnded(database.name(), origin);
        }
    }

    /** Whatever transaction is active. */
    final void enterHeld(Lease wantedLease) throws SQLException {
        enterOrRefuse();
        if (parked && lease == wantedLease && !resume()) {
            dropLease();
        }
        if (wantedLease.ended() || wantedLease.unit() != this) {
            if (!leaveNested()) {
                unlock();
            }
            throw wantedLease.ended()
                    ? Messages.leaseEnded(database.name(), origin)
                    : TransactionMessages.otherConnection(database.name(), origin); // lent or returned at this moment
        }
    }

    /** Ends a call. */
    public void exit() {
        if (leaveNested()) {
            return;
        }
        settle();
        unlock();
    }

    /**
     * Commits. Needs no server if nothing was sent since the last time.
     *
     * @throws SQLException what the driver threw, or that the work was lost
     */
    public void commit() throws SQLException {
        endTransaction(true);
    }

    /**
     * Rolls back, which forgives a lost connection. Needs no server if nothing was sent since the last time.
     *
     * @throws SQLException what the driver threw
     */
    public void rollback() throws SQLException {
        endTransaction(false);
    }

    private void endTransaction(boolean commit) throws SQLException {
        enterOrRefuse();
        try {
            if (over) {
                throw ended();
            }
            if (workLost && commit) {
                throw Messages.workLost(database.name(), origin);
            }
            if (workLost) {
                workLost = false;
                discard(CloseReason.BROKEN);
            } else if (lease != null && !parked && lease.connection().mayBeInTransaction()) {
                endTransaction(lease, commit);
            }
        } finally {
            exit();
        }
    }

    static void endTransaction(Lease held, boolean commit) throws SQLException {
        var connection = held.connection();
        try {
            if (commit) {
                connection.raw.commit();
            } else {
                connection.raw.rollback();
            }
            connection.transactionEnded();
            connection.suspect = false; // the server answered
        } catch (Throwable t) {
            held.saw(t);
            throw t;
        }
    }

    /**
     * Sets a JDBC attribute: at once if the unit has a connection, else before its first use.
     *
     * @param attribute which
     * @param value what; not null but for catalog, schema and type map
     * @throws SQLException what the driver threw; the attribute is as before then
     */
    public void set(JdbcAttribute attribute, Object value) throws SQLException {
        enterOrRefuse();
        var before = wanted;
        try {
            if (over) {
                throw ended();
            }
            var after = new EnumMap<JdbcAttribute, Object>(JdbcAttribute.class);
            after.putAll(before);
            after.put(attribute, value);
            wanted = after;
            if (lease != null && !parked && !lease.connection().broken) {
                reconcile();
                var connection = lease.connection();
                if (attribute == JdbcAttribute.AUTOCOMMIT && connection.jdbc.autocommit()) {
                    connection.committedByAutocommit();
                }
            }
        } catch (Throwable t) {
            wanted = before;
            throw t;
        } finally {
            exit();
        }
    }

    /**
     * What the user has set.
     *
     * @param attribute which
     * @return null if it was not set in this unit
     */
    public Object wanted(JdbcAttribute attribute) {
        return wanted.get(attribute);
    }

    /**
     * The user closes the handle: the connection is given back early; the next use leases again (R15).
     *
     * @throws SQLException when another thread is inside
     */
    public void release() throws SQLException {
        if (enterOrRefuse()) {
            leaveNested();
            return; // closed from within a call of its own
        }
        try {
            workLost = false;
            wanted = JdbcState.NOTHING;
            giveBack(null);
        } finally {
            unlock();
        }
    }

    /**
     * Whether it has ended for good.
     *
     * @return true after {@link #end()}
     */
    public boolean over() {
        return over;
    }

    /**
     * Aborts the physical connection under a call in progress, from any thread.
     *
     * @param executor passed to the driver
     * @throws SQLException what the driver threw
     */
    public void abort(Executor executor) throws SQLException {
        var held = lease;
        if (held != null && !held.ended()) {
            lost(held);
            held.physical().abort(executor);
        }
    }

    // --- boundaries ---

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
            return lease == null || parked || lease.connection().quiescent();
        } finally {
            unlockAsCaretaker();
        }
    }

    /** The end of an explicit unit within this one: as {@link #release()}, but never throws; left alone while another thread is inside. */
    public void giveBack() {
        if (enterIfEmpty()) {
            try {
                wanted = JdbcState.NOTHING;
                giveBack(null);
            } finally {
                unlockAsCaretaker();
            }
        }
    }

    /** The boundary, now: given back if nothing is in progress, else left alone and counted (R14). */
    public void closeOld() {
        if (!enterIfEmpty()) {
            database.boundarySkipped();
            return;
        }
        try {
            if (lentTo != null
                    || (lease != null && !parked && !lease.connection().quiescent())) {
                database.boundarySkipped();
            } else {
                giveBack(null);
            }
        } finally {
            unlockAsCaretaker();
        }
    }

    /** The request is over as far as its first thread is concerned: give back now, or when it becomes quiescent. The handle stays usable (trap 1). */
    public void endWhenQuiescent() {
        requestOver = true;
        settleSoon();
    }

    /** The unit is over for good; every later use throws. Idempotent (trap 2), never throws, from any thread. */
    public void end() {
        over = true;
        settleSoon();
    }

    /** Ends it on behalf of somebody else, and closes its connection. */
    void end(CloseReason reason) {
        closeReason = reason;
        end();
    }

    /** Rolls back and closes its connection; the unit goes on. */
    void closeConnection(CloseReason reason) {
        if (enterIfEmpty()) {
            try {
                giveBack(reason);
            } finally {
                unlockAsCaretaker();
            }
        }
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
            hold();
            var lent = lease;
            if (lent.connection().inTransaction()) {
                throw TransactionMessages.workBefore(database.name(), origin);
            }
            LEASE.lazySet(this, null);
            lent.moveTo(borrower, database.now());
            lentTo = borrower;
            return lent;
        } finally {
            exit();
        }
    }

    /**
     * The transaction is over.
     *
     * @return false if this unit has no more use for it
     */
    boolean takeBack(Lease lent) {
        lentTo = null;
        if (!enterIfEmpty()) {
            return false;
        }
        try {
            if (over || lease != null) {
                return false;
            }
            lent.moveTo(this, database.now());
            LEASE.lazySet(this, lent);
            returned = true;
            settle();
            return true;
        } finally {
            unlockAsCaretaker();
        }
    }

    /** The transaction's unit does not give it back after all. */
    void notReturned() {
        lentTo = null;
    }

    /** What a call would do that ends or divides a transaction: nobody else's business here. */
    public void mayControlTransaction(String call) throws SQLException {
        // it is the user's own transaction
    }

    /** An error was seen. */
    void noticed(Throwable thrown) {
        // the lease knows what to do
    }

    /** Nanoseconds until a call must be cut short; does it when it is time. */
    long untilCutShort(long now) {
        return Long.MAX_VALUE;
    }

    /** What else a message should say of it as a holder. */
    String circumstances() {
        return "";
    }

    /** Whether the thread of a thread's unit is gone. */
    boolean orphaned() {
        return home != null && !home.isAlive();
    }

    /** Whether it is a thread's unit. */
    boolean ofThread() {
        return home != null;
    }

    Origin origin() {
        return origin;
    }

    /** The connection broke under a call. Work that was not committed is lost, and the unit must be told, not only the statement (R19). */
    void lost(Lease broken) {
        var connection = broken.connection();
        if (!connection.broken) {
            workLost = connection.worked && !connection.jdbc.autocommit();
            database.fitness().died(connection);
        }
    }

    /** The server behind the connection is not the one to write to any more; the unit keeps it until its boundary. */
    void lostRole(Lease stale) {
        database.fitness().lostRole(stale.connection());
    }

    /**
     * Does what is due as soon as nobody is inside. The thread inside does it when it leaves, if it sees the word that was left; it may just have looked, and
     * then nobody has (its way out is no fence). So if there is somebody inside, the sweep looks again, until it has been inside itself: whoever comes in
     * after that sees the word.
     */
    private void settleSoon() {
        if (!settleIfEmpty()) {
            database.settleLater(this);
        }
    }

    /** False, and nothing done, while somebody is inside. */
    final boolean settleIfEmpty() {
        if (!enterIfEmpty()) {
            return false;
        }
        settle();
        unlockAsCaretaker();
        return true;
    }

    /** At the end of every call: what is due now? */
    void settle() {
        if (lease == null || (parked && !over && !requestOver)) {
            return;
        }
        var connection = lease.connection();
        if (over) {
            giveBack(closeReason);
        } else if (connection.broken && !workLost) {
            discard(CloseReason.BROKEN);
        } else if (parked || (connection.shareable() && !workLost)) {
            if (requestOver) {
                giveBack(null);
            } else if (ofThread()) {
                parked = true;
                database.park(connection, this);
            } else {
                connection.idleSince = database.now();
            }
        }
    }

    /** A held connection before its next use: too old to be handed to its own unit? */
    void keepOrDrop() throws SQLException {
        if (workLost) {
            throw Messages.workLost(database.name(), origin);
        }
        boolean wasParked = parked;
        if (wasParked) {
            if (!takeBack()) {
                dropLease();
                return;
            }
        } else if (!lease.connection().shareable()) {
            return; // age and idleness never interrupt (R7)
        }
        var reason = database.whyNotForNextUse(lease.connection(), ofThread(), origin);
        if (reason != null) {
            discard(reason);
        } else if (wasParked) {
            database.leases().resumed(lease.connection(), origin);
        }
    }

    /** What it had parked, for another use. */
    private boolean resume() {
        if (!takeBack()) {
            return false;
        }
        database.leases().resumed(lease.connection(), origin);
        return true;
    }

    private boolean takeBack() {
        if (lease.connection().tryResume(this)) {
            lease.connection().handTo(this, database.now());
            parked = false;
            return true;
        }
        return false;
    }

    void giveBack(CloseReason reason) {
        if (lease == null) {
            return;
        }
        var connection = lease.connection();
        boolean mine = !parked || takeBack();
        dropLease();
        workLost = false;
        if (mine) {
            database.giveBack(connection, origin, reason);
        }
    }

    final void discard(CloseReason reason) {
        if (lease == null) {
            return;
        }
        var connection = lease.connection();
        dropLease();
        database.leases().ended(connection, origin);
        database.disposal().closeSoon(connection, reason);
    }

    final Lease lease() {
        return lease;
    }

    /** The lease goes on, but not here. */
    final Lease letGo() {
        var gone = lease;
        LEASE.lazySet(this, null);
        return gone;
    }

    private void dropLease() {
        lease.end();
        LEASE.lazySet(this, null);
        parked = false;
    }

    @Override
    SQLException refusal(Thread first, Thread second) {
        return Messages.inUse(database.name(), origin, first, second);
    }

    /** The thread of the user's leaves, and looks whether somebody has left word just before. */
    private void unlock() {
        leave();
        if (lease != null && (over || requestOver)) {
            settleSoon();
        }
    }

    /**
     * Whoever left word while this thread was inside saw it inside; so this thread looks once more after it has left, and sees it. The end of the request may
     * have to wait for its work, the end of the unit never.
     */
    final void unlockAsCaretaker() {
        leaveAsCaretaker();
        boolean looked = false;
        while (lease != null && (over || (requestOver && !looked)) && enterIfEmpty()) {
            looked = true;
            settle();
            leaveAsCaretaker();
        }
    }

    @Override
    public String toString() {
        return "unit of " + origin + " on " + database.name();
    }
}
