package dev.tenure.lifetime;

import dev.tenure.CloseReason;
import dev.tenure.DatabaseStatistics;
import dev.tenure.OpenConnection;
import dev.tenure.OpenLease;
import dev.tenure.config.DatabaseSettings;
import java.lang.System.Logger.Level;
import java.lang.ref.ReferenceQueue;
import java.sql.SQLException;
import java.util.List;
import java.util.OptionalLong;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BiConsumer;

/**
 * One database of the application: the stages of its connections' lives, each of which has a class of its own ({@link Supply} with {@link Opening} and
 * {@link Waiters}, {@link Boundary}, {@link Fitness}, {@link Renewal}, {@link Patrol}, {@link Disposal}), and what is said of all its connections at once.
 */
public final class Database {

    private final String name;
    private final Ticker ticker;
    private final Background background;
    private final Transactions transactions;
    private final Registry registry = new Registry();
    private final Leases leases;
    private final Opening opening;
    private final Supply supply;
    private final Fitness fitness;
    private final Boundary boundary;
    private final Disposal disposal;
    private final Patrol patrol;
    private final Renewal renewal;
    private final Probe probe;

    private volatile DatabaseSettings settings;
    private volatile boolean shutDown;

    /**
     * A database with no connection yet.
     *
     * @param name as configured
     * @param settings at deployment
     * @param reader the settings as they are at any later moment
     * @param source opens connections
     * @param ticker the clock
     * @param listener hears what happens
     * @param log gets what whoever runs it should know: the effective limits, and why nothing can be opened; each once
     * @param background who sweeps and renews
     * @param transactions those to take part in; null for none
     */
    public Database(
            String name,
            DatabaseSettings settings,
            SettingsReader reader,
            ConnectionSource source,
            Ticker ticker,
            LifetimeListener listener,
            BiConsumer<Level, String> log,
            Background background,
            Transactions transactions) {
        this.name = name;
        this.settings = settings;
        this.ticker = ticker;
        this.background = background;
        this.transactions = transactions;
        this.leases = new Leases(this, registry, listener);
        this.opening = new Opening(name, reader, source, ticker, listener, log);
        this.supply = new Supply(this, registry, opening, listener);
        this.fitness = new Fitness(this);
        this.boundary = new Boundary(this, listener);
        this.disposal = new Disposal(this, registry, listener);
        this.patrol = new Patrol(this, registry, listener);
        this.renewal = new Renewal(this, registry, listener);
        this.probe = new Probe(this, registry);
    }

    // --- verbs ---

    /** Closes every idle connection, parked ones too. */
    public void closeIdle() {
        disposal.closeAllIdle(CloseReason.IDLE);
    }

    /** Nothing opened before now is leased again. */
    public void retireAll() {
        fitness.retireAll();
        background.wakeSweep();
    }

    /** Closes idle connections now, and held ones that are not in a call after a roll back. */
    public void closeAll() {
        disposal.closeAllIdle(CloseReason.CLOSED_BY_APPLICATION);
        for (var connection : registry.all()) {
            var holder = connection.lastHolder();
            if (holder != null) {
                holder.closeConnection(CloseReason.CLOSED_BY_APPLICATION);
            }
        }
        disposal.drain();
    }

    // --- sweep and shutdown ---

    /**
     * Closes what is past its age or idle limit and takes back what dead threads and forgotten handles hold (R10). Never touches what is in use.
     *
     * @return nanoseconds until there is something to do again; {@link Long#MAX_VALUE} if nothing is open
     */
    public long sweep() {
        return patrol.round();
    }

    /** Opens the successors of connections whose age is nearly reached (R30), until none is due. */
    public void renew() {
        boolean more = true;
        while (more && !shutDown) {
            more = renewal.renewOne();
        }
    }

    /** Closes everything; what is in a call is given until {@code validation-timeout}, then aborted (R25). Nothing is opened afterwards. */
    public void shutDown() {
        shutDown = true;
        supply.dismissAll();
        for (var connection : registry.all()) {
            var holder = connection.lastHolder();
            if (holder != null) {
                holder.end(CloseReason.SHUTDOWN);
            }
        }
        disposal.drain();
        long deadline = System.nanoTime() + settings.validationTimeoutNanos();
        while (!registry.isEmpty() && System.nanoTime() < deadline) {
            patrol.settle();
            disposal.closeAllIdle(CloseReason.SHUTDOWN);
            LockSupport.parkNanos(5_000_000);
        }
        for (var connection : registry.all()) {
            connection.broken = true; // still in a call: only an abort ends that
            disposal.closeNow(connection, CloseReason.SHUTDOWN);
        }
        probe.stop();
    }

    // --- what may be asked ---

    /**
     * The database's name.
     *
     * @return as configured
     */
    public String name() {
        return name;
    }

    /**
     * The settings in force: those with which the last connection was opened.
     *
     * @return those at deployment before the first
     */
    public DatabaseSettings settings() {
        return settings;
    }

    /**
     * The figures now.
     *
     * @return a snapshot
     */
    public DatabaseStatistics statistics() {
        return registry.statistics(name, supply.waiting());
    }

    /**
     * Asks the server whether it is there, on no unit's connection and within {@code max-connections}: see {@link ServerAnswer}. Blocks for
     * {@code validation-timeout} at most; the answer is one second old at most.
     *
     * @return what was found out
     */
    public ServerAnswer ask() {
        return probe.ask();
    }

    /**
     * For how long the server lets a connection be idle, as it told when one was opened last.
     *
     * @return nanoseconds; empty if it has no such limit, did not tell, was not asked because {@code max-idle} is {@code unlimited}, or nothing was opened yet
     */
    public OptionalLong serverIdleTimeoutNanos() {
        return opening.serverIdleTimeout();
    }

    /**
     * Who holds a connection now.
     *
     * @return by connection
     */
    public List<OpenLease> openLeases() {
        return leases.now();
    }

    /** What is open now, by id. */
    List<OpenConnection> connections() {
        return registry.seenAt(ticker.exactNanos());
    }

    // --- what the stages share ---

    Leases leases() {
        return leases;
    }

    Supply supply() {
        return supply;
    }

    Boundary boundary() {
        return boundary;
    }

    Fitness fitness() {
        return fitness;
    }

    Renewal renewal() {
        return renewal;
    }

    Disposal disposal() {
        return disposal;
    }

    // --- what they and the units ask for ---

    /** The one that is active on the calling thread; null if there is none, or none to take part in. */
    JoinableTransaction activeTransaction() throws SQLException {
        return transactions == null ? null : transactions.active();
    }

    /** Somebody is inside a unit that has something due: the sweep looks after it when nobody is. */
    void settleLater(SettlesWhenEmpty unit) {
        patrol.settleLater(unit);
        background.wakeSweep();
    }

    void boundarySkipped() {
        registry.countSkip();
    }

    void wakeSweep() {
        background.wakeSweep();
    }

    void wakeRenewal() {
        background.wakeRenewal();
    }

    boolean isShutDown() {
        return shutDown;
    }

    long now() {
        return ticker.nanos();
    }

    long exactNow() {
        return ticker.exactNanos();
    }

    /** A connection was opened with these: from now on they are in force. */
    void use(DatabaseSettings newer) {
        settings = newer;
    }

    ReferenceQueue<Object> forgotten() {
        return patrol.forgotten();
    }
}
