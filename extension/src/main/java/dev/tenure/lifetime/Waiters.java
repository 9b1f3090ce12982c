package dev.tenure.lifetime;

import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;
import java.util.function.Supplier;

/**
 * Those who wait for a connection, in the order in which they came (R21). No lock: whoever frees something looks for waiters afterwards, and whoever
 * begins to wait looks for something free afterwards, so one of the two sees the other.
 *
 * @param <T> what is waited for
 */
final class Waiters<T> {

    private static final class Waiter {
        private static final Object GONE = new Object();

        final Thread thread = Thread.currentThread();
        final AtomicReference<Object> served = new AtomicReference<>();
    }

    private final ConcurrentLinkedQueue<Waiter> queue = new ConcurrentLinkedQueue<>();
    private final Supplier<T> take;
    private final Consumer<T> putBack;

    /**
     * An empty queue.
     *
     * @param take takes something free, or null
     * @param putBack takes back what was taken, without serving anybody
     */
    Waiters(Supplier<T> take, Consumer<T> putBack) {
        this.take = take;
        this.putBack = putBack;
    }

    boolean isEmpty() {
        return queue.isEmpty();
    }

    int size() {
        return queue.size();
    }

    /** Something may have become free. */
    void serve() {
        while (!queue.isEmpty()) {
            T free = take.get();
            if (free == null) {
                return;
            }
            if (!hand(free)) {
                putBack.accept(free); // everybody has gone; look again, somebody may have come
            }
        }
    }

    private boolean hand(T free) {
        Waiter first;
        while ((first = queue.poll()) != null) {
            if (first.served.compareAndSet(null, free)) {
                LockSupport.unpark(first.thread);
                return true;
            }
        }
        return false;
    }

    /**
     * Waits for one's turn.
     *
     * @param nanos how long at the most, by the real clock
     * @return null when the time is up, or the thread was interrupted (its flag stays set)
     */
    @SuppressWarnings("unchecked") // only hand() puts something into served, and the sentinel never leaves
    T await(long nanos) {
        var waiter = new Waiter();
        queue.add(waiter);
        serve();
        long deadline = System.nanoTime() + nanos;
        while (waiter.served.get() == null) {
            long left = deadline - System.nanoTime();
            if (left <= 0 || Thread.currentThread().isInterrupted()) {
                if (waiter.served.compareAndSet(null, Waiter.GONE)) {
                    queue.remove(waiter);
                    return null;
                }
                break; // served at the last moment
            }
            LockSupport.parkNanos(this, left);
        }
        return (T) waiter.served.get();
    }

    /** Wakes all with nothing; used when there will never be anything again. */
    void dismiss(T nothing) {
        while (hand(nothing)) {
            // until nobody is left
        }
    }
}
