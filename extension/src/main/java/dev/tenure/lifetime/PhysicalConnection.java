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

/**
 * One connection of the driver, and what is known of it: how old it may become, what was seen of its health, and in which state its session is. Who has it is
 * told by {@link Leasable}, and what was done on it by {@link UnderLease}.
 */
public final class PhysicalConnection extends UnderLease implements Supply.Turn {

    private final long id;
    final Connection raw;
    /** What it was opened with. */
    final DatabaseSettings settings;

    final Vendor vendor;
    final BoundaryTally tally = new BoundaryTally();

    // how old it may become
    final long openedAt;
    final long lifetime;
    final long idleLimit;
    /** Its successor may be opened ahead of time (R30). */
    volatile boolean renewable;
    /** Its successor is there. */
    volatile boolean succeeded;

    // its health
    final long generation;
    /** When it last proved to be alive, so that a proven death of another one makes it suspect (R18). */
    long checkedGeneration;

    boolean broken;
    boolean staleRole;

    // its session
    final ArrayList<Statement> statements = new ArrayList<>();
    final JdbcState jdbc;
    final Session session;
    final SessionReset sessionReset;

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

    // --- its age ---

    /** The age is counted from before the connect; use never extends it (R6). Who has a successor is old enough (R30). */
    boolean expired(long now) {
        return succeeded || (lifetime != DatabaseSettings.UNLIMITED && now - openedAt >= lifetime);
    }

    boolean idleTooLong(long now) {
        return idleLimit != DatabaseSettings.UNLIMITED && now - idleSince >= idleLimit;
    }

    // --- its transaction ---

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

    private boolean autocommitNow() {
        try {
            return exposed ? raw.getAutoCommit() : jdbc.autocommit();
        } catch (SQLException e) {
            return false; // to roll back without need does no harm
        }
    }

    /** JDBC: turning autocommit on commits. A transaction begun by SQL would be seen by the exact flag only. */
    void committedByAutocommit() {
        if (!vendor.transactionStatus(raw).open()) {
            transactionEnded();
        }
    }

    // --- its session ---

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

    /** The user gets at the driver's connection: what happens there is not seen. */
    void expose() {
        touched();
        worked = true;
        exposed = true;
        suspect = true;
        jdbc.distrust(raw);
    }

    // --- between two uses ---

    /** No transaction, no open statement; that no call is in progress is the unit's to know. */
    boolean quiescent() {
        return statements.isEmpty() && !inTransaction();
    }

    /** Quiescent, and nobody has the driver's connection in hand: between two calls of its unit it may be replaced, parked or lent. */
    boolean shareable() {
        return !exposed && quiescent();
    }

    // --- for others ---

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
     * How many leases it has served.
     *
     * @return 0 until its first use
     */
    public long uses() {
        return uses;
    }

    @Override
    public String toString() {
        return settings.name() + "#" + id + " (" + vendor.name() + ", " + state() + ")";
    }

    /** What another thread sees of it. */
    OpenConnection seenAt(long now) {
        var user = heldBy();
        boolean leased = state() == State.LEASED;
        var unit = leased ? user : lastHolder();
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
