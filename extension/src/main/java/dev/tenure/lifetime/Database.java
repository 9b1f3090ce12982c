package dev.tenure.lifetime;

import dev.tenure.CloseReason;
import dev.tenure.DatabaseStatistics;
import dev.tenure.config.DatabaseSettings;
import dev.tenure.config.DurationFormat;
import java.lang.ref.ReferenceQueue;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;

/**
 * One database of the application: hands connections to units of work and takes them back. Read in the order of a connection's life: acquire, give back,
 * close; then what happens from outside: verbs, sweep, shutdown.
 */
public final class Database {

    /** What a waiter gets: a connection, or the right to open one. */
    private record Turn(PhysicalConnection connection, boolean opens) {
        static final Turn SLOT = new Turn(null, true);
        static final Turn NEVER = new Turn(null, false);

        static Turn of(PhysicalConnection connection) {
            return new Turn(connection, false);
        }
    }

    private record Closing(PhysicalConnection connection, CloseReason reason) {}

    private final String name;
    private final Opening opening;
    private final Ticker ticker;
    private final LifetimeListener listener;
    private final Runnable wakeSweep;
    private final Registry registry = new Registry();
    private final Boundary boundary;
    private final Waiters<Turn> waiters = new Waiters<>(this::takeFree, this::putBack);
    private final Queue<Closing> closing = new ConcurrentLinkedQueue<>();
    private final ReferenceQueue<Object> forgotten = new ReferenceQueue<>();
    /** Connections opened before the last proven death or retirement are of an older one (R18). */
    private final AtomicLong generation = new AtomicLong();

    private volatile long retiredBefore;
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
     * @param information gets the line about the effective limits, once
     * @param wakeSweep called when {@link #sweep} has something to do earlier than it said
     */
    public Database(
            String name,
            DatabaseSettings settings,
            SettingsReader reader,
            ConnectionSource source,
            Ticker ticker,
            LifetimeListener listener,
            Consumer<String> information,
            Runnable wakeSweep) {
        this.name = name;
        this.settings = settings;
        this.opening = new Opening(name, reader, source, ticker, information);
        this.ticker = ticker;
        this.listener = listener;
        this.wakeSweep = wakeSweep;
        this.boundary = new Boundary(this, listener);
    }

    // --- acquire ---

    /** A connection that is fit for a new lease; waits for one if the cap is reached. */
    PhysicalConnection acquire(UnitOfWork unit) throws SQLException {
        var turn = waiters.isEmpty() ? takeFree() : null;
        if (turn == null) {
            turn = await();
        }
        while (true) {
            if (shutDown) {
                undo(turn);
                throw Messages.shutDown(name);
            }
            if (turn.opens()) {
                return open(unit);
            }
            var candidate = turn.connection();
            var unfit = unfit(candidate, candidate.lifetime == 0);
            if (unfit == null) {
                return leased(candidate, unit);
            }
            closeKeepingSlot(candidate, unfit);
            turn = replacement();
        }
    }

    /** Another idle one, which frees the slot at hand, or that slot. */
    private Turn replacement() {
        var idle = registry.takeIdle();
        if (idle == null) {
            return Turn.SLOT;
        }
        freeSlot();
        return Turn.of(idle);
    }

    private Turn takeFree() {
        var idle = registry.takeIdle();
        if (idle != null) {
            return Turn.of(idle);
        }
        if (registry.tryTakeSlot(settings.maxConnections())) {
            return Turn.SLOT;
        }
        var parked = registry.takeParked();
        return parked == null ? null : Turn.of(parked);
    }

    private void putBack(Turn turn) {
        if (turn.opens()) {
            registry.freeSlot();
        } else if (turn.connection() != null) {
            turn.connection().becomeIdle(turn.connection().idleSince);
        }
    }

    private void undo(Turn turn) {
        if (turn.opens()) {
            registry.freeSlot();
        } else if (turn.connection() != null) {
            closeNow(turn.connection(), CloseReason.SHUTDOWN);
        }
    }

    private Turn await() throws SQLException {
        if (shutDown) {
            throw Messages.shutDown(name);
        }
        wakeSweep.run(); // a dead thread may hold what we wait for
        long timeout = settings.acquireTimeoutNanos();
        var turn = waiters.await(timeout);
        if (turn == null) {
            throw Thread.currentThread().isInterrupted()
                    ? Messages.interrupted(name)
                    : Messages.noneFree(name, settings.maxConnections(), timeout, holders());
        }
        return turn;
    }

    private PhysicalConnection open(UnitOfWork unit) throws SQLException {
        PhysicalConnection connection;
        try {
            var opened = opening.open(generation.get());
            settings = opened.settings();
            connection = opened.connection();
        } catch (SQLException | RuntimeException | Error e) {
            freeSlot();
            throw e;
        }
        registry.add(connection);
        try {
            listener.opened(connection, ticker.nanos() - connection.openedAt);
        } catch (RuntimeException | Error e) {
            closeNow(connection, Opening.REFUSED); // R3: an observer that throws leaves nothing behind
            throw Messages.notReady(name, e);
        }
        wakeSweep.run();
        if (shutDown) {
            closeNow(connection, CloseReason.SHUTDOWN);
            throw Messages.shutDown(name);
        }
        return leased(connection, unit);
    }

    private PhysicalConnection leased(PhysicalConnection connection, UnitOfWork unit) {
        connection.holder = unit;
        connection.leasedAt = ticker.nanos();
        connection.reportedLong = false;
        connection.uses++;
        return connection;
    }

    /** Why an idle connection, now leased, must not be handed out; pings it at most once (R9, R11, R18). */
    private CloseReason unfit(PhysicalConnection connection, boolean ofAnotherUnit) {
        if (ofAnotherUnit) {
            return CloseReason.END_OF_UNIT; // max-age=0: parked by a thread whose unit must end for this one
        }
        return unfitAt(connection, ticker.nanos(), connection.lifetime != 0);
    }

    /** The same for a connection that its own unit has held or parked: an age of 0 does not end it. */
    CloseReason unfitToGoOn(PhysicalConnection connection, boolean ofThread) {
        return unfitAt(connection, ticker.nanos(), ofThread && connection.lifetime != 0);
    }

    private CloseReason unfitAt(PhysicalConnection connection, long now, boolean ageMatters) {
        if (connection.broken) {
            return CloseReason.BROKEN;
        }
        if (connection.staleRole) {
            return CloseReason.STALE_ROLE;
        }
        if (ageMatters && connection.expired(now)) {
            return CloseReason.MAX_AGE;
        }
        if (ageMatters && retired(connection)) {
            return CloseReason.RETIRED;
        }
        if (connection.idleTooLong(now)) {
            return CloseReason.IDLE; // the server has closed it, or is about to: no ping would be sure
        }
        if (mustBePinged(connection, now) && !boundary.ping(connection)) {
            return connection.suspect ? CloseReason.SUSPECT : CloseReason.BROKEN;
        }
        connection.suspect = false;
        return null;
    }

    private boolean mustBePinged(PhysicalConnection connection, long now) {
        if (connection.suspect || connection.checkedGeneration < generation.get()) {
            return true;
        }
        long after = settings.checkAfterNanos();
        return after == 0 || (after != DatabaseSettings.NEVER && now - connection.idleSince > after);
    }

    // --- give back ---

    /** The end of a lease. Closing is left to the sweep's thread, so that it does not delay a response (R13). */
    void giveBack(PhysicalConnection connection, String origin, CloseReason forced) {
        CloseReason reason;
        try {
            reason = boundary.cross(connection, origin);
        } catch (RuntimeException | Error e) {
            listener.failed(name, "giving back " + connection, e);
            reason = CloseReason.STATE;
        }
        if (forced != null) {
            reason = forced;
        }
        if (reason == null) {
            connection.becomeIdle(ticker.nanos());
            waiters.serve();
            if (shutDown) {
                closeIdle(CloseReason.SHUTDOWN);
            }
        } else {
            discard(connection, reason);
        }
    }

    /** A connection that its unit does not want any more and nobody else may have. */
    void discard(PhysicalConnection connection, CloseReason reason) {
        connection.retire();
        if (shutDown) {
            close(connection, reason);
            freeSlot();
        } else {
            closing.add(new Closing(connection, reason));
            wakeSweep.run();
        }
    }

    /** A thread's unit is quiescent: it keeps the first claim. */
    void park(PhysicalConnection connection, UnitOfWork unit) {
        connection.park(unit, ticker.nanos());
        if (!waiters.isEmpty()) {
            waiters.serve();
        }
        if (shutDown) {
            closeIdle(CloseReason.SHUTDOWN);
        }
    }

    /** Why a connection whose unit ends may not be kept, as far as time and verbs are concerned (R6, R7). */
    CloseReason obsolete(PhysicalConnection connection) {
        if (connection.lifetime == 0) {
            return CloseReason.END_OF_UNIT;
        }
        if (retired(connection)) {
            return CloseReason.RETIRED;
        }
        return connection.expired(ticker.nanos()) ? CloseReason.MAX_AGE : null;
    }

    private boolean retired(PhysicalConnection connection) {
        return connection.generation < retiredBefore;
    }

    /** A death is proven: what was opened before is checked before its next use (R18). */
    void died(PhysicalConnection connection) {
        generation.compareAndSet(connection.generation, connection.generation + 1);
    }

    // --- close ---

    private void closeNow(PhysicalConnection connection, CloseReason reason) {
        connection.retire();
        close(connection, reason);
        freeSlot();
    }

    private void closeKeepingSlot(PhysicalConnection connection, CloseReason reason) {
        connection.retire();
        close(connection, reason);
    }

    private void close(PhysicalConnection connection, CloseReason reason) {
        if (!registry.remove(connection, reason)) {
            return;
        }
        try {
            if (connection.broken) {
                Deadline.abort(connection.raw);
            }
            Deadline.within(connection.raw, settings.validationTimeoutNanos(), connection.raw::close);
        } catch (SQLException | RuntimeException | Error e) {
            Deadline.abort(connection.raw);
            if (!connection.broken) {
                listener.failed(name, "closing " + connection, e);
            }
        }
        listener.closed(connection, reason);
    }

    private void freeSlot() {
        registry.freeSlot();
        waiters.serve();
    }

    // --- verbs ---

    /** Closes every idle connection, parked ones too. */
    public void closeIdle() {
        closeIdle(CloseReason.IDLE);
    }

    private void closeIdle(CloseReason reason) {
        for (var connection : registry.all()) {
            if (connection.tryRetire()) {
                close(connection, reason);
                freeSlot();
            }
        }
    }

    /** Nothing opened before now is leased again. */
    public void retireAll() {
        retiredBefore = generation.incrementAndGet();
        wakeSweep.run();
    }

    /** Closes idle connections now, and held ones that are not in a call after a roll back. */
    public void closeAll() {
        closeIdle(CloseReason.CLOSED_BY_APPLICATION);
        for (var connection : registry.all()) {
            var unit = connection.holder;
            if (unit != null) {
                unit.closeConnection(CloseReason.CLOSED_BY_APPLICATION);
            }
        }
        drainClosing();
    }

    void boundarySkipped() {
        registry.countSkip();
    }

    /**
     * The figures now.
     *
     * @return a snapshot
     */
    public DatabaseStatistics statistics() {
        return registry.statistics(name, waiters.size());
    }

    // --- sweep and shutdown ---

    /**
     * Closes what is past its age or idle limit and takes back what dead threads and forgotten handles hold (R10). Never touches what is in use.
     *
     * @return nanoseconds until there is something to do again; {@link Long#MAX_VALUE} if nothing is open
     */
    public long sweep() {
        drainClosing();
        reclaimForgotten();
        if (registry.isEmpty()) {
            return Long.MAX_VALUE;
        }
        long next = Long.MAX_VALUE - 1;
        long now = ticker.nanos();
        for (var connection : registry.all()) {
            next = Math.min(next, sweep(connection, now));
        }
        drainClosing();
        return registry.isEmpty() ? Long.MAX_VALUE : next;
    }

    private static final long LOOK_AT_HELD_ONES = 1_000_000_000L;

    private long sweep(PhysicalConnection connection, long now) {
        return switch (connection.state()) {
            case IDLE -> sweepIdle(connection, now);
            case LEASED -> sweepLeased(connection, now);
            case CLOSED -> LOOK_AT_HELD_ONES;
        };
    }

    private long sweepIdle(PhysicalConnection connection, long now) {
        var owner = connection.parkedBy();
        boolean ageMatters = connection.lifetime != 0;
        CloseReason reason = null;
        if (owner != null && owner.orphaned()) {
            reason = ageMatters ? null : CloseReason.THREAD_ENDED;
            connection.unpark();
        }
        if (ageMatters && connection.expired(now)) {
            reason = CloseReason.MAX_AGE;
        } else if (retired(connection)) {
            reason = CloseReason.RETIRED;
        } else if (connection.idleTooLong(now)) {
            reason = CloseReason.IDLE;
        }
        if (reason != null && connection.tryRetire()) {
            close(connection, reason);
            freeSlot();
            return Long.MAX_VALUE - 1;
        }
        long untilIdle = connection.idleLimit == DatabaseSettings.UNLIMITED
                ? Long.MAX_VALUE - 1
                : connection.idleLimit - (now - connection.idleSince);
        long untilOld = !ageMatters || connection.lifetime == DatabaseSettings.UNLIMITED
                ? Long.MAX_VALUE - 1
                : connection.lifetime - (now - connection.openedAt);
        return Math.max(1_000_000, Math.min(untilIdle, untilOld));
    }

    private long sweepLeased(PhysicalConnection connection, long now) {
        var unit = connection.holder;
        if (unit == null) {
            return LOOK_AT_HELD_ONES;
        }
        if (unit.orphaned()) {
            unit.end(CloseReason.THREAD_ENDED);
            return LOOK_AT_HELD_ONES;
        }
        long held = now - connection.leasedAt;
        if (!connection.reportedLong && held >= settings.longLeaseNanos()) {
            connection.reportedLong = true;
            var caller = unit.caller();
            listener.heldLong(
                    connection, unit.origin(), caller == null ? "none at this moment" : caller.getName(), held);
        }
        return LOOK_AT_HELD_ONES;
    }

    private void drainClosing() {
        Closing next;
        while ((next = closing.poll()) != null) {
            close(next.connection(), next.reason());
            freeSlot();
        }
    }

    private void reclaimForgotten() {
        Object collected;
        while ((collected = forgotten.poll()) != null) {
            var unit = (UnitOfWork) collected;
            for (var connection : registry.all()) {
                if (connection.holder == unit && connection.state() == PhysicalConnection.State.LEASED) {
                    listener.forgotten(connection, unit.origin());
                }
            }
            unit.end();
        }
    }

    /** Closes everything; what is in a call is given until {@code validation-timeout}, then aborted (R25). Nothing is opened afterwards. */
    public void shutDown() {
        shutDown = true;
        waiters.dismiss(Turn.NEVER);
        closeIdle(CloseReason.SHUTDOWN);
        for (var connection : registry.all()) {
            var unit = connection.holder;
            if (unit != null) {
                unit.end(CloseReason.SHUTDOWN);
            }
        }
        drainClosing();
        long deadline = System.nanoTime() + settings.validationTimeoutNanos();
        while (!registry.isEmpty() && System.nanoTime() < deadline) {
            closeIdle(CloseReason.SHUTDOWN);
            LockSupport.parkNanos(5_000_000);
        }
        for (var connection : registry.all()) {
            connection.broken = true;
            closeNow(connection, CloseReason.SHUTDOWN);
        }
    }

    private List<String> holders() {
        var holders = new ArrayList<String>();
        long now = ticker.nanos();
        for (var connection : registry.all()) {
            var unit = connection.holder;
            if (unit != null && connection.state() == PhysicalConnection.State.LEASED) {
                var caller = unit.caller();
                holders.add("%s (#%d, for %s%s)"
                        .formatted(
                                unit.origin(),
                                connection.id(),
                                DurationFormat.format(Math.max(0, now - connection.leasedAt)),
                                caller == null ? "" : ", in thread \"" + caller.getName() + "\""));
            }
        }
        return holders;
    }

    long now() {
        return ticker.nanos();
    }

    DatabaseSettings settings() {
        return settings;
    }

    long generation() {
        return generation.get();
    }

    ReferenceQueue<Object> forgotten() {
        return forgotten;
    }

    /**
     * The database's name.
     *
     * @return as configured
     */
    public String name() {
        return name;
    }
}
