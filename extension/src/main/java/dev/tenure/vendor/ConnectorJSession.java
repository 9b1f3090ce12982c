package dev.tenure.vendor;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.SQLSyntaxErrorException;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * A session of MySQL or MariaDB through Connector/J, whose server reports changes within its answers once it is asked to ({@code session_track_state_change}):
 * {@code SET}, {@code USE}, temporary tables, {@code PREPARE}. Not {@code GET_LOCK}, {@code LOCK TABLES}, {@code SELECT @x := 1}, and on MySQL not {@code SET ROLE}.
 *
 * <p>It is reset by {@code COM_RESET_CONNECTION} and what that leaves behind is seen to: the default database, the role, the tracking itself. It is not
 * safe in three cases, in which the connection has to be closed: server-side prepared statements that the driver caches would fail for ever, and a forced
 * time zone or a strict mode that the driver has added would be lost.
 */
final class ConnectorJSession implements Session {

    private static final String CONTROLLER = "com.mysql.cj.protocol.ServerSessionStateController";
    private static final String LISTENER = CONTROLLER + "$SessionStateChangesListener";

    private static final String TRACK = "SET SESSION session_track_state_change = ON";

    /** {@code SESSION_TRACK_SYSTEM_VARIABLES}, {@code SCHEMA}, {@code STATE_CHANGE}; the others tell of transactions. */
    private static final int VARIABLES = 0;

    private static final int SCHEMA = 1;
    private static final int STATE = 2;

    private final Connection connection;
    private final DriverCall resetServerState;
    private final boolean safeToReset;
    private final String defaultDatabase;
    private final boolean mariaDb;

    /** The driver holds it by a weak reference only, and fails in the middle of an answer when it is gone. */
    @SuppressWarnings("FieldCanBeLocal")
    private Object listener;

    private boolean changed;
    private boolean databaseChanged;

    ConnectorJSession(Connection connection, DriverCall resetServerState, Map<?, ?> serverVariables)
            throws SQLException {
        this.connection = connection;
        this.resetServerState = resetServerState;
        var metaData = connection.getMetaData();
        this.safeToReset = safeToReset(String.valueOf(metaData.getURL()), serverVariables);
        this.mariaDb = metaData.getDatabaseProductVersion().contains("MariaDB");
        this.defaultDatabase = connection.getCatalog();
    }

    private static boolean safeToReset(String url, Map<?, ?> serverVariables) {
        boolean cachesOnServer = UrlParameters.flag(url, "useServerPrepStmts", false)
                && UrlParameters.flag(url, "cachePrepStmts", false);
        boolean forcesTimeZone = UrlParameters.flag(url, "forceConnectionTimeZoneToSession", false);
        boolean addsStrictMode = UrlParameters.flag(url, "jdbcCompliantTruncation", true)
                && !String.valueOf(serverVariables.get("sql_mode")).contains("STRICT_TRANS_TABLES");
        return !cachesOnServer && !forcesTimeZone && !addsStrictMode;
    }

    /** Asks the server to report; an old one, or a driver opened without {@code trackSessionState}, goes on saying nothing. */
    void track(Object controller) throws SQLException {
        try {
            var loader = controller.getClass().getClassLoader();
            var type = Class.forName(LISTENER, false, loader);
            listener = Proxy.newProxyInstance(loader, new Class<?>[] {type}, new Listener());
            Class.forName(CONTROLLER, false, loader)
                    .getMethod("addSessionStateChangesListener", type)
                    .invoke(controller, listener);
        } catch (ReflectiveOperationException | LinkageError e) {
            return; // another version of the driver
        }
        execute(TRACK);
        settled();
    }

    @Override
    public boolean changed() {
        return changed;
    }

    @Override
    public void settled() {
        changed = false;
        databaseChanged = false;
    }

    @Override
    public boolean reset() throws SQLException {
        if (!safeToReset) {
            return false;
        }
        boolean moved = databaseChanged || !Objects.equals(connection.getCatalog(), defaultDatabase);
        if (moved && defaultDatabase == null) {
            return false; // there is no way back to no database
        }
        resetServerState.perform(connection);
        if (mariaDb && hasRole()) {
            return false;
        }
        if (!mariaDb) {
            execute("SET ROLE DEFAULT");
        }
        if (defaultDatabase != null && (moved || !mariaDb)) {
            connection.setCatalog(defaultDatabase); // after SET ROLE MySQL has forgotten what the user may do in it
        }
        if (listener != null) {
            execute(TRACK);
        }
        return true;
    }

    /** MariaDB has no word for the role after the login, so one that is set may be one too many. */
    private boolean hasRole() throws SQLException {
        try (var statement = connection.createStatement();
                var role = statement.executeQuery("SELECT CURRENT_ROLE()")) {
            return role.next() && role.getString(1) != null;
        }
    }

    /** What an old server does not know, it does not need. */
    private void execute(String sql) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute(sql);
        } catch (SQLSyntaxErrorException e) {
            // MySQL 5.7 has no roles
        } catch (SQLException e) {
            if (e.getErrorCode() != UNKNOWN_VARIABLE) {
                throw e;
            }
        }
    }

    private static final int UNKNOWN_VARIABLE = 1193;

    /** Called by the driver within the call that got the answer, so in the thread that has the connection. */
    private final class Listener implements InvocationHandler {

        @Override
        public Object invoke(Object proxy, Method method, Object[] arguments) throws ReflectiveOperationException {
            return switch (method.getName()) {
                case "handleSessionStateChanges" -> {
                    see((List<?>) arguments[0]
                            .getClass()
                            .getMethod("getSessionStateChangesList")
                            .invoke(arguments[0]));
                    yield null;
                }
                case "equals" -> proxy == arguments[0];
                case "hashCode" -> System.identityHashCode(proxy);
                default -> "listener of Tenure";
            };
        }

        private void see(List<?> changes) throws ReflectiveOperationException {
            for (var change : changes) {
                int type = (int) change.getClass().getMethod("getType").invoke(change);
                changed |= type == VARIABLES || type == SCHEMA || type == STATE;
                databaseChanged |= type == SCHEMA;
            }
        }
    }
}
