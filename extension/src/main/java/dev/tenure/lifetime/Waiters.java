package dev.tenure.lifetime;

import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicIntegerFieldUpdater;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;
import java.util.function.Supplier;

/**
 * Those who wait for a connection, in the order in which they came (R21). No lock: whoever frees something looks for waiters afterwards, and whoever
 * begins to wait looks for something free afterwards, so one of the two sees the other.
 *
 * <p>To give what is free to a thread that must wake up first leaves it unused meanwhile, for longer than most units need it. So the first waiter is only
 * called, and one that is running may come before it, for a millisecond; then the first waiter is given what becomes free, and nobody comes before it. (The
 * same bargain as in the mutex of Go.)
 *
 * @param <T> what is waited for
 */
final class Waiters<T> {

    /** So long others may come before one who waits. */
    static final long PATIENCE_NANOS = 1_000_000;

    private static final class Waiter {
        private static final Object GONE = new Object();

        final Thread thread = Thread.currentThread();
        final long since = System.nanoTime();
        final AtomicReference<Object> served = new AtomicReference<>();
        final AtomicBoolean called = new AtomicBoolean();
        volatile boolean impatient;
    }

    private static final AtomicIntegerFieldUpdater<Waiters<?>> COMING = updater();

    private final ConcurrentLinkedQueue<Waiter> queue = new ConcurrentLinkedQueue<>();
    /** Those who wait or are about to: who frees something when there is nobody need not look into the queue. */
    private volatile int coming;

    private final Supplier<T> take;
    private final Consumer<T> putBack;
    private final Runnable search;
    private final long patience;

    /**
     * An empty queue.
     *
     * @param take takes something free, or null
     * @param putBack takes back what was taken, without serving anybody
     * @param search called when somebody's patience is at its end: perhaps something can be freed
     * @param patience nanoseconds
     */
    Waiters(Supplier<T> take, Consumer<T> putBack, Runnable search, long patience) {
        this.take = take;
        this.putBack = putBack;
        this.search = search;
        this.patience = patience;
    }

    @SuppressWarnings({"unchecked", "rawtypes"}) // there is no class literal of a generic type
    private static AtomicIntegerFieldUpdater<Waiters<?>> updater() {
        return (AtomicIntegerFieldUpdater) AtomicIntegerFieldUpdater.newUpdater(Waiters.class, "coming");
    }

    /** Whether somebody waits to whom what becomes free is to be given. */
    boolean comeFirst() {
        return coming != 0 && firstIsImpatient();
    }

    private boolean firstIsImpatient() {
        var first = queue.peek();
        return first != null && first.impatient;
    }

    int size() {
        return queue.size();
    }

    /** Something may have become free. */
    void serve() {
        if (coming != 0) {
            serveThem();
        }
    }

    private void serveThem() {
        Waiter first;
        while ((first = queue.peek()) != null) {
            if (!first.impatient) {
                call(first);
                return;
            }
            T free = take.get();
            if (free == null) {
                return;
            }
            if (!hand(free)) {
                putBack.accept(free); // everybody has gone; look again, somebody may have come
            }
            nextIsPerhapsImpatient();
        }
    }

    /** It has not looked at the clock: only the first one does. */
    private void nextIsPerhapsImpatient() {
        var next = queue.peek();
        if (next != null && !next.impatient && System.nanoTime() - next.since >= patience) {
            next.impatient = true;
        }
    }

    private static void call(Waiter waiter) {
        if (!waiter.called.get() && waiter.called.compareAndSet(false, true)) {
            LockSupport.unpark(waiter.thread);
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
    T await(long nanos) {
        COMING.incrementAndGet(this); // before it looks for something free
        try {
            return await(nanos, new Waiter());
        } finally {
            COMING.decrementAndGet(this);
        }
    }

    @SuppressWarnings("unchecked") // only hand() puts something into served, and the sentinel never leaves
    private T await(long nanos, Waiter waiter) {
        queue.add(waiter);
        while (true) {
            waiter.called.set(false); // whoever frees something from here on calls again
            boolean first = queue.peek() == waiter;
            T own = first ? take.get() : null;
            if (own != null && leave(waiter)) {
                return own;
            } else if (own != null) {
                putBack.accept(own); // served at the last moment, too
                serve();
            }
            if (waiter.served.get() != null) {
                return (T) waiter.served.get();
            }
            long waited = System.nanoTime() - waiter.since;
            if (waited >= nanos || Thread.currentThread().isInterrupted()) {
                return leave(waiter) ? null : (T) waiter.served.get();
            }
            if (!first || waiter.impatient) {
                LockSupport.parkNanos(this, nanos - waited);
            } else if (waited < patience) {
                LockSupport.parkNanos(this, Math.min(nanos, patience) - waited);
            } else {
                waiter.impatient = true; // and looks once more: what became free before has called, but not handed over
                search.run();
            }
        }
    }

    /** Leaves the queue without having been served; the next one may be first now. */
    private boolean leave(Waiter waiter) {
        if (!waiter.served.compareAndSet(null, Waiter.GONE)) {
            return false;
        }
        queue.remove(waiter);
        serve();
        return true;
    }

    /** Wakes all with nothing; used when there will never be anything again. */
    void dismiss(T nothing) {
        while (hand(nothing)) {
            // until nobody is left
        }
    }
}
