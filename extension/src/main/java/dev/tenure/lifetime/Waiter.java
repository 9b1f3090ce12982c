package dev.tenure.lifetime;

import java.util.concurrent.atomic.AtomicReference;

/** A thread among {@link Waiters}. Holds what it was given, once it was. */
final class Waiter extends AtomicReference<Object> {
    private static final long serialVersionUID = 1L;
    /** Held by one that has left with nothing. */
    static final Object GONE = new Object();

    final transient Thread thread = Thread.currentThread();
    final long since = System.nanoTime();
    final long deadline;
    /** Its time is up before that of one that came earlier, so that nobody keeps watch over it. */
    final boolean before;
    /** The deadline of this one, or of the last before it that is not {@link #before}. */
    private final long watched;

    /** Something is, or was, free for it. */
    volatile boolean called;
    /** It was called in vain, and its patience is at its end. */
    volatile boolean impatient;

    // its own
    boolean hasLooked;
    long lookedAt;
    boolean searched;
    /** When it looks around next, if it keeps watch. */
    long looksAroundAt;

    /**
     * The calling thread.
     *
     * @param nanos how long it will wait
     * @param lookAfter how long until it looks around for the first time
     * @param previous who came before it, or null
     */
    Waiter(long nanos, long lookAfter, Waiter previous) {
        deadline = since + nanos;
        looksAroundAt = since + lookAfter;
        before = previous != null && deadline - previous.watched < 0;
        watched = before ? previous.watched : deadline;
    }

    long left(long now) {
        return deadline - now;
    }
}
