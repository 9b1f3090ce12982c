package dev.tenure.lifetime;

import dev.tenure.CloseReason;
import dev.tenure.config.DatabaseSettings;
import java.sql.SQLException;
import java.util.concurrent.atomic.AtomicLongFieldUpdater;

/**
 * Whether a connection may be handed out, kept, or must go: by its age (R6), its idleness (R9), what was seen on it (R17), and what happened to others
 * (R18). Each question is answered by the reason to close it, or null. It is asked by whoever has leased the connection, but for {@link #whileIdle}.
 */
final class Fitness {

    private final Database database;
    /** Connections opened before the last proven death or retirement are of an older generation. */
    private volatile long generation;
    /** Those of a generation before this one are retired: not used again, however well they are. */
    private volatile long retiredBefore;

    private static final AtomicLongFieldUpdater<Fitness> GENERATION =
            AtomicLongFieldUpdater.newUpdater(Fitness.class, "generation");
    private static final AtomicLongFieldUpdater<Fitness> RETIRED_BEFORE =
            AtomicLongFieldUpdater.newUpdater(Fitness.class, "retiredBefore");

    Fitness(Database database) {
        this.database = database;
    }

    /** Before another unit gets it from the idle set. A parked one of age 0 belongs to a unit that has to end for this. */
    CloseReason beforeLease(PhysicalConnection connection) {
        return connection.lifetime == 0 ? CloseReason.END_OF_UNIT : beforeUse(connection, true);
    }

    /** Before the next use by the unit that holds or has parked it: an age of 0 does not end it, and a request keeps what it has (R7). */
    CloseReason beforeNextUse(PhysicalConnection connection, boolean ofThread) {
        return beforeUse(connection, ofThread && connection.lifetime != 0);
    }

    private CloseReason beforeUse(PhysicalConnection connection, boolean ageMatters) {
        long now = database.now();
        if (connection.broken || closedUnderUs(connection)) {
            return CloseReason.BROKEN;
        }
        if (connection.staleRole) {
            return CloseReason.STALE_ROLE;
        }
        if (ageMatters && connection.expired(now)) {
            return CloseReason.MAX_AGE;
        }
        if (ageMatters && retired(connection)) {
            return CloseReason.RETIRED;
        }
        if (connection.idleTooLong(now)) {
            return CloseReason.IDLE; // the server has closed it, or is about to: no ping would be sure
        }
        if (mustBePinged(connection, now) && !alive(connection)) {
            return connection.suspect ? CloseReason.SUSPECT : CloseReason.BROKEN;
        }
        connection.suspect = false;
        return null;
    }

    /** At the end of its unit, once it is clean (R13). */
    CloseReason atBoundary(PhysicalConnection connection) {
        if (connection.broken) {
            return CloseReason.BROKEN;
        }
        if (connection.staleRole) {
            return CloseReason.STALE_ROLE;
        }
        if (connection.lifetime == 0) {
            return CloseReason.END_OF_UNIT;
        }
        if (retired(connection)) {
            return CloseReason.RETIRED;
        }
        if (connection.expired(database.now())) {
            return CloseReason.MAX_AGE;
        }
        if (connection.suspect && !alive(connection)) {
            return CloseReason.SUSPECT;
        }
        connection.suspect = false;
        return null;
    }

    /** Seen from outside while it is idle, at some moment (R10). */
    CloseReason whileIdle(PhysicalConnection connection, long now) {
        if (connection.lifetime != 0 && connection.expired(now)) {
            return CloseReason.MAX_AGE;
        }
        if (retired(connection)) {
            return CloseReason.RETIRED;
        }
        return connection.idleTooLong(now) ? CloseReason.IDLE : null;
    }

    /** A server's pool may close a handle that it has given out (trap 18), and a driver knows of some deaths. No round trip. */
    private static boolean closedUnderUs(PhysicalConnection connection) {
        try {
            return connection.raw.isClosed();
        } catch (SQLException | RuntimeException e) {
            return true;
        }
    }

    private boolean mustBePinged(PhysicalConnection connection, long now) {
        if (connection.suspect || connection.checkedGeneration < generation) {
            return true;
        }
        long after = database.settings().checkAfterNanos();
        return after == 0 || (after != DatabaseSettings.NEVER && now - connection.idleSince > after);
    }

    /** Asks the server, within {@code validation-timeout} (R12). */
    boolean alive(PhysicalConnection connection) {
        boolean[] alive = new boolean[1];
        long start = database.exactNow();
        try {
            long timeout = database.settings().validationTimeoutNanos();
            Deadline.within(connection.raw, timeout, () -> alive[0] = connection.vendor.ping(connection.raw, timeout));
        } catch (SQLException | RuntimeException | Error e) {
            alive[0] = false;
        }
        connection.tally.pinged(database.exactNow() - start);
        if (alive[0]) {
            connection.checkedGeneration = generation;
        } else {
            died(connection);
        }
        return alive[0];
    }

    /** A death is proven: what was opened before is checked before its next use, whatever {@code check-after} says (R18). */
    void died(PhysicalConnection connection) {
        connection.broken = true;
        endGeneration(connection);
    }

    /** Its server has lost the role it had (a primary turned read-only): a ping would not tell, so what was opened before is not used again. */
    void lostRole(PhysicalConnection connection) {
        connection.staleRole = true;
        endGeneration(connection);
        RETIRED_BEFORE.accumulateAndGet(this, connection.generation + 1, Math::max);
    }

    private void endGeneration(PhysicalConnection connection) {
        GENERATION.compareAndSet(this, connection.generation, connection.generation + 1);
    }

    /** Nothing opened before now is leased again. */
    void retireAll() {
        RETIRED_BEFORE.accumulateAndGet(this, GENERATION.incrementAndGet(this), Math::max);
    }

    private boolean retired(PhysicalConnection connection) {
        return connection.generation < retiredBefore;
    }

    /** The one that a connection opened now belongs to. */
    long generation() {
        return generation;
    }
}
