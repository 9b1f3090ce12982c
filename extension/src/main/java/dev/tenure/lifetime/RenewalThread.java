package dev.tenure.lifetime;

import java.util.Collection;
import java.util.concurrent.locks.ReentrantLock;

/** Opens connections ahead of time (R30). There is such a thread only while something is being renewed. */
final class RenewalThread implements Runnable {

    private final ReentrantLock lock = new ReentrantLock();
    private volatile Collection<Database> databases;
    private volatile boolean woken;
    private Thread thread;
    private boolean stopped;

    void over(Collection<Database> newDatabases) {
        databases = newDatabases;
    }

    /** Something is due. */
    void wake() {
        if (woken) {
            return;
        }
        lock.lock();
        try {
            if (stopped) {
                return;
            }
            woken = true;
            if (thread == null) {
                thread = new Thread(this, "tenure-renewal");
                thread.setDaemon(true);
                thread.setContextClassLoader(RenewalThread.class.getClassLoader());
                thread.start();
            }
        } finally {
            lock.unlock();
        }
    }

    @Override
    public void run() {
        do {
            woken = false;
            for (var database : databases) {
                database.renew();
            }
        } while (!leave());
    }

    private boolean leave() {
        lock.lock();
        try {
            if (woken && !stopped) {
                return false;
            }
            thread = null;
            return true;
        } finally {
            lock.unlock();
        }
    }

    /** Starts none any more, and waits for a moment for the one that runs. */
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
                running.join(5_000);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
    }
}
