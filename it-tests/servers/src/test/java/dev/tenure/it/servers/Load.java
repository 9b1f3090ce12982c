package dev.tenure.it.servers;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantReadWriteLock;

/** Some callers that never tire, whatever they are answered. */
final class Load implements AutoCloseable {

    static final int CALLERS = 4;

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
                if (probe.get("/sync").statusCode() == 200) {
                    served.incrementAndGet();
                }
            } catch (Exception e) {
                // the server has gone, or is between two deployments
            } finally {
                calling.readLock().unlock();
            }
        }
    }

    void awaitServed() throws InterruptedException {
        int before = served.get();
        while (served.get() < before + CALLERS) {
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
