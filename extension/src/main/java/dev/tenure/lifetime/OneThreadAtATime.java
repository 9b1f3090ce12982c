package dev.tenure.lifetime;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.lang.ref.ReferenceQueue;
import java.lang.ref.WeakReference;
import java.sql.SQLException;
import java.util.concurrent.locks.LockSupport;

/**
 * The guard of a unit (R23): one thread at a time is inside, as often nested as it likes; another one is refused, not made to wait. A superclass rather
 * than a field, because every call of the user passes it; and a reference, because Java has but one superclass to give.
 *
 * <p>Every call comes in and goes out, and nearly always it is the thread that was here last. So that this costs one compare-and-set and no more, the state
 * is a number (to store a reference costs a collector's barrier), the owner's name stays on the door, and going out is a release, not a volatile store: the
 * thread that has gone may not see at once what others said while it was inside. {@link SettlesWhenEmpty} says how such words are not lost.
 */
abstract class OneThreadAtATime extends WeakReference<Object> {

    private static final VarHandle DOOR;

    static {
        try {
            DOOR = MethodHandles.lookup().findVarHandle(OneThreadAtATime.class, "door", long.class);
        } catch (ReflectiveOperationException e) {
            throw new ExceptionInInitializerError(e);
        }
    }

    private static final int EMPTY = 0;
    /** The owner, a thread of the user's, is inside. */
    static final int OWNER = 1;
    /** Another thread is becoming the owner. */
    private static final int CHANGING = 2;
    /** Whichever thread does work of ours inside, such as a boundary. */
    private static final int CARETAKER = 3;

    private static final int STATE = 3;
    private static final int OWNERS = 4;

    /** What a refused thread is told of the caretaker. */
    private static final Thread NOBODY_OF_THE_USERS = new Thread("Tenure's, which gives the connection back");

    private static final long PATIENCE_NANOS = 5_000_000_000L;
    private static final long LOOK_NANOS = 50_000;

    /** Who is inside, and above that how many owners there have been: whoever finds itself the owner and the number unchanged is still the owner. */
    private volatile long door;
    /** The thread of the user's that is or was last inside; written while {@link #CHANGING}. */
    private Thread owner = Thread.currentThread();
    /** Set and cleared by that thread alone, which is the only one to find itself here. */
    private Thread caretaker;
    /** How often the owner has come in again; its own. */
    private int nested;

    OneThreadAtATime(Object referent, ReferenceQueue<Object> queue) {
        super(referent, queue);
    }

    private static int state(long door) {
        return (int) door & STATE;
    }

    /** What is on the door, to come in by. */
    final long look() {
        return door;
    }

    /** False if the door is not as it was seen: somebody is inside, or there has been another owner meanwhile, whose name is on it now. */
    final boolean comeIn(long seen, int as) {
        return DOOR.compareAndSet(this, seen, seen | as);
    }

    /** Comes in for work of ours unless somebody is inside, be it this thread. */
    final boolean enterIfEmpty() {
        long seen = look();
        while (state(seen) == EMPTY) {
            if (comeIn(seen, CARETAKER)) {
                caretaker = Thread.currentThread();
                return true;
            }
            seen = look();
        }
        return false;
    }

    /**
     * Comes in. Waits for work of ours, which the user knows nothing of, to be done: a request may be ending on its first thread while another one works.
     *
     * @return true if this thread was inside already; end that by {@link #leaveNested()}
     * @throws SQLException when another thread of the user's is inside
     */
    final boolean enterOrRefuse() throws SQLException {
        long seen = look();
        var me = Thread.currentThread();
        if (owner == me && state(seen) == EMPTY && comeIn(seen, OWNER)) {
            return false;
        }
        return enterAsAnother(me);
    }

    private boolean enterAsAnother(Thread me) throws SQLException {
        long seen = look();
        while (state(seen) != OWNER) {
            if (state(seen) != EMPTY) {
                awaitCaretaker(me);
            } else if (comeIn(seen, CHANGING)) {
                owner = me;
                DOOR.setRelease(this, (seen + OWNERS) | OWNER);
                return false;
            }
            seen = look();
        }
        var first = owner;
        if (first != me) { // this thread's own name it reads only if it is the last one that it or anybody has written
            throw refusal(first, me);
        }
        nested++;
        return true;
    }

    private void awaitCaretaker(Thread me) throws SQLException {
        long start = System.nanoTime();
        while (state(look()) >= CHANGING) {
            if (caretaker == me || System.nanoTime() - start >= PATIENCE_NANOS) {
                throw refusal(NOBODY_OF_THE_USERS, me);
            }
            LockSupport.parkNanos(this, LOOK_NANOS);
        }
    }

    /** Ends a nested visit; false if this is not one. */
    final boolean leaveNested() {
        if (nested == 0) {
            return false;
        }
        nested--;
        return true;
    }

    /** Ends the owner's visit. What others write before they find it inside, it may overlook when it looks for it afterwards. */
    final void leave() {
        DOOR.setRelease(this, door & ~STATE);
    }

    /** Ends the caretaker's visit. What others write before they find it inside, it sees when it looks for it afterwards. */
    final void leaveAsCaretaker() {
        caretaker = null;
        door = door & ~STATE;
    }

    /** The user's thread that is inside now, or null. */
    final Thread inside() {
        return state(door) == OWNER ? owner : null;
    }

    /** What the second thread is told. */
    abstract SQLException refusal(Thread first, Thread second);
}
