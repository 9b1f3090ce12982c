package dev.tenure.lifetime;

import dev.tenure.CloseReason;
import java.sql.SQLException;

/**
 * A thread's unit, whose boundary is every moment at which it becomes quiescent (R24). Then it parks its connection: it keeps the first claim, but at the cap
 * another unit may have it, the sweep closes it when it is old, and the next use takes it again or leases another one. The worker notices nothing of that.
 */
final class ThreadUnit extends UnitOfWork {

    private final Thread home;

    /** The connection is idle for all others, and perhaps no longer this unit's. */
    private boolean parked;

    ThreadUnit(Database database, Object handle, Origin origin, Thread home) {
        super(database, handle, origin);
        this.home = home;
    }

    @Override
    void pause(PhysicalConnection connection) {
        parked = true;
        database.supply().park(connection, this);
    }

    /** Another thread, or the end, may come for what is parked at any moment; so nothing is asked of the connection here. */
    @Override
    void settle() {
        if (!parked) {
            super.settle();
        } else if (over()) {
            giveBack(closeReason());
        } else if (requestOver()) {
            giveBack(null);
        }
    }

    @Override
    boolean inHand() {
        return !parked && super.inHand();
    }

    @Override
    void keepOrDrop() throws SQLException {
        if (!parked) {
            super.keepOrDrop();
        } else if (!unpark()) {
            forget();
        } else {
            var reason = whyNotForNextUse();
            if (reason != null) {
                discard(reason);
            } else {
                database.leases().resumed(lease().connection(), origin());
            }
        }
    }

    @Override
    CloseReason whyNotForNextUse() {
        return database.boundary().whyNotForNextUse(lease().connection(), true, origin());
    }

    /** For a call on metadata, say, which do not keep a unit from being quiescent. */
    @Override
    void takeInHand() {
        if (!parked) {
            return;
        }
        if (unpark()) {
            database.leases().resumed(lease().connection(), origin());
        } else {
            forget();
        }
    }

    /** False if another unit has it, or has had it, or it is closed. */
    private boolean unpark() {
        var connection = lease().connection();
        if (connection.tryResume(this)) {
            connection.handTo(this, database.now());
            parked = false;
            return true;
        }
        return false;
    }

    private void forget() {
        dropLease();
        parked = false;
    }

    @Override
    void giveBack(CloseReason reason) {
        if (parked && !unpark()) {
            forget();
        } else {
            super.giveBack(reason);
        }
    }

    @Override
    boolean orphaned() {
        return !home.isAlive();
    }
}
