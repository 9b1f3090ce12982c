package dev.tenure.vendor;

import java.io.IOException;
import java.security.GeneralSecurityException;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.Properties;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;

/** MySQL and MariaDB servers, through MySQL Connector/J or MariaDB Connector/J. */
final class MySqlVendor implements Vendor {

    /** Server shutdown, not ready, packet too large, killed, session killed, idle too long: {@code isClosed()} may still say false after these. */
    private static final Set<Integer> BROKEN_CODES = Set.of(1053, 1047, 1153, 4031, 1927, 3169);

    private static final int OPTION_PREVENTS_STATEMENT = 1290;
    private static final int READ_ONLY_MODE = 1836;
    private static final int OUT_OF_QUORUM = 1047;
    private static final int OFFLINE_MODE = 3032;

    /** 1290 is also the answer to a forbidden LOAD DATA ({@code --secure-file-priv}), which says nothing about the server's role. */
    private static final Pattern OTHER_OPTION = Pattern.compile("--(?!(super[-_])?read[-_]only)");

    /** Denied, no such plug-in for this user, password expired (twice), account locked on MySQL and on MariaDB. */
    private static final Set<Integer> CREDENTIALS_CODES = Set.of(1045, 1251, 1698, 1820, 1862, 3118, 4151);

    /** Too many connections (server, global user limit), not ready, shutting down, offline. */
    private static final Set<Integer> LATER_CODES = Set.of(1040, 1203, OUT_OF_QUORUM, 1053, OFFLINE_MODE);

    private static final int USER_LIMIT = 1226;

    private static final FaultClassifier FAULTS =
            new FaultClassifier(BROKEN_CODES, MySqlVendor::outOfService, MySqlVendor::readOnlyServer);

    private static final String CONNECT_TIMEOUT = "connectTimeout";
    private static final String SOCKET_TIMEOUT = "socketTimeout";
    private static final int IN_TRANSACTION = 1;

    private final DriverCall connectorJVariables =
            new DriverCall("com.mysql.cj.jdbc.JdbcConnection", "getSession", "getServerSession", "getServerVariables");
    private final DriverCall connectorJTransaction = new DriverCall(
            "com.mysql.cj.jdbc.JdbcConnection", "getSession", "getServerSession", "inTransactionOnServer");
    private final DriverCall connectorJStateController = new DriverCall(
            "com.mysql.cj.jdbc.JdbcConnection", "getSession", "getServerSession", "getServerSessionStateController");
    private final DriverCall connectorJReset = new DriverCall("com.mysql.cj.jdbc.JdbcConnection", "resetServerState");
    private final DriverCall mariaDbStatus =
            new DriverCall("org.mariadb.jdbc.Connection", "getContext", "getServerStatus");

    static boolean accepts(String url) {
        return url.startsWith("jdbc:mysql:") || url.startsWith("jdbc:mysql+srv:") || url.startsWith("jdbc:mariadb:");
    }

    @Override
    public String name() {
        return "MySQL";
    }

    /**
     * {@inheritDoc}
     *
     * <p>MariaDB's {@code connectTimeout} covers the whole open, and the URL wins over the properties. Connector/J's covers only TCP, so its socket
     * time-out bounds the rest; there the properties win, so a time-out of the URL is carried over. Not so for a URL of several hosts: Connector/J opens
     * later connections by itself from the same properties, and nobody could lift the bound from those.
     */
    @Override
    public void boundOpening(String url, Properties properties, long connectTimeoutNanos) {
        int bound = positive(url, CONNECT_TIMEOUT).orElse(Timeouts.millis(connectTimeoutNanos));
        properties.setProperty(CONNECT_TIMEOUT, Integer.toString(bound));
        if (boundsSocket(url)) {
            int socketBound = Math.min(bound, positive(url, SOCKET_TIMEOUT).orElse(bound));
            properties.setProperty(SOCKET_TIMEOUT, Integer.toString(socketBound));
        }
    }

    @Override
    public void afterOpening(String url, Connection connection) throws SQLException {
        if (boundsSocket(url)) {
            connection.setNetworkTimeout(
                    Runnable::run, positive(url, SOCKET_TIMEOUT).orElse(0));
        }
    }

    private static boolean boundsSocket(String url) {
        return url.startsWith("jdbc:mysql://") && !url.contains("permitMysqlScheme") && !hasSeveralHosts(url);
    }

    private static boolean hasSeveralHosts(String url) {
        var authority = url.substring("jdbc:mysql://".length()).split("[/?]", 2)[0];
        return authority.replaceAll("\\([^)]*\\)", "").contains(",");
    }

    private static OptionalInt positive(String url, String name) {
        var number = UrlParameters.number(url, name);
        return number.isPresent() && number.getAsInt() > 0 ? number : OptionalInt.empty();
    }

    /**
     * {@inheritDoc}
     *
     * <p>Connector/J has read the session's {@code wait_timeout} while opening ({@code interactiveClient} and {@code sessionVariables} included); with
     * {@code cacheServerConfiguration=true} that is the value of the first connection to the URL.
     */
    @Override
    public OptionalLong idleTimeoutNanos(Connection connection) throws SQLException {
        var known =
                connectorJVariables.invoke(connection).map(variables -> ((Map<?, ?>) variables).get("wait_timeout"));
        if (known.isPresent() && known.get().toString().matches("\\d{1,9}")) {
            return nanos(known.get().toString());
        }
        var asked = SingleValueQuery.run(this, connection, "SELECT @@session.wait_timeout");
        return asked.isPresent() ? nanos(asked.get()) : OptionalLong.empty();
    }

    private static OptionalLong nanos(String seconds) {
        return OptionalLong.of(TimeUnit.SECONDS.toNanos(Long.parseLong(seconds)));
    }

    @Override
    public TransactionStatus transactionStatus(Connection connection) {
        var connectorJ = connectorJTransaction.invoke(connection).map(Boolean.TRUE::equals);
        if (connectorJ.isPresent()) {
            return status(connectorJ.get());
        }
        return mariaDbStatus
                .invoke(connection)
                .map(flags -> status(((int) flags & IN_TRANSACTION) != 0))
                .orElse(TransactionStatus.UNKNOWN);
    }

    private static TransactionStatus status(boolean active) {
        return active ? TransactionStatus.ACTIVE : TransactionStatus.NONE;
    }

    /** {@inheritDoc} Only Connector/J passes on what the server reports; MariaDB's driver has an unsafe reset, too. */
    @Override
    public void prepareTracking(String url, Properties properties) {
        if (url.startsWith("jdbc:mysql:") && !url.contains("permitMysqlScheme")) {
            properties.setProperty("trackSessionState", "true");
        }
    }

    @Override
    public Session session(Connection connection, boolean tracked) throws SQLException {
        var variables = connectorJVariables.invoke(connection);
        if (variables.isEmpty()) {
            return new UnknownSession();
        }
        var session = new ConnectorJSession(connection, connectorJReset, (Map<?, ?>) variables.get());
        var controller = tracked ? connectorJStateController.invoke(connection) : Optional.empty();
        if (controller.isPresent()) {
            session.track(controller.get());
        }
        return session;
    }

    @Override
    public Fault fault(Throwable thrown, Connection connection, boolean readOnlyWanted) {
        return FAULTS.classify(thrown, connection, readOnlyWanted);
    }

    private static boolean outOfService(SQLException thrown) {
        return thrown.getErrorCode() == OUT_OF_QUORUM || thrown.getErrorCode() == OFFLINE_MODE;
    }

    private static boolean readOnlyServer(SQLException thrown) {
        if (thrown.getErrorCode() == READ_ONLY_MODE) {
            return true;
        }
        return thrown.getErrorCode() == OPTION_PREVENTS_STATEMENT
                && (thrown.getMessage() == null
                        || !OTHER_OPTION.matcher(thrown.getMessage()).find());
    }

    @Override
    public boolean authenticationFailure(SQLException failure) {
        return new ExceptionGraph(failure)
                .anySql(thrown -> SqlState.inClass(thrown, "28") || CREDENTIALS_CODES.contains(thrown.getErrorCode()));
    }

    @Override
    public boolean transientOpenFailure(SQLException failure) {
        var graph = new ExceptionGraph(failure);
        if (authenticationFailure(failure) || graph.any(GeneralSecurityException.class)) {
            return false;
        }
        if (graph.anySql(MySqlVendor::laterMayDo)) {
            return true;
        }
        // Without an I/O error beneath, both drivers mean TLS or public-key configuration, which no waiting mends.
        return graph.any(IOException.class) && graph.anySql(thrown -> SqlState.inClass(thrown, "08"));
    }

    private static boolean laterMayDo(SQLException thrown) {
        if (thrown.getErrorCode() == USER_LIMIT) {
            // The limit on connections at a time passes soon, those per hour do not.
            return !String.valueOf(thrown.getMessage()).toLowerCase(Locale.ROOT).contains("per_hour");
        }
        return LATER_CODES.contains(thrown.getErrorCode());
    }
}
