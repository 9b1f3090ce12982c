package dev.tenure.lifetime;

import java.util.Collection;
import java.util.concurrent.locks.LockSupport;
import java.util.concurrent.locks.ReentrantLock;

/** The one thread of an application: asleep until the next deadline, none while nothing is open (R10). */
public final class Sweep implements Runnable {

    /** How long the thread stays after the last connection was closed, so that {@code max-age=0} does not start one a request. */
    private static final long LINGER = 2_000_000_000L;

    private static final long LONGEST = Long.MAX_VALUE / 4;
    private static final long GO = -1;
    private static final long NOT_EMPTY = 0;

    private final CoarseTicker clock = new CoarseTicker(this::wake);
    private final ReentrantLock lock = new ReentrantLock();
    private final LifetimeListener listener;
    private volatile Collection<Database> databases;
    private Thread thread;
    private volatile boolean stopped;
    private volatile boolean woken;
    private long emptySince = NOT_EMPTY;

    /**
     * A sweep without a thread yet.
     *
     * @param listener told of what fails
     */
    public Sweep(LifetimeListener listener) {
        this.listener = listener;
    }

    /**
     * Says what to sweep.
     *
     * @param newDatabases all of the application
     */
    public void over(Collection<Database> newDatabases) {
        databases = newDatabases;
    }

    /** There may be something to do: starts the thread if there is none. */
    public void wake() {
        if (stopped || databases == null) {
            return;
        }
        woken = true;
        lock.lock();
        try {
            if (thread == null && !stopped) {
                thread = new Thread(this, "tenure-sweep");
                thread.setDaemon(true);
                thread.setContextClassLoader(Sweep.class.getClassLoader());
                thread.start();
            } else {
                LockSupport.unpark(thread);
            }
        } finally {
            lock.unlock();
        }
    }

    @Override
    public void run() {
        long due = System.nanoTime();
        while (!stopped) {
            if (woken || System.nanoTime() - due >= 0) {
                woken = false;
                long pause = round();
                if (pause == GO) {
                    return;
                }
                due = System.nanoTime() + pause;
            }
            long left = due - System.nanoTime();
            long pause = clock.tick() ? Math.min(left, CoarseTicker.TICK_NANOS) : left;
            if (!woken && pause > 0) {
                LockSupport.parkNanos(this, pause);
            }
        }
    }

    /** How long there is nothing to do, or {@link #GO} if there has been nothing for a while. */
    private long round() {
        clock.stop(); // a close may take longer than a tick
        long pause = sweepAll();
        if (pause != Long.MAX_VALUE) {
            emptySince = NOT_EMPTY;
            return Math.min(pause, LONGEST);
        }
        long now = System.nanoTime();
        if (emptySince == NOT_EMPTY) {
            emptySince = now;
        }
        return now - emptySince >= LINGER && leave() ? GO : LINGER;
    }

    /** The clock that this thread ticks while it is worth while. */
    Ticker clock() {
        return clock;
    }

    private boolean leave() {
        lock.lock();
        try {
            if (woken) {
                return false;
            }
            thread = null;
            emptySince = NOT_EMPTY;
            return true;
        } finally {
            lock.unlock();
        }
    }

    private long sweepAll() {
        long next = Long.MAX_VALUE;
        for (var database : databases) {
            try {
                next = Math.min(next, database.sweep());
            } catch (RuntimeException | Error e) {
                listener.failed(database.name(), "the sweep", e);
                next = Math.min(next, 1_000_000_000L);
            }
        }
        return next;
    }

    /** Stops the thread and waits for it for a moment. */
    public void stop() {
        stopped = true;
        clock.stop();
        Thread running;
        lock.lock();
        try {
            running = thread;
            thread = null;
        } finally {
            lock.unlock();
        }
        if (running != null && running != Thread.currentThread()) {
            LockSupport.unpark(running);
            try {
                running.join(5_000);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
    }
}
