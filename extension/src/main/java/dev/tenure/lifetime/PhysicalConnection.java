package dev.tenure.lifetime;

import dev.tenure.OpenConnection;
import dev.tenure.config.DatabaseSettings;
import dev.tenure.config.SessionReset;
import dev.tenure.vendor.Session;
import dev.tenure.vendor.TransactionStatus;
import dev.tenure.vendor.Vendor;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicIntegerFieldUpdater;

/**
 * One connection of the driver, and what is known of it. Its state moves by the named transitions only; whoever makes it {@link State#LEASED} owns all
 * fields that are not volatile until the next transition.
 */
public final class PhysicalConnection implements Supply.Turn {

    /** Where a connection is in its life. It is born leased, and closed once. */
    public enum State {
        /** Open, and nobody's: or parked, which is the same but that one thread's unit has the first claim on it. */
        IDLE,
        /** A unit's own. */
        LEASED,
        /** Closed, or about to be by the one who made the transition. */
        CLOSED
    }

    /** The state as a number: to store an object costs a collector's barrier, and these are the stores of the hot path. */
    private static final AtomicIntegerFieldUpdater<PhysicalConnection> STATE =
            AtomicIntegerFieldUpdater.newUpdater(PhysicalConnection.class, "state");

    private static final AtomicIntegerFieldUpdater<PhysicalConnection> IN_HAND =
            AtomicIntegerFieldUpdater.newUpdater(PhysicalConnection.class, "inHand");

    private static final int IDLE = 0;
    private static final int LEASED = 1;
    private static final int CLOSED = 2;

    final Connection raw;
    /** What it was opened with. */
    final DatabaseSettings settings;

    final Vendor vendor;
    final Session session;
    final long openedAt;
    final long lifetime;
    final long idleLimit;
    final long generation;
    final SessionReset sessionReset;
    final JdbcState jdbc;
    final ArrayList<Statement> statements = new ArrayList<>();
    final LeaseNote note = new LeaseNote();
    final BoundaryTally tally = new BoundaryTally();

    private final long id;

    private volatile int state = LEASED;
    /** 1 from when its unit has it, until it is given back: before, it is leased to be opened or to be checked, and what it says of a lease is the last one's. */
    private volatile int inHand;

    // Not volatile, though others look at them: each is written before a transition and read after a look at the state,
    // and who looks may be a moment late.
    private ThreadUnit parkedBy;
    /** Who holds it or has parked it, else who did last. */
    Holder holder;

    long idleSince;
    long leasedAt;
    boolean reportedLong;
    /** When it last proved to be alive, so that a proven death of another one makes it suspect (R18). */
    long checkedGeneration;

    /** Its successor may be opened ahead of time (R30). */
    volatile boolean renewable;
    /** Its successor is there. */
    volatile boolean succeeded;

    boolean suspect;
    boolean broken;
    boolean staleRole;
    /** Something was sent since the last commit or rollback: there may be a transaction. */
    boolean dirty;
    /** The user's own statements were among it: to roll back is to lose work. */
    boolean worked;
    /** The user has the driver's connection in hand. */
    boolean exposed;
    /** Something was sent since the session was last known to be as after the login. */
    boolean sessionUsed;

    /** Written by its holder only. */
    long uses;

    PhysicalConnection(
            long id,
            Connection raw,
            DatabaseSettings settings,
            Vendor vendor,
            Session session,
            long openedAt,
            long lifetime,
            long idleLimit,
            long generation) {
        this.id = id;
        this.raw = raw;
        this.settings = settings;
        this.sessionReset = settings.sessionReset();
        this.vendor = vendor;
        this.session = session;
        this.openedAt = openedAt;
        this.lifetime = lifetime;
        this.idleLimit = idleLimit;
        this.generation = generation;
        this.checkedGeneration = generation;
        this.renewable = Renewal.makesSense(settings, lifetime);
        this.jdbc = new JdbcState(settings.autocommit());
    }

    /** Takes it out of the idle set for a unit; also one that is parked. */
    boolean tryLease() {
        if (!STATE.compareAndSet(this, IDLE, LEASED)) {
            return false;
        }
        if (parkedBy != null) {
            parkedBy = null;
        }
        return true;
    }

    /** The unit that parked it takes it again, unless somebody else has had it meanwhile. */
    boolean tryResume(ThreadUnit unit) {
        if (parkedBy != unit || !STATE.compareAndSet(this, IDLE, LEASED)) {
            return false;
        }
        if (parkedBy != unit) { // lent, given back and parked by another between the two lines above
            STATE.set(this, IDLE);
            return false;
        }
        parkedBy = null;
        return true;
    }

    /** The lease begins: it is open, and fit for use. */
    void handTo(Holder user, long now) {
        if (holder != user) {
            holder = user;
        }
        leasedAt = now;
        reportedLong = false;
        IN_HAND.lazySet(this, 1);
    }

    /** Who has it in hand, for any thread; else null. */
    Holder heldBy() {
        return state == LEASED && inHand == 1 ? holder : null;
    }

    /** Takes it out of the idle set to close it. */
    boolean tryRetire() {
        return STATE.compareAndSet(this, IDLE, CLOSED);
    }

    /** Its holder closes it. */
    void retire() {
        STATE.set(this, CLOSED);
    }

    /** Its holder gives it to everybody. It stays written down as the last one, which means nothing any more. */
    void becomeIdle(long now) {
        exposed = false;
        idleSince = now;
        IN_HAND.lazySet(this, 0);
        STATE.set(this, IDLE);
    }

    /** Its holder, a thread's unit, needs it no more for now. */
    void park(ThreadUnit unit, long now) {
        parkedBy = unit;
        idleSince = now;
        IN_HAND.lazySet(this, 0);
        STATE.set(this, IDLE);
    }

    /** The thread of its unit is gone. */
    void unpark() {
        parkedBy = null;
    }

    ThreadUnit parkedBy() {
        return parkedBy;
    }

    /** The age is counted from before the connect; use never extends it (R6). Who has a successor is old enough (R30). */
    boolean expired(long now) {
        return succeeded || (lifetime != DatabaseSettings.UNLIMITED && now - openedAt >= lifetime);
    }

    boolean idleTooLong(long now) {
        return idleLimit != DatabaseSettings.UNLIMITED && now - idleSince >= idleLimit;
    }

    /** Whether there is a transaction: by the server's own flag where the driver passes it on, else by what was sent. */
    boolean inTransaction() {
        if (!mayBeInTransaction() || broken) {
            return false;
        }
        return switch (vendor.transactionStatus(raw)) {
            case ACTIVE, FAILED -> true;
            case NONE -> false;
            case UNKNOWN -> !autocommitNow();
        };
    }

    /** An error has aborted the transaction: the server would answer a commit by rolling back, and the driver might keep quiet about it. */
    boolean transactionFailed() {
        return vendor.transactionStatus(raw) == TransactionStatus.FAILED;
    }

    /** Ends the call in progress, from any thread, and with it what the server does for it. */
    void cutShort() {
        try {
            vendor.cancel(raw);
        } catch (SQLException | RuntimeException e) {
            // the server cannot be reached, or has finished
        }
        Deadline.abort(raw);
    }

    /** False if nothing was sent since the last one ended. */
    boolean mayBeInTransaction() {
        return dirty || exposed;
    }

    private boolean autocommitNow() {
        try {
            return exposed ? raw.getAutoCommit() : jdbc.autocommit();
        } catch (SQLException e) {
            return false; // to roll back without need does no harm
        }
    }

    /** What SQL has changed in the session must not reach the next unit. */
    boolean sessionResetDue() {
        return sessionReset == SessionReset.CHANGED
                ? session.changed()
                : sessionReset == SessionReset.ALWAYS && sessionUsed;
    }

    /** Brings the JDBC attributes to what a unit wants; what the server reports of that is our own doing, not a change by SQL. */
    void reconcile(Map<JdbcAttribute, Object> wanted) throws SQLException {
        if (jdbc.isAs(wanted)) {
            return;
        }
        boolean changedBySql = session.changed();
        jdbc.reconcile(raw, wanted);
        if (!changedBySql) {
            session.settled();
        }
    }

    /** Something is sent that may begin a transaction. */
    void touched() {
        dirty = true;
        sessionUsed = true;
    }

    /** The user gets at the driver's connection: what happens there is not seen. */
    void expose() {
        touched();
        worked = true;
        exposed = true;
        suspect = true;
        jdbc.distrust(raw);
    }

    /** Committed or rolled back. */
    void transactionEnded() {
        dirty = false;
        worked = false;
    }

    /** No transaction, no open statement; that no call is in progress is the unit's to know. */
    boolean quiescent() {
        return statements.isEmpty() && !inTransaction();
    }

    /** Quiescent, and nobody has the driver's connection in hand: between two calls of its unit it may be replaced, parked or lent. */
    boolean shareable() {
        return !exposed && quiescent();
    }

    /** JDBC: turning autocommit on commits. A transaction begun by SQL would be seen by the exact flag only. */
    void committedByAutocommit() {
        if (!vendor.transactionStatus(raw).open()) {
            transactionEnded();
        }
    }

    /**
     * The state at this moment.
     *
     * @return may be another the moment after
     */
    public State state() {
        return switch (state) {
            case IDLE -> State.IDLE;
            case LEASED -> State.LEASED;
            default -> State.CLOSED;
        };
    }

    /**
     * The database's name.
     *
     * @return as configured
     */
    public String database() {
        return settings.name();
    }

    /**
     * A number for logs.
     *
     * @return unique within the database and this run
     */
    public long id() {
        return id;
    }

    /**
     * The driver's connection.
     *
     * @return not wrapped
     */
    public Connection raw() {
        return raw;
    }

    /**
     * When opening it began.
     *
     * @return on the ticker's scale
     */
    public long openedAt() {
        return openedAt;
    }

    /**
     * How many leases it has served.
     *
     * @return 0 until its first use
     */
    public long uses() {
        return uses;
    }

    /**
     * How long it may be idle.
     *
     * @return nanoseconds, or {@link DatabaseSettings#UNLIMITED}
     */
    public long idleLimit() {
        return idleLimit;
    }

    @Override
    public String toString() {
        return settings.name() + "#" + id + " (" + vendor.name() + ", " + state() + ")";
    }

    /** What another thread sees of it. */
    OpenConnection seenAt(long now) {
        var user = heldBy();
        boolean leased = state == LEASED;
        var unit = leased ? user : holder;
        long use = !leased ? idleSince : user == null ? now : leasedAt;
        return new OpenConnection(
                database(),
                id,
                since(openedAt, now),
                lifetime == DatabaseSettings.UNLIMITED ? Optional.empty() : Optional.of(Duration.ofNanos(lifetime)),
                leased,
                since(use, now),
                uses,
                unit == null ? Optional.empty() : Optional.of(unit.origin().toString()));
    }

    /** The coarse clock may be ahead. */
    private static Duration since(long moment, long now) {
        return Duration.ofNanos(Math.max(0, now - moment));
    }
}
