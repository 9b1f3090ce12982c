package dev.tenure.vendor;

import java.security.GeneralSecurityException;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Properties;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** PostgreSQL through pgjdbc. */
final class PostgreSqlVendor implements Vendor {

    private static final String READ_ONLY_TRANSACTION = "25006";

    private static final FaultClassifier FAULTS = new FaultClassifier(
            Set.of(), never -> false, thrown -> SqlState.of(thrown).equals(READ_ONLY_TRANSACTION));

    /** Too many connections, starting or stopping, stopped while we logged in. */
    private static final Set<String> LATER_STATES = Set.of("53300", "57P01", "57P02", "57P03");

    /** The server refused or speaks otherwise (TLS not offered, unknown authentication): no I/O error. */
    private static final String REJECTED = "08004";

    /** How {@code SHOW} writes a time: {@code 0}, {@code 1500ms}, {@code 5min}. Without a unit it is milliseconds. */
    private static final Pattern TIME = Pattern.compile("(\\d{1,10})\\s*(us|ms|s|min|h|d)?");

    private static final Map<String, Long> UNIT_NANOS = Map.of(
            "us", 1_000L,
            "ms", 1_000_000L,
            "s", 1_000_000_000L,
            "min", 60_000_000_000L,
            "h", 3_600_000_000_000L,
            "d", 86_400_000_000_000L);

    private static final String CONNECT_TIMEOUT = "connectTimeout";
    private static final String SOCKET_TIMEOUT = "socketTimeout";
    private static final String LOGIN_TIMEOUT = "loginTimeout";
    private static final String CANCEL_TIMEOUT = "cancelSignalTimeout";

    private static final String CONNECTION = "org.postgresql.core.BaseConnection";

    private final DriverCall transactionState = new DriverCall(CONNECTION, "getTransactionState");
    private final DriverCall cancelQuery = new DriverCall(CONNECTION, "cancelQuery");

    static boolean accepts(String url) {
        return url.startsWith("jdbc:postgresql:");
    }

    @Override
    public String name() {
        return "PostgreSQL";
    }

    /**
     * {@inheritDoc}
     *
     * <p>Bounded by the socket rather than by {@code loginTimeout}, which hands the open to a thread of the driver's and, when it expires, leaves that
     * thread behind in its read. Only a URL that fixes its own socket time-out (the URL wins over properties in pgjdbc) gets the login time-out.
     */
    @Override
    public void boundOpening(String url, Properties properties, long connectTimeoutNanos) {
        var seconds = Integer.toString(Timeouts.seconds(connectTimeoutNanos));
        properties.setProperty(CONNECT_TIMEOUT, seconds);
        properties.setProperty(CANCEL_TIMEOUT, seconds);
        properties.setProperty(boundsSocket(url) ? SOCKET_TIMEOUT : LOGIN_TIMEOUT, seconds);
    }

    @Override
    public void afterOpening(String url, Connection connection) throws SQLException {
        if (boundsSocket(url)) {
            connection.setNetworkTimeout(Runnable::run, 0);
        }
    }

    private static boolean boundsSocket(String url) {
        return UrlParameters.number(url, SOCKET_TIMEOUT).isEmpty();
    }

    @Override
    public OptionalLong idleTimeoutNanos(Connection connection) throws SQLException {
        // The same as SHOW, but with null instead of an error before PostgreSQL 14, which would abort a transaction.
        var shown = SingleValueQuery.run(this, connection, "SELECT current_setting('idle_session_timeout', true)");
        return shown.isPresent() ? nanos(TIME.matcher(shown.get())) : OptionalLong.empty();
    }

    private static OptionalLong nanos(Matcher time) {
        if (!time.matches()) {
            return OptionalLong.empty();
        }
        long unit = UNIT_NANOS.get(time.group(2) == null ? "ms" : time.group(2));
        long nanos = Long.parseLong(time.group(1)) * unit;
        return nanos == 0 ? OptionalLong.empty() : OptionalLong.of(nanos);
    }

    @Override
    public TransactionStatus transactionStatus(Connection connection) {
        var state = transactionState.invoke(connection).map(Object::toString).orElse("");
        return switch (state) {
            case "IDLE" -> TransactionStatus.NONE;
            case "OPEN" -> TransactionStatus.ACTIVE;
            case "FAILED" -> TransactionStatus.FAILED;
            default -> TransactionStatus.UNKNOWN;
        };
    }

    /** {@inheritDoc}
     *
     * <p>PostgreSQL looks at its socket only when it has something to say, and holds its locks until then. The cancel goes through a connection of its own, within
     * {@code cancelSignalTimeout}.
     */
    @Override
    public void cancel(Connection connection) throws SQLException {
        cancelQuery.perform(connection);
    }

    @Override
    public Session session(Connection connection, boolean tracked) {
        return new PostgreSqlSession(connection);
    }

    @Override
    public Fault fault(Throwable thrown, Connection connection, boolean readOnlyWanted) {
        return FAULTS.classify(thrown, connection, readOnlyWanted);
    }

    @Override
    public boolean authenticationFailure(SQLException failure) {
        return new ExceptionGraph(failure).anySql(thrown -> SqlState.inClass(thrown, "28"));
    }

    @Override
    public boolean transientOpenFailure(SQLException failure) {
        var graph = new ExceptionGraph(failure);
        if (authenticationFailure(failure) || graph.any(GeneralSecurityException.class)) {
            return false;
        }
        // pgjdbc's "Connection attempt timed out." (08001) has no cause, so the state alone has to do.
        return graph.anySql(thrown -> LATER_STATES.contains(SqlState.of(thrown))
                || (SqlState.inClass(thrown, "08") && !SqlState.of(thrown).equals(REJECTED)));
    }
}
