package dev.tenure.it.servers;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantReadWriteLock;

/** Some callers that never tire, whatever they are answered. */
final class Load implements AutoCloseable {

    static final int CALLERS = 4;
    private static final long PATIENCE_SECONDS = 60;
    private static final long PAUSE_MILLIS = 20;

    private final Probe probe;
    private final AtomicInteger served = new AtomicInteger();
    private final ReentrantReadWriteLock calling = new ReentrantReadWriteLock(true);
    private final List<Thread> callers = new ArrayList<>();
    private volatile boolean over;

    Load(Probe probe) {
        this.probe = probe;
        for (int i = 0; i < CALLERS; i++) {
            var caller = new Thread(this::call, "it-caller");
            callers.add(caller);
            caller.start();
        }
    }

    private void call() {
        while (!over) {
            calling.readLock().lock();
            try {
                if (probe.serves()) {
                    served.incrementAndGet();
                    continue;
                }
            } catch (Exception e) {
                // the server has gone
            } finally {
                calling.readLock().unlock();
            }
            pause();
        }
    }

    /** The server is between two deployments, which shall not take longer for our calls. */
    private static void pause() {
        try {
            Thread.sleep(PAUSE_MILLIS);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    void awaitServed() throws InterruptedException {
        int before = served.get();
        long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(PATIENCE_SECONDS);
        while (served.get() < before + CALLERS) {
            if (System.nanoTime() > deadline) {
                throw new AssertionError("nobody was served for " + PATIENCE_SECONDS + " s");
            }
            Thread.sleep(10);
        }
    }

    /** No call is on its way as long as one holds this. */
    Lock none() {
        return calling.writeLock();
    }

    @Override
    public void close() throws InterruptedException {
        over = true;
        for (var caller : callers) {
            caller.join();
        }
    }
}
