package dev.tenure.lifetime;

import dev.tenure.CloseReason;
import dev.tenure.config.DatabaseSettings;
import java.sql.SQLException;

/**
 * Opens the successor of a connection in steady use before its age is reached, in the background, so that no unit of work waits for a connect (R30). Below
 * the cap the successor comes first; at the cap it is opened in the old one's place, at a moment when somebody else's connection is idle. What cannot be
 * renewed in time is closed at its boundary as ever (R6). One at a time.
 */
final class Renewal {

    /** How long before its end a renewal begins, at most: a fraction of the age. */
    private static final int LEAD_FRACTION = 4;

    private static final long SHORTEST_LEAD_NANOS = 50_000_000L;
    private static final long PAUSE_AFTER_FAILURE_NANOS = 1_000_000_000L;

    private final Database database;
    private final Registry registry;
    private final LifetimeListener listener;
    private volatile long lead = SHORTEST_LEAD_NANOS;
    private volatile long notBefore = Long.MIN_VALUE;
    private volatile boolean failed;

    Renewal(Database database, Registry registry, LifetimeListener listener) {
        this.database = database;
        this.registry = registry;
        this.listener = listener;
    }

    /** Opening took so long; twice the time for all that are open must be enough, since they are renewed one after another. */
    void openingTook(long nanos) {
        lead = Math.max(SHORTEST_LEAD_NANOS, 2 * nanos * (1 + registry.slotsTaken()));
    }

    /** Whether its successor should be opened now. */
    boolean isDue(PhysicalConnection connection, long now) {
        return connection.renewable && untilDue(connection, now) <= 0 && isUsedLately(connection, now);
    }

    /** Nanoseconds until it will be due, if it is used until then. */
    long untilDue(PhysicalConnection connection, long now) {
        if (!connection.renewable) {
            return Long.MAX_VALUE;
        }
        long pause = failed ? notBefore - now : 0;
        return Math.max(
                pause,
                connection.lifetime
                        - Math.min(lead, connection.lifetime / LEAD_FRACTION)
                        - (now - connection.openedAt));
    }

    /** In use, or not left alone for half of its life: rather one too many than a request that waits. */
    private static boolean isUsedLately(PhysicalConnection connection, long now) {
        return connection.state() == PhysicalConnection.State.LEASED
                || now - connection.idleSince < connection.lifetime / 2;
    }

    /** Whether the age is one that a renewal makes sense for; with a data source of the server, a pool beneath opens as it likes. */
    static boolean makesSense(DatabaseSettings settings, long lifetime) {
        return lifetime != 0
                && lifetime != DatabaseSettings.UNLIMITED
                && settings.url().isPresent();
    }

    /**
     * Renews one that is due.
     *
     * @return whether there may be another one to renew now
     */
    boolean renewOne() {
        long now = database.now();
        for (var connection : registry.all()) {
            if (isDue(connection, now)) {
                try {
                    if (renewed(connection)) {
                        return true;
                    }
                } catch (SQLException | RuntimeException | Error e) {
                    failed = true;
                    notBefore = now + PAUSE_AFTER_FAILURE_NANOS;
                    listener.failed(database.name(), "renewing " + connection, e);
                    return false;
                }
            }
        }
        return false;
    }

    private boolean renewed(PhysicalConnection old) throws SQLException {
        if (registry.tryTakeSlot(database.settings().maxConnections())) {
            database.supply().openForAll();
            old.renewable = false; // it has its successor, and goes when nobody is using it
            old.succeeded = true;
            database.disposal().closeIfIdle(old, CloseReason.MAX_AGE);
        } else if (registry.hasAnotherIdle(old) && old.tryLease()) {
            database.disposal().closeKeepingSlot(old, CloseReason.MAX_AGE);
            database.supply().openForAll();
        } else {
            return false;
        }
        failed = false;
        return true;
    }
}
