package dev.tenure.lifetime;

import java.util.Collection;
import java.util.concurrent.locks.LockSupport;
import java.util.concurrent.locks.ReentrantLock;

/** The one thread of an application: asleep until the next deadline, none while nothing is open (R10). */
public final class Sweep implements Runnable {

    /** How long the thread stays after the last connection was closed, so that {@code max-age=0} does not start one a request. */
    private static final long LINGER = 2_000_000_000L;

    private final ReentrantLock lock = new ReentrantLock();
    private final LifetimeListener listener;
    private volatile Collection<Database> databases;
    private Thread thread;
    private volatile boolean stopped;
    private volatile boolean woken;

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
        long emptySince = 0;
        while (!stopped) {
            woken = false;
            long pause = sweepAll();
            if (pause == Long.MAX_VALUE) {
                emptySince = emptySince == 0 ? System.nanoTime() : emptySince;
                if (System.nanoTime() - emptySince >= LINGER && leave()) {
                    return;
                }
                pause = LINGER;
            } else {
                emptySince = 0;
            }
            if (!woken) {
                LockSupport.parkNanos(this, pause);
            }
        }
    }

    private boolean leave() {
        lock.lock();
        try {
            if (woken) {
                return false;
            }
            thread = null;
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
