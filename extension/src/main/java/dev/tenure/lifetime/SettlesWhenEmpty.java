package dev.tenure.lifetime;

import dev.tenure.CloseReason;
import java.util.concurrent.atomic.AtomicReferenceFieldUpdater;

/**
 * A lease or none, and how it comes to its end, whoever says so. The thread that is inside is never disturbed: the others that have business here (the
 * request's end on another thread, the sweep, shutdown) leave word, and what is due is done by the first who finds nobody inside: they themselves, that thread
 * when it leaves, or the sweep. No word is lost.
 */
abstract class SettlesWhenEmpty extends OneThreadAtATime {

    private static final AtomicReferenceFieldUpdater<SettlesWhenEmpty, Lease> LEASE =
            AtomicReferenceFieldUpdater.newUpdater(SettlesWhenEmpty.class, Lease.class, "lease");

    final Database database;
    private final Origin origin;

    /** Changed under the guard only; release and acquire for those who look at it without. */
    private volatile Lease lease;

    // Words left by those outside. Each is only ever said, never taken back, so that none overwrites another.
    /** The request is over, but perhaps not its work: give back at the next quiescent moment (trap 1). */
    private volatile boolean requestOver;
    /** The bean was destroyed, or something of the like. */
    private volatile boolean over;
    /** Why, if the connection is to be closed then. */
    private volatile CloseReason closeReason;

    SettlesWhenEmpty(Database database, Object handle, Origin origin) {
        super(handle, database.forgotten());
        this.database = database;
        this.origin = origin;
    }

    // --- the lease ---

    final Lease lease() {
        return lease;
    }

    final void take(Lease given) {
        LEASE.lazySet(this, given);
    }

    /** The lease goes on, but not here. */
    final Lease letGo() {
        var gone = lease;
        LEASE.lazySet(this, null);
        return gone;
    }

    final void dropLease() {
        letGo().end();
    }

    /** Its end, at which the connection crosses a boundary; null for no other reason to close it. */
    void giveBack(CloseReason reason) {
        if (lease == null) {
            return;
        }
        var connection = lease.connection();
        dropLease();
        database.boundary().giveBack(connection, origin, reason);
    }

    /** Its end, where the connection is of no use any more. */
    final void discard(CloseReason reason) {
        if (lease == null) {
            return;
        }
        var connection = lease.connection();
        dropLease();
        database.leases().ended(connection, origin);
        database.disposal().closeSoon(connection, reason);
    }

    // --- words ---

    /** The request is over as far as its first thread is concerned: give back now, or when it becomes quiescent. The handle stays usable (trap 1). */
    public void endWhenQuiescent() {
        requestOver = true;
        settleSoon();
    }

    /** The unit is over for good; every later use throws. Idempotent (trap 2), never throws, from any thread. */
    public void end() {
        over = true;
        settleSoon();
    }

    /** Ends it on behalf of somebody else, and closes its connection. */
    final void end(CloseReason reason) {
        closeReason = reason;
        end();
    }

    /** Said by the one who is inside, and settles it. */
    final void endInside() {
        over = true;
        settle();
    }

    /**
     * Whether it has ended for good.
     *
     * @return true after {@link #end()}
     */
    public boolean over() {
        return over;
    }

    final boolean requestOver() {
        return requestOver;
    }

    final CloseReason closeReason() {
        return closeReason;
    }

    // --- deeds ---

    /** Does what is due, inside: at the end of every call, and for every word. */
    abstract void settle();

    /**
     * Does what is due as soon as nobody is inside. The thread inside does it when it leaves, if it sees the word that was left; it may just have looked, and
     * then nobody has (its way out is no fence). So if there is somebody inside, the sweep looks again, until it has been inside itself: whoever comes in
     * after that sees the word.
     */
    private void settleSoon() {
        if (!settleIfEmpty()) {
            database.settleLater(this);
        }
    }

    /** False, and nothing done, while somebody is inside. */
    final boolean settleIfEmpty() {
        if (!enterIfEmpty()) {
            return false;
        }
        settle();
        unlockAsCaretaker();
        return true;
    }

    /** The thread of the user's leaves, and looks whether somebody has left word just before. */
    final void unlock() {
        leave();
        if ((over || requestOver) && lease != null) {
            settleSoon();
        }
    }

    /**
     * Whoever left word while this thread was inside saw it inside; so this thread looks once more after it has left, and sees it. The end of the request may
     * have to wait for its work, the end of the unit never.
     */
    final void unlockAsCaretaker() {
        leaveAsCaretaker();
        boolean looked = false;
        while ((over || (requestOver && !looked)) && lease != null && enterIfEmpty()) {
            looked = true;
            settle();
            leaveAsCaretaker();
        }
    }

    /** Somebody else wants the connection rolled back and closed; left alone while a thread is inside. The unit goes on. */
    final void closeConnection(CloseReason reason) {
        if (enterIfEmpty()) {
            try {
                giveBack(reason);
            } finally {
                unlockAsCaretaker();
            }
        }
    }

    final Origin origin() {
        return origin;
    }

    @Override
    public String toString() {
        return "unit of " + origin + " on " + database.name();
    }
}
