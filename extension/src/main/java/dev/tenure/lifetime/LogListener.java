package dev.tenure.lifetime;

import dev.tenure.CloseReason;
import dev.tenure.OpenLease;
import dev.tenure.config.DurationFormat;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.stream.Collectors;

/** The log: DEBUG for each open and close, WARN only for lost work, leaks and what should not happen. Nothing is built for a level that is off. */
public final class LogListener implements LifetimeListener {

    private final Logger log;

    /**
     * Writes to a logger.
     *
     * @param log where to
     */
    public LogListener(Logger log) {
        this.log = log;
    }

    @Override
    public void opened(PhysicalConnection connection, long tookNanos) {
        log.log(Level.DEBUG, () -> "TNR-0230: Opened %s in %s".formatted(connection, DurationFormat.format(tookNanos)));
    }

    @Override
    public void closed(PhysicalConnection connection, CloseReason reason, long ageNanos) {
        log.log(
                Level.DEBUG,
                () -> "TNR-0231: Closed %s: %s, at the age of %s, after %d uses"
                        .formatted(connection, reason, DurationFormat.format(ageNanos), connection.uses()));
    }

    @Override
    public void workLost(PhysicalConnection connection, String origin) {
        log.log(
                Level.WARNING,
                () ->
                        "TNR-0232: %s ended with uncommitted work on %s; it was rolled back. Call commit() on the connection."
                                .formatted(origin, connection));
    }

    @Override
    public void statementsLeftOpen(PhysicalConnection connection, String origin, int count) {
        log.log(
                Level.DEBUG,
                () -> "TNR-0233: %s left %d statement(s) open on %s; closed. Use try-with-resources."
                        .formatted(origin, count, connection));
    }

    @Override
    public void forgotten(PhysicalConnection connection, String origin) {
        log.log(
                Level.WARNING,
                () -> "TNR-0234: %s was never ended, but its connection %s is not used any more; taken back."
                        .formatted(origin, connection));
    }

    @Override
    public void openFailed(String database, long tookNanos, Throwable failure) {
        log.log(
                Level.DEBUG,
                () -> "TNR-0237: database \"%s\": opening failed after %s: %s"
                        .formatted(database, DurationFormat.format(tookNanos), FailureKind.of(failure)));
    }

    @Override
    public void heldLong(PhysicalConnection connection, OpenLease lease) {
        log.log(
                Level.WARNING,
                () ->
                        ("TNR-0235: %s holds a connection to database \"%s\" for longer than tenure.%s.long-lease: %s. Close the"
                                        + " connection when it is not needed, or raise the limit.%s")
                                .formatted(
                                        lease.holder(),
                                        lease.database(),
                                        lease.database(),
                                        Messages.details(lease),
                                        firstUse(lease)));
    }

    private static String firstUse(OpenLease lease) {
        return lease.firstUse().isEmpty()
                ? " tenure.%s.trace=true adds where it was first used.".formatted(lease.database())
                : lease.firstUse().stream()
                        .map(frame -> "\n\tat " + frame)
                        .collect(Collectors.joining("", " First used", ""));
    }

    @Override
    public void failed(String database, String what, Throwable failure) {
        log.log(Level.DEBUG, () -> "TNR-0236: database \"%s\": %s failed".formatted(database, what), failure);
    }
}
