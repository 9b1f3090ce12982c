package dev.tenure.lifetime;

import dev.tenure.config.DatabaseSettings;
import java.sql.SQLException;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicReference;

/**
 * Holds back opening while a database refuses connections (R5): after a failure that time may mend, everybody fails at once for a short, jittered while
 * instead of storming the server; then one tries, and the others go on failing until it has told. Nothing but opening is held back.
 */
final class Backoff {

    private static final long SHORTEST_NANOS = 100_000_000L;
    private static final long LONGEST_NANOS = 2_000_000_000L;

    /** The way is closed for all attempts with these settings, from one moment to another. */
    private record Closed(
            DatabaseSettings settings, SQLException failure, long failedAt, long window, long from, long until) {

        static Closed after(SQLException failure, DatabaseSettings settings, long now, long window) {
            return new Closed(settings, failure, now, window, now, now + jittered(window));
        }

        /** While one tries again. */
        Closed again(long now) {
            return new Closed(settings, failure, failedAt, window, now, now + jittered(window));
        }

        private static long jittered(long window) {
            return window / 2 + ThreadLocalRandom.current().nextLong(window / 2 + 1);
        }
    }

    private final AtomicReference<Closed> closed = new AtomicReference<>();

    /**
     * Before an attempt to open.
     *
     * @throws SQLException while the way is closed; its cause is the failure that closed it
     */
    void refuseIfClosed(DatabaseSettings settings, long now) throws SQLException {
        var seen = closed.get();
        if (seen == null || !seen.settings().equals(settings)) {
            return; // what is configured now has not failed yet
        }
        if (now - seen.until() >= 0 && closed.compareAndSet(seen, seen.again(now))) {
            return;
        }
        throw Messages.refusing(
                settings.name(), seen.failure(), now - seen.failedAt(), Math.max(0, seen.until() - now));
    }

    void opened() {
        if (closed.get() != null) {
            closed.set(null);
        }
    }

    /** An attempt that began at {@code start} has failed. */
    void failed(DatabaseSettings settings, SQLException failure, long start, long now) {
        var seen = closed.get();
        boolean again = seen != null && seen.settings().equals(settings);
        if (again && seen.from() - start > 0) {
            return; // one of many that failed together: the first has spoken for all
        }
        long window = again ? Math.min(LONGEST_NANOS, 2 * seen.window()) : SHORTEST_NANOS;
        closed.compareAndSet(seen, Closed.after(failure, settings, now, window));
    }
}
