package dev.tenure.lifetime;

import dev.tenure.CloseReason;
import dev.tenure.config.DatabaseSettings;
import java.lang.ref.ReferenceQueue;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;

/**
 * The sweep's round through one database (R10): closes what is past its age or idle limit, takes back what dead threads and forgotten handles hold, and
 * reports what is held for long. Never touches what is in use.
 */
final class Patrol {

    /** Threads die and units are forgotten without a sound, so while something is held the round is repeated. */
    private static final long ROUND_NANOS = 1_000_000_000L;

    private static final long SHORTEST_NANOS = 1_000_000L;
    private static final long LONG = Long.MAX_VALUE - 1;

    private final Database database;
    private final Registry registry;
    private final LifetimeListener listener;
    private final ReferenceQueue<Object> forgotten = new ReferenceQueue<>();
    private final Queue<SettlesWhenEmpty> unsettled = new ConcurrentLinkedQueue<>();

    Patrol(Database database, Registry registry, LifetimeListener listener) {
        this.database = database;
        this.registry = registry;
        this.listener = listener;
    }

    /** Nanoseconds until there is something to do again; {@link Long#MAX_VALUE} if nothing is open. */
    long round() {
        database.disposal().drain();
        settle();
        reclaimForgotten();
        long next = unsettled.isEmpty() ? LONG : ROUND_NANOS;
        long now = database.now();
        for (var connection : registry.all()) {
            next = Math.min(next, Math.min(visit(connection, now), untilRenewal(connection, now)));
        }
        database.disposal().drain();
        return registry.isEmpty() && unsettled.isEmpty() ? Long.MAX_VALUE : next;
    }

    private long visit(PhysicalConnection connection, long now) {
        return switch (connection.state()) {
            case IDLE -> visitIdle(connection, now);
            case LEASED -> visitLeased(connection, now);
            case CLOSED -> ROUND_NANOS;
        };
    }

    private long visitIdle(PhysicalConnection connection, long now) {
        var reason = database.fitness().whileIdle(connection, now);
        var owner = connection.parkedBy();
        boolean ownerIsDead = owner != null && owner.orphaned();
        if (reason == null && ownerIsDead && connection.lifetime == 0) {
            reason = CloseReason.THREAD_ENDED;
        }
        if (reason != null && database.disposal().closeIfIdle(connection, reason)) {
            return LONG;
        }
        if (ownerIsDead) {
            connection.unpark();
        }
        long next = Math.min(untilIdleLimit(connection, now), untilOld(connection, now));
        return owner != null && !ownerIsDead ? Math.min(next, ROUND_NANOS) : Math.max(SHORTEST_NANOS, next);
    }

    private long untilRenewal(PhysicalConnection connection, long now) {
        long until = database.renewal().untilDue(connection, now);
        if (until > 0) {
            return until;
        }
        if (database.renewal().isDue(connection, now)) {
            database.wakeRenewal();
        }
        return LONG; // what is not used is not renewed, and if it is used again, its give back will see to it
    }

    private static long untilIdleLimit(PhysicalConnection connection, long now) {
        return connection.idleLimit == DatabaseSettings.UNLIMITED
                ? LONG
                : connection.idleLimit - (now - connection.idleSince);
    }

    private static long untilOld(PhysicalConnection connection, long now) {
        return connection.lifetime == 0 || connection.lifetime == DatabaseSettings.UNLIMITED
                ? LONG
                : connection.lifetime - (now - connection.openedAt);
    }

    private long visitLeased(PhysicalConnection connection, long now) {
        var holder = connection.heldBy();
        if (holder != null && holder.orphaned()) {
            holder.end(CloseReason.THREAD_ENDED);
        } else if (holder != null) {
            reportIfLong(connection, holder, now - connection.leasedAt);
            return Math.min(ROUND_NANOS, holder.untilCutShort(now));
        }
        return ROUND_NANOS;
    }

    private void reportIfLong(PhysicalConnection connection, Holder holder, long held) {
        if (!connection.reportedLong && held >= database.settings().longLeaseNanos()) {
            connection.reportedLong = true;
            listener.heldLong(connection, database.leases().of(connection, holder, database.exactNow()));
        }
    }

    /** Something is due in this unit, but somebody is inside. */
    void settleLater(SettlesWhenEmpty unit) {
        unsettled.add(unit);
    }

    /** Does what is due in units where nobody is inside any more. */
    void settle() {
        unsettled.removeIf(SettlesWhenEmpty::settleIfEmpty);
    }

    private void reclaimForgotten() {
        Object collected;
        while ((collected = forgotten.poll()) != null) {
            var unit = (UnitOfWork) collected;
            for (var connection : registry.all()) {
                if (connection.heldBy() == unit) {
                    listener.forgotten(connection, unit.origin().toString());
                }
            }
            unit.end();
        }
    }

    /** Where the references of collected handles arrive. */
    ReferenceQueue<Object> forgotten() {
        return forgotten;
    }
}
