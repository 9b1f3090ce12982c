package dev.tenure.lifetime;

/**
 * What is written on a connection at each lease and each call: where it was leased, and what was done that another unit must not find. Written by whoever has
 * leased it; others look at it and may be a moment late. In one place with what {@link Leasable} writes, with room before it and the constants of
 * {@link PhysicalConnection} behind it, because two threads write it at the same time, each on a connection of its own.
 */
abstract class UnderLease extends Leasable {

    /** How many leases it has served, with this one. */
    long uses;

    // the lease
    /** The thread that leased it, by number: a reference would cost a collector's barrier, and keep the thread in memory. */
    long leasedBy;
    /** Where it was leased; only with {@code trace}. */
    Throwable firstUse;
    /** Somebody has heard of its beginning, at {@link #heardAt}. */
    boolean heard;

    long heardAt;

    // what was done on it
    /** It may be dead: something failed, or was done that nobody saw. */
    boolean suspect;
    /** Something was sent since the session was last known to be as after the login. */
    boolean sessionUsed;
    /** Something was sent since the last commit or rollback: there may be a transaction. */
    boolean dirty;
    /** The user's own statements were among it: to roll back is to lose work. */
    boolean worked;
    /** The user has the driver's connection in hand. */
    boolean exposed;

    /** Something is sent that may begin a transaction. */
    final void touched() {
        dirty = true;
        sessionUsed = true;
    }

    /** False if nothing was sent since the last one ended. */
    final boolean mayBeInTransaction() {
        return dirty || exposed;
    }

    /** Committed or rolled back. */
    final void transactionEnded() {
        dirty = false;
        worked = false;
    }

    /** Its holder gives it to everybody, and nobody has the driver's connection in hand any more. */
    @Override
    final void becomeIdle(long now) {
        exposed = false;
        super.becomeIdle(now);
    }
}
