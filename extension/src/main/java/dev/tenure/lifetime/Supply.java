package dev.tenure.lifetime;

import dev.tenure.CloseReason;
import java.sql.SQLException;

/**
 * Where a unit's connection comes from: the idle set, else a free slot of the cap in which one is opened, else a thread's parked one, else whatever is
 * given back first, in the order in which the units came, as {@link Waiters} has it (R11, R21). And where it goes back to.
 */
final class Supply {

    /** What a waiter gets: an idle connection, now leased, or the right to open one, or the word that there is nothing any more. */
    sealed interface Turn permits PhysicalConnection, Word {}

    private enum Word implements Turn {
        OPEN_ONE,
        NEVER
    }

    private final Database database;
    private final Registry registry;
    private final Opening opening;
    private final LifetimeListener listener;
    private final Waiters<Turn> waiters;

    Supply(Database database, Registry registry, Opening opening, LifetimeListener listener) {
        this.database = database;
        this.registry = registry;
        this.opening = opening;
        this.listener = listener;
        // a dead thread may hold what is waited for: the sweep finds it
        this.waiters = new Waiters<>(
                this::somethingIsFree,
                this::takeFree,
                this::refuse,
                database::wakeSweep,
                Waiters.PATIENCE_NANOS,
                Waiters.LOOK_NANOS);
    }

    // --- out ---

    /** A connection that is fit for use, now the unit's own. */
    PhysicalConnection acquire(UnitOfWork unit) throws SQLException {
        long asked = database.leases().asked();
        var connection = take(unit.origin());
        connection.uses++;
        connection.handTo(unit, database.now());
        database.leases().began(connection, unit.origin(), asked);
        return connection;
    }

    /** A connection that is fit for a new lease; waits for one if the cap is reached. */
    private PhysicalConnection take(Origin origin) throws SQLException {
        Turn turn = waiters.comeFirst() ? null : takeFree();
        if (turn == null) {
            turn = await(origin);
        }
        while (!database.isShutDown()) {
            if (!(turn instanceof PhysicalConnection candidate)) {
                return open();
            }
            var unfit = database.boundary().whyNotForAnother(candidate, origin);
            if (unfit == null) {
                return candidate;
            }
            database.disposal().closeKeepingSlot(candidate, unfit);
            turn = replacement();
        }
        undo(turn);
        throw Messages.shutDown(database.name());
    }

    /** Another idle one, which frees the slot at hand, or that slot. */
    private Turn replacement() {
        var idle = registry.takeIdle();
        if (idle == null) {
            return Word.OPEN_ONE;
        }
        freeSlot();
        return idle;
    }

    private Turn takeFree() {
        var idle = registry.takeIdle();
        if (idle != null) {
            return idle;
        }
        return registry.tryTakeSlot(database.settings().maxConnections()) ? Word.OPEN_ONE : registry.takeParked();
    }

    private boolean somethingIsFree() {
        return registry.hasAnotherIdle(null)
                || registry.slotsTaken() < database.settings().maxConnections();
    }

    /** Nobody is there any more to take it. */
    private void refuse(Turn turn) {
        if (turn instanceof PhysicalConnection connection) {
            connection.becomeIdle(connection.idleSince);
        } else if (turn == Word.OPEN_ONE) {
            registry.freeSlot();
        }
    }

    private void undo(Turn turn) {
        if (turn instanceof PhysicalConnection connection) {
            database.disposal().closeNow(connection, CloseReason.SHUTDOWN);
        } else if (turn == Word.OPEN_ONE) {
            freeSlot();
        }
    }

    private Turn await(Origin origin) throws SQLException {
        if (database.isShutDown()) {
            throw Messages.shutDown(database.name());
        }
        var settings = database.settings();
        long timeout = settings.acquireTimeoutNanos();
        long start = database.exactNow();
        listener.waiting(database.name(), origin.toString());
        var turn = waiters.await(timeout);
        boolean served = turn != null && turn != Word.NEVER;
        listener.waited(database.name(), origin.toString(), database.exactNow() - start, served);
        if (turn == null) {
            throw Thread.currentThread().isInterrupted()
                    ? Messages.interrupted(database.name())
                    : Messages.noneFree(
                            database.name(),
                            settings.maxConnections(),
                            timeout,
                            database.leases().now());
        }
        return turn;
    }

    // --- new ---

    /** Opens one in a slot that the caller has taken; it is the caller's, as if leased. */
    PhysicalConnection open() throws SQLException {
        PhysicalConnection connection;
        try {
            connection = opening.open(database.fitness().generation());
            database.use(connection.settings);
        } catch (SQLException | RuntimeException | Error e) {
            freeSlot();
            throw e;
        }
        registry.add(connection);
        try {
            long took = database.exactNow() - connection.openedAt;
            database.renewal().openingTook(took);
            listener.opened(connection, took);
            listener.ready(connection, took);
        } catch (RuntimeException | Error e) {
            database.disposal()
                    .closeNow(connection, CloseReason.NOT_READY); // R3: a throwing observer leaves nothing behind
            throw Messages.notReady(database.name(), e);
        }
        database.wakeSweep();
        if (database.isShutDown()) {
            database.disposal().closeNow(connection, CloseReason.SHUTDOWN);
            throw Messages.shutDown(database.name());
        }
        return connection;
    }

    /** Opens one for everybody, in a slot that the caller has taken. */
    void openForAll() throws SQLException {
        admit(open(), database.now());
    }

    // --- back ---

    /** A lease has ended, and it is clean. */
    void takeBack(PhysicalConnection connection) {
        registry.hint(connection);
        long now = database.now();
        admit(connection, now);
        if (connection.renewable && database.renewal().isDue(connection, now)) {
            database.wakeRenewal();
        }
    }

    /** It is everybody's from now on. */
    void admit(PhysicalConnection connection, long now) {
        connection.becomeIdle(now);
        serveNext();
    }

    /** It was only looked at, and has been idle all the time. */
    void putBack(PhysicalConnection connection) {
        admit(connection, connection.idleSince);
    }

    /** A thread's unit is quiescent: it keeps the first claim. */
    void park(PhysicalConnection connection, ThreadUnit unit) {
        database.leases().ended(connection, unit.origin());
        connection.park(unit, database.now());
        serveNext();
    }

    private void serveNext() {
        waiters.serve();
        if (database.isShutDown()) {
            database.disposal()
                    .closeAllIdle(CloseReason.SHUTDOWN); // it may have looked at them just before this one came
        }
    }

    // --- slots and waiters ---

    /** The right to open one, if that takes nothing from anybody who waits. */
    boolean takeSpareSlot() {
        return waiting() == 0 && registry.tryTakeSlot(database.settings().maxConnections());
    }

    void freeSlot() {
        registry.freeSlot();
        waiters.serve();
    }

    int waiting() {
        return waiters.size();
    }

    /** Whoever waits is told that there will be nothing. */
    void dismissAll() {
        waiters.dismiss(Word.NEVER);
    }
}
