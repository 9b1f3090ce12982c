package dev.tenure.lifetime;

import dev.tenure.CloseReason;
import java.sql.SQLException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.locks.ReentrantLock;

/**
 * Asks the server whether it is there, for readiness, outside of every unit of work: by a ping on an idle connection, else by opening one in a free slot of the
 * cap. It never waits for a connection and never takes one that somebody has or waits for. On a thread of its own, one at a time, so that whoever asks is back
 * within {@code validation-timeout} whatever a connect takes; who asks meanwhile gets the same answer.
 */
final class Probe {

    /** For so long an answer is told again: an open {@code /health} must be no way to make load. */
    private static final long FRESH_NANOS = 1_000_000_000L;

    private static final long END_MILLIS = 5_000;

    private final Database database;
    private final Registry registry;
    private final ReentrantLock lock = new ReentrantLock();
    private FutureTask<ServerAnswer> asking;
    private Thread thread;
    private long askedAt;
    private boolean stopped;

    Probe(Database database, Registry registry) {
        this.database = database;
        this.registry = registry;
    }

    /** The answer now; blocks for {@code validation-timeout} at most. */
    ServerAnswer ask() {
        try {
            return begunOrUnderWay().get(database.settings().validationTimeoutNanos(), TimeUnit.NANOSECONDS);
        } catch (TimeoutException e) {
            return ServerAnswer.SILENT;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return ServerAnswer.SILENT;
        } catch (ExecutionException e) {
            return ServerAnswer.REFUSES;
        }
    }

    private FutureTask<ServerAnswer> begunOrUnderWay() {
        lock.lock();
        try {
            long now = database.exactNow();
            if (asking != null && (!asking.isDone() || now - askedAt < FRESH_NANOS)) {
                return asking;
            }
            askedAt = now;
            asking = new FutureTask<>(this::look);
            if (stopped) {
                asking.run(); // finds nothing, and opens nothing any more
            } else {
                thread = new Thread(asking, "tenure-probe");
                thread.setDaemon(true);
                thread.setContextClassLoader(Probe.class.getClassLoader());
                thread.start();
            }
            return asking;
        } finally {
            lock.unlock();
        }
    }

    private ServerAnswer look() throws SQLException {
        if (database.isShutDown()) {
            return ServerAnswer.REFUSES;
        }
        var idle = registry.takeIdle();
        if (idle != null && answers(idle)) {
            return ServerAnswer.ANSWERS;
        }
        if (database.settings().url().isEmpty()) {
            return ServerAnswer.NOT_ASKED;
        }
        if (!database.supply().takeSpareSlot()) {
            return ServerAnswer.ALL_IN_USE;
        }
        var opened = database.supply().open();
        if (opened.lifetime == 0) {
            database.disposal().closeNow(opened, CloseReason.END_OF_UNIT);
        } else {
            database.supply().admit(opened, database.now());
        }
        return ServerAnswer.ANSWERS;
    }

    /** Whether it does on this one; else it is closed. To be pinged is no use: it stays idle for as long as it was, or none would ever be idle for long. */
    private boolean answers(PhysicalConnection idle) {
        var unfit = database.fitness().whileIdle(idle, database.now());
        if (unfit == null && !database.fitness().alive(idle)) {
            unfit = CloseReason.BROKEN;
        }
        idle.tally.take(); // no unit's boundary
        if (unfit == null) {
            database.supply().putBack(idle);
        } else {
            database.disposal().closeNow(idle, unfit);
        }
        return unfit == null;
    }

    /** Asks nobody any more, and waits for a moment for the question that is under way. */
    void stop() {
        Thread running;
        lock.lock();
        try {
            stopped = true;
            running = thread;
        } finally {
            lock.unlock();
        }
        if (running != null) {
            try {
                running.join(END_MILLIS);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
    }
}
