package dev.tenure.lifetime;

import java.lang.ref.ReferenceQueue;
import java.lang.ref.WeakReference;
import java.sql.SQLException;
import java.util.concurrent.atomic.AtomicReferenceFieldUpdater;

/**
 * The guard of a unit (R23): one thread at a time is inside, as often nested as it likes; another one is refused, not made to wait. A superclass rather
 * than a field, because every call of the user passes it; and a reference, because Java has but one superclass to give.
 */
abstract class OneThreadAtATime extends WeakReference<Object> {

    private static final AtomicReferenceFieldUpdater<OneThreadAtATime, Thread> INSIDE =
            AtomicReferenceFieldUpdater.newUpdater(OneThreadAtATime.class, Thread.class, "inside");

    private volatile Thread inside;
    /** How often the thread inside has come in again; its own. */
    private int nested;

    OneThreadAtATime(Object referent, ReferenceQueue<Object> queue) {
        super(referent, queue);
    }

    /** Comes in unless somebody is inside, be it this thread. */
    final boolean enterIfEmpty() {
        return INSIDE.compareAndSet(this, null, Thread.currentThread());
    }

    /**
     * Comes in.
     *
     * @return true if this thread was inside already; end that by {@link #leaveNested()}
     * @throws SQLException when another thread is inside
     */
    final boolean enterOrRefuse() throws SQLException {
        var me = Thread.currentThread();
        if (INSIDE.compareAndSet(this, null, me)) {
            return false;
        }
        var other = inside;
        if (other != me) {
            throw refusal(other, me);
        }
        nested++;
        return true;
    }

    /** Ends a nested visit; false if this is not one. */
    final boolean leaveNested() {
        if (nested == 0) {
            return false;
        }
        nested--;
        return true;
    }

    /** Ends the visit. */
    final void leave() {
        inside = null;
    }

    /** The thread that is inside now, or null. */
    final Thread inside() {
        return inside;
    }

    /** What the second thread is told; the first may have left meanwhile and be null. */
    abstract SQLException refusal(Thread first, Thread second);
}
