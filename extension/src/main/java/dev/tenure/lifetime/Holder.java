package dev.tenure.lifetime;

import java.sql.SQLException;
import java.util.EnumMap;
import java.util.Map;
import java.util.concurrent.Executor;

/**
 * Who holds a connection of one database: a {@link UnitOfWork}, or a {@link TransactionUnit} for as long as its transaction lasts. Nothing until the first
 * real use, then a lease; and what the user has set through JDBC. One thread at a time is inside (R23).
 *
 * <p>It is a weak reference to the user's handle, so that a handle which nobody ever destroys (shared request contexts, some asynchronous requests) gives
 * its connection back when it is collected.
 */
public abstract class Holder extends SettlesWhenEmpty {

    private Map<JdbcAttribute, Object> wanted = JdbcState.NOTHING;

    Holder(Database database, Object handle, Origin origin) {
        super(database, handle, origin);
    }

    // --- a call ---

    /**
     * Begins a call that needs the server: leases a connection if there is none, and brings it to the state the user has set.
     *
     * @return the lease; end the call by {@link #exit()}
     * @throws SQLException when there is no connection to be had, the unit has ended, or another thread is inside
     */
    public final Lease enter() throws SQLException {
        if (enterOrRefuse()) {
            return lease(); // a call within a call
        }
        try {
            hold();
            reconcile();
            return lease();
        } catch (Throwable t) {
            exit();
            throw t;
        }
    }

    /** Sees to it that there is a lease. */
    final Lease hold() throws SQLException {
        refuseIfOver();
        if (lease() != null) {
            keepOrDrop();
        }
        if (lease() == null) {
            take(obtain());
        }
        return lease();
    }

    /** What it has, before its next use: is it still good for that? */
    abstract void keepOrDrop() throws SQLException;

    /** A lease where there is none. */
    abstract Lease obtain() throws SQLException;

    void reconcile() throws SQLException {
        try {
            lease().connection().reconcile(wanted);
        } catch (Throwable t) {
            lease().saw(t);
            throw t;
        }
    }

    /** Begins a call on what was made under a lease: by the transaction that is active on the thread, if there is one. */
    final void enter(Lease made) throws SQLException {
        var transaction = database.activeTransaction();
        if (transaction == null) {
            enterOutside(made);
        } else {
            transaction.enter(made, this);
        }
    }

    /** No transaction is active on the thread. */
    abstract void enterOutside(Lease made) throws SQLException;

    /** Whatever transaction is active. */
    final void enterHeld(Lease made) throws SQLException {
        enterOrRefuse();
        if (lease() == made) {
            takeInHand();
        }
        if (made.ended() || made.holder() != this) {
            if (!leaveNested()) {
                unlock();
            }
            throw notHeld(made);
        }
    }

    /** The connection is about to be used as it is. */
    void takeInHand() {
        // it is
    }

    /** Whether the connection is its own at this moment. */
    boolean inHand() {
        return lease() != null;
    }

    /** It has ended, or is lent or returned at this moment. */
    final SQLException notHeld(Lease made) {
        return made.ended()
                ? Messages.leaseEnded(database.name(), origin())
                : TransactionMessages.otherConnection(database.name(), origin());
    }

    /** Ends a call. */
    public final void exit() {
        if (leaveNested()) {
            return;
        }
        settle();
        unlock();
    }

    /**
     * Commits. Needs no server if nothing was sent since the last time.
     *
     * @throws SQLException what the driver threw, that the work was lost, or that it is not the user's to end
     */
    public abstract void commit() throws SQLException;

    /**
     * Rolls back, which forgives a lost connection. Needs no server if nothing was sent since the last time.
     *
     * @throws SQLException what the driver threw, or that it is not the user's to end
     */
    public abstract void rollback() throws SQLException;

    /**
     * Asked before a call that divides a transaction, or ends a part of it.
     *
     * @param call for the message
     * @throws SQLException when that is somebody else's business
     */
    public abstract void mayControlTransaction(String call) throws SQLException;

    /**
     * The user closes the handle: the connection is given back early; the next use leases again (R15).
     *
     * @throws SQLException when another thread is inside
     */
    public abstract void release() throws SQLException;

    // --- what the user has set ---

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
            refuseIfOver();
            var after = new EnumMap<JdbcAttribute, Object>(JdbcAttribute.class);
            after.putAll(before);
            after.put(attribute, value);
            wanted = after;
            if (inHand() && !lease().connection().broken) {
                reconcile();
                var connection = lease().connection();
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
    public final Object wanted(JdbcAttribute attribute) {
        return wanted.get(attribute);
    }

    final Map<JdbcAttribute, Object> wanted() {
        return wanted;
    }

    final void want(Map<JdbcAttribute, Object> all) {
        wanted = all;
    }

    // --- what goes wrong ---

    /** An error was seen; the lease knows what it means for the connection. */
    void noticed(Throwable thrown) {
        // that is all
    }

    /** The connection broke under a call. Work that was not committed is lost, and whoever goes on must be told, not only the statement (R19). */
    abstract void lost(Lease broken);

    /** The server behind the connection is not the one to write to any more; the unit keeps it until its boundary. */
    final void lostRole(Lease stale) {
        database.fitness().lostRole(stale.connection());
    }

    /**
     * Aborts the physical connection under a call in progress, from any thread.
     *
     * @param executor passed to the driver
     * @throws SQLException what the driver threw
     */
    public final void abort(Executor executor) throws SQLException {
        var held = lease();
        if (held != null && !held.ended()) {
            lost(held);
            held.physical().abort(executor);
        }
    }

    final void refuseIfOver() throws SQLException {
        if (over()) {
            throw ended();
        }
    }

    SQLException ended() {
        return Messages.unitEnded(database.name(), origin());
    }

    @Override
    SQLException refusal(Thread first, Thread second) {
        return Messages.inUse(database.name(), origin(), first, second);
    }

    // --- as others see it ---

    /**
     * Which database.
     *
     * @return as configured
     */
    public final String databaseName() {
        return database.name();
    }

    /** What else a message should say of it as a holder. */
    String circumstances() {
        return "";
    }

    /** Whether nobody is left to end it: its thread is gone. */
    boolean orphaned() {
        return false;
    }

    /** Nanoseconds until a call must be cut short; does it when it is time. */
    long untilCutShort(long now) {
        return Long.MAX_VALUE;
    }
}
