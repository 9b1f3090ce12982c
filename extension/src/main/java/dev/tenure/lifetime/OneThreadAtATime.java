package dev.tenure.lifetime;

import java.lang.ref.ReferenceQueue;
import java.lang.ref.WeakReference;
import java.sql.SQLException;
import java.util.concurrent.atomic.AtomicReferenceFieldUpdater;
import java.util.concurrent.locks.LockSupport;

/**
 * The guard of a unit (R23): one thread at a time is inside, as often nested as it likes; another one is refused, not made to wait. A superclass rather
 * than a field, because every call of the user passes it; and a reference, because Java has but one superclass to give.
 */
abstract class OneThreadAtATime extends WeakReference<Object> {

    private static final AtomicReferenceFieldUpdater<OneThreadAtATime, Thread> INSIDE =
            AtomicReferenceFieldUpdater.newUpdater(OneThreadAtATime.class, Thread.class, "inside");

    /** Stands for whichever thread does work of ours inside, such as a boundary. */
    private static final Thread CARETAKER = new Thread("Tenure's, which gives the connection back");

    private static final long PATIENCE_NANOS = 5_000_000_000L;
    private static final long LOOK_NANOS = 50_000;

    private volatile Thread inside;
    /** Who it is; set and cleared by that thread alone, which is the only one to find itself here. */
    private Thread caretaker;
    /** How often the thread inside has come in again; its own. */
    private int nested;

    OneThreadAtATime(Object referent, ReferenceQueue<Object> queue) {
        super(referent, queue);
    }

    /** Comes in for work of ours unless somebody is inside, be it this thread. */
    final boolean enterIfEmpty() {
        if (!INSIDE.compareAndSet(this, null, CARETAKER)) {
            return false;
        }
        caretaker = Thread.currentThread();
        return true;
    }

    /**
     * Comes in. Waits for work of ours, which the user knows nothing of, to be done: a request may be ending on its first thread while another one works.
     *
     * @return true if this thread was inside already; end that by {@link #leaveNested()}
     * @throws SQLException when another thread of the user's is inside
     */
    final boolean enterOrRefuse() throws SQLException {
        var me = Thread.currentThread();
        if (INSIDE.compareAndSet(this, null, me)) {
            return false;
        }
        if (inside == me) {
            nested++;
            return true;
        }
        return enterAfterCaretaker(me);
    }

    private boolean enterAfterCaretaker(Thread me) throws SQLException {
        long start = System.nanoTime();
        var other = inside;
        while ((other == null || other == CARETAKER) && caretaker != me && System.nanoTime() - start < PATIENCE_NANOS) {
            if (INSIDE.compareAndSet(this, null, me)) {
                return false;
            }
            LockSupport.parkNanos(this, LOOK_NANOS);
            other = inside;
        }
        throw refusal(other, me);
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
        caretaker = null;
        inside = null;
    }

    /** The user's thread that is inside now, or null. */
    final Thread inside() {
        var now = inside;
        return now == CARETAKER ? null : now;
    }

    /** What the second thread is told; the first may have left meanwhile and be null. */
    abstract SQLException refusal(Thread first, Thread second);
}
