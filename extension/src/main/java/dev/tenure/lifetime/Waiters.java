package dev.tenure.lifetime;

import java.lang.invoke.VarHandle;
import java.util.concurrent.ConcurrentLinkedDeque;
import java.util.concurrent.atomic.AtomicIntegerFieldUpdater;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.function.Supplier;

/**
 * Those who wait for a connection, in the order in which they came (R21). No lock: whoever frees something looks for waiters afterwards, and whoever
 * begins to wait looks for something free afterwards, so one of the two sees the other; except that to free something while nobody waits is no fence, for it
 * is on the way of every unit, and so may overlook one who has just come. Therefore the one that keeps watch looks around itself.
 *
 * <p>To give what is free to a thread that must wake up first leaves it unused meanwhile, for longer than many units need it. So the first waiter is only
 * called, once, and one that is running may come before it; but if it is called in vain, not for long: then it is given what becomes free, and nobody comes
 * before it. (The same bargain as in the mutex of Go.)
 *
 * <p>One of them keeps watch over everybody's time, so that the others sleep without an alarm clock of their own, which costs a virtual thread more than
 * the sleep. When it goes, the last one keeps watch, because that will be there for longest. It looks around soon after it has come, and again when it has
 * waited for twice as long as at the last look.
 *
 * @param <T> what is waited for
 */
final class Waiters<T> {

    /** So long others may come before one that was called in vain: some time more than it takes to wake up. */
    static final long PATIENCE_NANOS = 100_000;

    /** After so long a wait whoever keeps watch looks around for the first time. */
    static final long LOOK_NANOS = 1_000_000;

    /** After how many times as long there may be something that nobody will free, and a search may find it. */
    private static final int SEARCH = 10;

    /** Whoever keeps watch wakes no more often than that. */
    private static final long SHORTEST_SLEEP_NANOS = 1_000_000;

    private static final AtomicIntegerFieldUpdater<Waiters<?>> COMING = updater();

    private final ConcurrentLinkedDeque<Waiter> queue = new ConcurrentLinkedDeque<>();
    /** Those who wait or are about to: who frees something when there is nobody need not look into the queue. */
    private volatile int coming;

    private final AtomicReference<Waiter> watch = new AtomicReference<>();

    private final BooleanSupplier somethingIsFree;
    private final Supplier<T> take;
    private final Consumer<T> putBack;
    private final Runnable search;
    private final long patience;
    private final long lookAfter;

    /**
     * An empty queue.
     *
     * @param somethingIsFree whether there is something to take
     * @param take takes something free, or null
     * @param putBack takes back what was taken, without serving anybody
     * @param search called when somebody has waited for a while: perhaps something can be freed
     * @param patience for how many nanoseconds others may come before one that was called in vain
     * @param lookAfter after how many nanoseconds of waiting to look around for the first time, and after how many tens to search
     */
    Waiters(
            BooleanSupplier somethingIsFree,
            Supplier<T> take,
            Consumer<T> putBack,
            Runnable search,
            long patience,
            long lookAfter) {
        this.somethingIsFree = somethingIsFree;
        this.take = take;
        this.putBack = putBack;
        this.search = search;
        this.patience = patience;
        this.lookAfter = lookAfter;
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
        var first = queue.peekFirst();
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
        VarHandle.fullFence(); // what is free is seen by whoever comes or looks now, or else they are seen here
        Waiter first;
        while ((first = queue.peekFirst()) != null) {
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
                VarHandle.fullFence();
            }
            if (!somethingIsFree.getAsBoolean()) {
                return;
            }
        }
    }

    /** Whoever is called looks again when the patience is at its end, whatever it finds now; so once is enough. */
    private static void call(Waiter waiter) {
        if (!waiter.called) {
            waiter.called = true;
            LockSupport.unpark(waiter.thread);
        }
    }

    private boolean hand(T free) {
        Waiter first;
        while ((first = queue.pollFirst()) != null) {
            if (first.compareAndSet(null, free)) {
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
        var waiter = new Waiter(nanos, lookAfter, queue.peekLast());
        try {
            return await(waiter);
        } finally {
            COMING.decrementAndGet(this);
            endWatch(waiter);
        }
    }

    @SuppressWarnings("unchecked") // only hand() puts something in, and the sentinel never leaves
    private T await(Waiter waiter) {
        queue.addLast(waiter);
        while (true) {
            T own = queue.peekFirst() == waiter ? take.get() : null;
            if (own != null && leave(waiter)) {
                return own;
            } else if (own != null) {
                putBack.accept(own); // served at the last moment, too
                serve();
            }
            if (waiter.get() != null) {
                return (T) waiter.get();
            }
            long now = System.nanoTime();
            if (waiter.left(now) <= 0 || Thread.currentThread().isInterrupted()) {
                return leave(waiter) ? null : (T) waiter.get();
            }
            sleep(waiter, now);
        }
    }

    /**
     * Until it is called or served, or has something to do. Whoever calls or serves leaves a permit to wake up, so from the last look to the sleep nothing may be
     * done that could sleep itself.
     */
    private void sleep(Waiter waiter, long now) {
        if (waiter.called && !waiter.impatient) {
            bePatient(waiter, now);
        } else if (keepsWatch(waiter)) {
            watch(waiter, now);
        } else if (waiter.before) {
            LockSupport.parkNanos(this, waiter.left(now));
        } else {
            LockSupport.park(this);
        }
    }

    /** It was called in vain. */
    private void bePatient(Waiter waiter, long now) {
        if (!waiter.hasLooked) {
            waiter.hasLooked = true;
            waiter.lookedAt = now;
        }
        long left = patience - (now - waiter.lookedAt);
        if (left > 0) {
            LockSupport.parkNanos(this, Math.min(left, waiter.left(now)));
        } else {
            waiter.impatient = true; // and looks once more: it was not called again, and nothing was handed over
        }
    }

    // --- the watch ---

    private boolean keepsWatch(Waiter waiter) {
        return watch.get() == waiter || (watch.get() == null && watch.compareAndSet(null, waiter));
    }

    /** Looks around when it is time; else sleeps until then, or until somebody's time is up. */
    private void watch(Waiter waiter, long now) {
        long untilLook = waiter.looksAroundAt - now;
        if (untilLook <= 0) {
            lookAround(waiter, now);
        } else {
            long next = Math.min(untilLook, untilNextEnd(now));
            LockSupport.parkNanos(this, Math.max(next, SHORTEST_SLEEP_NANOS));
        }
    }

    /** Then looks at itself once more before it sleeps: whoever sleeps in a search, at a lock, uses up the permit of a call. */
    private void lookAround(Waiter waiter, long now) {
        long waited = now - waiter.since;
        waiter.looksAroundAt = now + waited;
        if (somethingIsFree.getAsBoolean()) {
            serve();
        }
        if (!waiter.searched && waited / SEARCH >= lookAfter) {
            waiter.searched = true;
            search.run();
        }
    }

    /** Wakes those whose time is up, and says for how long nobody's is. Who comes later has more time left. */
    private long untilNextEnd(long now) {
        long next = Long.MAX_VALUE;
        for (var other : queue) {
            long left = other.left(now);
            if (left <= 0) {
                LockSupport.unpark(other.thread);
            }
            next = Math.min(next, left);
        }
        return next;
    }

    /** Whoever goes sees to it that somebody keeps watch over those who are left. */
    private void endWatch(Waiter waiter) {
        if (watch.get() == waiter) {
            watch.set(null);
        }
        var last = watch.get() == null ? queue.peekLast() : null;
        if (last != null) {
            LockSupport.unpark(last.thread);
        }
    }

    /** Leaves the queue without having been served; the next one may be first now. */
    private boolean leave(Waiter waiter) {
        if (!waiter.compareAndSet(null, Waiter.GONE)) {
            return false;
        }
        queue.remove(waiter);
        if (somethingIsFree.getAsBoolean()) {
            serve();
        }
        return true;
    }

    /** Wakes all with nothing; used when there will never be anything again. */
    void dismiss(T nothing) {
        while (hand(nothing)) {
            // until nobody is left
        }
    }
}
