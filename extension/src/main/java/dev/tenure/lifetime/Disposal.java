package dev.tenure.lifetime;

import dev.tenure.CloseReason;
import java.sql.SQLException;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;

/**
 * How physical connections end: each is closed once, counted, announced, and its slot freed afterwards, so that the server never sees more than the cap.
 * What a unit gives up is closed by the sweep's thread, because a close must not delay a response (R13).
 */
final class Disposal {

    private record Closing(PhysicalConnection connection, CloseReason reason) {}

    private final Database database;
    private final Registry registry;
    private final LifetimeListener listener;
    private final Queue<Closing> queue = new ConcurrentLinkedQueue<>();

    Disposal(Database database, Registry registry, LifetimeListener listener) {
        this.database = database;
        this.registry = registry;
        this.listener = listener;
    }

    /** Its holder wants it closed, soon; after shutdown there is nobody to do it but the holder. */
    void closeSoon(PhysicalConnection connection, CloseReason reason) {
        if (database.isShutDown()) {
            closeNow(connection, reason);
        } else {
            connection.retire();
            queue.add(new Closing(connection, reason));
            database.wakeSweep();
        }
    }

    void closeNow(PhysicalConnection connection, CloseReason reason) {
        connection.retire();
        closeAndFreeSlot(connection, reason);
    }

    /** Its slot will be used for another one. */
    void closeKeepingSlot(PhysicalConnection connection, CloseReason reason) {
        connection.retire();
        close(connection, reason);
    }

    /** Closes it if it is idle or parked. */
    boolean closeIfIdle(PhysicalConnection connection, CloseReason reason) {
        if (!connection.tryRetire()) {
            return false;
        }
        closeAndFreeSlot(connection, reason);
        return true;
    }

    void closeAllIdle(CloseReason reason) {
        for (var connection : registry.all()) {
            closeIfIdle(connection, reason);
        }
    }

    /** Closes what waits to be closed. */
    void drain() {
        Closing next;
        while ((next = queue.poll()) != null) {
            closeAndFreeSlot(next.connection(), next.reason());
        }
    }

    private void closeAndFreeSlot(PhysicalConnection connection, CloseReason reason) {
        if (close(connection, reason)) {
            database.supply().freeSlot();
        }
    }

    /** False if it was closed before: by shutdown, under a call that has come back only now. */
    private boolean close(PhysicalConnection connection, CloseReason reason) {
        if (!registry.remove(connection, reason)) {
            return false;
        }
        try {
            if (connection.broken) {
                Deadline.abort(connection.raw);
            }
            Deadline.within(connection.raw, database.settings().validationTimeoutNanos(), connection.raw::close);
        } catch (SQLException | RuntimeException | Error e) {
            Deadline.abort(connection.raw);
            if (!connection.broken) {
                listener.failed(database.name(), "closing " + connection, e);
            }
        }
        listener.closed(connection, reason, database.exactNow() - connection.openedAt);
        return true;
    }
}
