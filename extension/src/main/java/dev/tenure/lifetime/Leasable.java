package dev.tenure.lifetime;

import java.util.concurrent.atomic.AtomicIntegerFieldUpdater;

/**
 * Who has a connection: a unit, nobody, or whoever closes it. It moves by the named transitions only, each of them one atomic step; whoever makes it
 * {@link State#LEASED} owns all that is not volatile, here and in the connection, until the next one. A superclass rather than a field, because every lease
 * passes it.
 */
abstract class Leasable extends Apart {

    /** Where a connection is in its life. It is born leased, and closed once. */
    enum State {
        /** Open, and nobody's: or parked, which is the same but that one thread's unit has the first claim on it. */
        IDLE,
        /** A unit's own. */
        LEASED,
        /** Closed, or about to be by the one who made the transition. */
        CLOSED
    }

    /** The state as a number: to store an object costs a collector's barrier, and these are the stores of the hot path. */
    private static final AtomicIntegerFieldUpdater<Leasable> STATE =
            AtomicIntegerFieldUpdater.newUpdater(Leasable.class, "state");

    private static final AtomicIntegerFieldUpdater<Leasable> IN_HAND =
            AtomicIntegerFieldUpdater.newUpdater(Leasable.class, "inHand");

    private static final int IDLE = 0;
    private static final int LEASED = 1;
    private static final int CLOSED = 2;

    /** To become idle is a release, and no fence: it is on the way of every unit. {@link Waiters} knows what that means for them. */
    private volatile int state = LEASED;
    /** 1 from when its unit has it, until it is given back: before, it is leased to be opened or to be checked, and what it says of a lease is the last one's. */
    private volatile int inHand;

    // Not volatile, though others look at them: each is written before a transition and read after a look at the state,
    // and who looks may be a moment late.
    private ThreadUnit parkedBy;
    /** Who holds it or has parked it, else who did last. */
    private Holder holder;

    long idleSince;
    long leasedAt;
    boolean reportedLong;

    /** Takes it out of the idle set for a unit; also one that is parked. */
    final boolean tryLease() {
        if (!STATE.compareAndSet(this, IDLE, LEASED)) {
            return false;
        }
        if (parkedBy != null) {
            parkedBy = null;
        }
        return true;
    }

    /** The unit that parked it takes it again, unless somebody else has had it meanwhile. */
    final boolean tryResume(ThreadUnit unit) {
        if (parkedBy != unit || !STATE.compareAndSet(this, IDLE, LEASED)) {
            return false;
        }
        if (parkedBy != unit) { // lent, given back and parked by another between the two lines above
            STATE.lazySet(this, IDLE);
            return false;
        }
        parkedBy = null;
        return true;
    }

    /** The lease begins: it is open, and fit for use. */
    final void handTo(Holder user, long now) {
        if (holder != user) {
            holder = user;
        }
        leasedAt = now;
        reportedLong = false;
        IN_HAND.lazySet(this, 1);
    }

    /** Its holder gives it to everybody. It stays written down as the last one, which means nothing any more. */
    void becomeIdle(long now) {
        idleSince = now;
        IN_HAND.lazySet(this, 0);
        STATE.lazySet(this, IDLE);
    }

    /** Its holder, a thread's unit, needs it no more for now. */
    final void park(ThreadUnit unit, long now) {
        parkedBy = unit;
        idleSince = now;
        IN_HAND.lazySet(this, 0);
        STATE.lazySet(this, IDLE);
    }

    /** The thread of its unit is gone. */
    final void unpark() {
        parkedBy = null;
    }

    /** Takes it out of the idle set to close it. */
    final boolean tryRetire() {
        return STATE.compareAndSet(this, IDLE, CLOSED);
    }

    /** Its holder closes it. */
    final void retire() {
        STATE.set(this, CLOSED);
    }

    // --- for any thread; may be otherwise the moment after ---

    final State state() {
        return switch (state) {
            case IDLE -> State.IDLE;
            case LEASED -> State.LEASED;
            default -> State.CLOSED;
        };
    }

    /** Who has it in hand, else null. */
    final Holder heldBy() {
        return state == LEASED && inHand == 1 ? holder : null;
    }

    /** Who has the first claim on it while it is idle, else null. */
    final ThreadUnit parkedBy() {
        return parkedBy;
    }

    /** Who has it in hand or had it last; null before the first. */
    final Holder lastHolder() {
        return holder;
    }
}
