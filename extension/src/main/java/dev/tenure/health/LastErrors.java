package dev.tenure.health;

import dev.tenure.lifetime.FailureKind;
import dev.tenure.lifetime.LifetimeListener;
import dev.tenure.lifetime.PhysicalConnection;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** Why the last attempt to open a connection failed, by database, until one succeeds. */
final class LastErrors implements LifetimeListener {

    /**
     * A failure.
     *
     * @param kind class, SQLState and vendor code, without the message, which may quote a password (R28)
     * @param when by the wall clock
     */
    record LastError(String kind, Instant when) {}

    private final Map<String, LastError> errors = new ConcurrentHashMap<>();

    @Override
    public void openFailed(String database, long tookNanos, Throwable failure) {
        errors.put(database, new LastError(FailureKind.of(failure), Instant.now()));
    }

    @Override
    public void opened(PhysicalConnection connection, long tookNanos) {
        errors.remove(connection.database());
    }

    Optional<LastError> of(String database) {
        return Optional.ofNullable(errors.get(database));
    }
}
