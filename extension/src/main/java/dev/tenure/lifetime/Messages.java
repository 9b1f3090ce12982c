package dev.tenure.lifetime;

import dev.tenure.OpenLease;
import dev.tenure.config.DurationFormat;
import java.sql.SQLException;
import java.sql.SQLNonTransientConnectionException;
import java.sql.SQLTimeoutException;
import java.sql.SQLTransientConnectionException;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** What users are told about connections. Every text has its number; 0200 to 0299 are ours. */
final class Messages {

    private Messages() {}

    static SQLException unitEnded(String database, Origin origin) {
        return new SQLNonTransientConnectionException(
                ("TNR-0201: The unit of work of %s has ended, and with it its connection to database \"%s\". Use the injected"
                                + " connection within a request, a thread or ManagedConnections.run.")
                        .formatted(origin, database),
                "08003");
    }

    static SQLException leaseEnded(String database, Origin origin) {
        return new SQLNonTransientConnectionException(
                ("TNR-0202: This statement, result or metadata of %s is closed: its connection to database \"%s\" was given"
                                + " back. Create it again.")
                        .formatted(origin, database),
                "08003");
    }

    static SQLException inUse(String database, Origin origin, Thread inside, Thread outside) {
        return new SQLException(
                ("TNR-0203: The connection of %s to database \"%s\" is in use by thread \"%s\"; thread \"%s\" may not use it at"
                                + " the same time.")
                        .formatted(origin, database, inside.getName(), outside.getName()),
                "08000");
    }

    static SQLException workLost(String database, Origin origin) {
        return new SQLNonTransientConnectionException(
                ("TNR-0204: The connection of %s to database \"%s\" was lost in a transaction; its work is not in the database."
                                + " Roll back or close, then begin anew.")
                        .formatted(origin, database),
                "08007");
    }

    static SQLException noneFree(String database, int max, long waitedNanos, List<OpenLease> leases) {
        return new SQLTransientConnectionException(
                ("TNR-0205: No connection to database \"%s\" within tenure.%s.acquire-timeout=%s: all %d of"
                                + " tenure.%s.max-connections are in use. Held by: %s")
                        .formatted(
                                database,
                                database,
                                DurationFormat.format(waitedNanos),
                                max,
                                database,
                                leases.isEmpty()
                                        ? "nobody at this moment (being opened or closed)"
                                        : leases.stream()
                                                .map(lease -> lease.holder() + " (" + details(lease) + ")")
                                                .collect(Collectors.joining("; "))),
                "08004");
    }

    /** Which connection a unit holds, for how long, in which thread, and what is in progress on it. */
    static String details(OpenLease lease) {
        var details = new StringBuilder("#%d, for %s, thread \"%s\""
                .formatted(
                        lease.connectionId(), DurationFormat.format(lease.held().toNanos()), lease.thread()));
        if (lease.inCall()) {
            details.append(" in a call");
        }
        if (lease.statements() > 0) {
            details.append(", open statements: ").append(lease.statements());
        }
        if (lease.transaction()) {
            details.append(", in a transaction");
        }
        if (!lease.firstUse().isEmpty()) {
            details.append(", first used at ").append(lease.firstUse().get(0));
        }
        return details.toString();
    }

    static SQLException interrupted(String database) {
        return new SQLTimeoutException(
                "TNR-0206: The thread was interrupted while it waited for a connection to database \"%s\"."
                        .formatted(database),
                "08004");
    }

    static SQLException shutDown(String database) {
        return new SQLNonTransientConnectionException(
                "TNR-0207: The application has ended; database \"%s\" opens no more connections.".formatted(database),
                "08003");
    }

    static SQLException notReady(String database, Throwable cause) {
        return new SQLNonTransientConnectionException(
                "TNR-0208: The new connection to database \"%s\" could not be made ready and was closed: %s"
                        .formatted(database, cause),
                "08001",
                cause);
    }

    static SQLException noDriver(String database, String maskedUrl) {
        return new SQLNonTransientConnectionException(
                ("TNR-0209: No JDBC driver accepts tenure.%s.url=%s. Add the driver's jar to the application (WEB-INF/lib), such"
                                + " as com.mysql:mysql-connector-j.")
                        .formatted(database, maskedUrl),
                "08001");
    }

    static SQLException noDataSource(String database, String name, Throwable cause) {
        return new SQLNonTransientConnectionException(
                "TNR-0210: tenure.%s.datasource=%s cannot be used: %s. Accepted: the JNDI name of a javax.sql.DataSource"
                        .formatted(database, name, cause),
                "08001",
                cause);
    }

    static SQLException refusing(String database, SQLException failure, long agoNanos, long pauseNanos) {
        return new SQLTransientConnectionException(
                ("TNR-0211: Database \"%s\" refused a connection %s ago (%s). The next attempt is in %s; until then every unit of work"
                                + " that needs a new connection fails at once.")
                        .formatted(
                                database,
                                DurationFormat.format(rounded(agoNanos)),
                                failure.getMessage(),
                                DurationFormat.format(rounded(pauseNanos))),
                failure.getSQLState(),
                failure.getErrorCode(),
                failure);
    }

    private static long rounded(long nanos) {
        return nanos / 1_000_000 * 1_000_000;
    }

    /** For who must mend it, beside the driver's own exception, which knows nothing of our keys; without its text (R28). */
    static String cannotOpen(String database, SQLException failure, boolean authentication, String login) {
        return "TNR-0222: Database \"%s\" cannot be opened: %s. In force: %s. %s"
                .formatted(
                        database,
                        FailureKind.of(failure),
                        login,
                        authentication
                                ? "Correct the user or the password; they are read again at the next attempt."
                                : "Is the server running, and can it be reached from here? If the URL is wrong, correct it.");
    }

    static String limits(
            String database,
            String vendor,
            Optional<Long> serverIdle,
            long idleLimit,
            long maxAge,
            boolean ageBeyondServer) {
        return "TNR-0220: Database \"%s\" (%s): the server closes sessions idle for %s; Tenure keeps none idle for longer than %s. max-age is %s%s"
                .formatted(
                        database,
                        vendor,
                        serverIdle.map(DurationFormat::format).orElse("any time (no limit known)"),
                        limit(idleLimit),
                        limit(maxAge),
                        ageBeyondServer
                                ? ", more than the server's limit: fine, idle connections are closed before the server does it."
                                : ".");
    }

    private static String limit(long nanos) {
        return nanos == Long.MAX_VALUE ? "unlimited" : DurationFormat.format(nanos);
    }
}
