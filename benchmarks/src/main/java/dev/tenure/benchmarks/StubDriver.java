package dev.tenure.benchmarks;

import static net.bytebuddy.matcher.ElementMatchers.isAbstract;

import java.lang.invoke.MethodHandles;
import java.sql.Connection;
import java.sql.DatabaseMetaData;
import java.sql.Driver;
import java.sql.DriverManager;
import java.sql.DriverPropertyInfo;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.util.Properties;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import java.util.logging.Logger;
import net.bytebuddy.ByteBuddy;
import net.bytebuddy.dynamic.loading.ClassLoadingStrategy;
import net.bytebuddy.implementation.StubMethod;

/**
 * A driver that does nothing and costs nothing, so that what is measured is the pool: ordinary classes, whose uninteresting methods are generated. The URL
 * is {@code jdbc:stub:<rows of a result set>}.
 */
public final class StubDriver implements Driver {

    static final String PREFIX = "jdbc:stub:";

    private static final Class<? extends StubConnection> CONNECTION = complete(StubConnection.class);
    private static final Class<? extends StubStatement> STATEMENT = complete(StubStatement.class);
    private static final Class<? extends StubResultSet> ROWS = complete(StubResultSet.class);
    private static final DatabaseMetaData METADATA = make(complete(StubMetaData.class));
    private static final ResultSetMetaData COLUMNS = make(complete(StubColumns.class));

    /** How long opening takes, in nanoseconds. */
    static volatile long connectNanos;

    static final AtomicInteger OPENED = new AtomicInteger();
    static final AtomicInteger OPENING = new AtomicInteger();
    static final AtomicInteger MOST_AT_ONCE = new AtomicInteger();
    /** Opened by a thread of the application's, which waited for it. */
    static final AtomicInteger OPENED_IN_A_REQUEST = new AtomicInteger();

    static final AtomicInteger OPEN = new AtomicInteger();
    static final AtomicInteger MOST_OPEN = new AtomicInteger();

    /** What the threads of the application are called. */
    static final String REQUEST = "request-";

    static {
        try {
            DriverManager.registerDriver(new StubDriver());
        } catch (SQLException e) {
            throw new ExceptionInInitializerError(e);
        }
    }

    @Override
    public Connection connect(String url, Properties properties) {
        if (!acceptsURL(url)) {
            return null;
        }
        MOST_AT_ONCE.accumulateAndGet(OPENING.incrementAndGet(), Math::max);
        try {
            if (connectNanos > 0) {
                LockSupport.parkNanos(connectNanos);
            }
            var connection = make(CONNECTION);
            connection.statement = make(STATEMENT);
            connection.statement.connection = connection;
            connection.statement.rows = make(ROWS);
            connection.statement.rows.statement = connection.statement;
            connection.statement.rows.count = Integer.parseInt(url.substring(PREFIX.length()));
            OPENED.incrementAndGet();
            MOST_OPEN.accumulateAndGet(OPEN.incrementAndGet(), Math::max);
            if (Thread.currentThread().getName().startsWith(REQUEST)) {
                OPENED_IN_A_REQUEST.incrementAndGet();
            }
            return connection;
        } finally {
            OPENING.decrementAndGet();
        }
    }

    @Override
    public boolean acceptsURL(String url) {
        return url.startsWith(PREFIX);
    }

    @Override
    public DriverPropertyInfo[] getPropertyInfo(String url, Properties properties) {
        return new DriverPropertyInfo[0];
    }

    @Override
    public int getMajorVersion() {
        return 1;
    }

    @Override
    public int getMinorVersion() {
        return 0;
    }

    @Override
    public boolean jdbcCompliant() {
        return false;
    }

    @Override
    public Logger getParentLogger() {
        return Logger.getLogger("stub");
    }

    private static <T> Class<? extends T> complete(Class<T> type) {
        return new ByteBuddy()
                .subclass(type)
                .method(isAbstract())
                .intercept(StubMethod.INSTANCE)
                .make()
                .load(type.getClassLoader(), ClassLoadingStrategy.UsingLookup.of(MethodHandles.lookup()))
                .getLoaded();
    }

    private static <T> T make(Class<T> type) {
        try {
            return type.getDeclaredConstructor().newInstance();
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(e);
        }
    }

    /** What pools ask of a connection. */
    abstract static class StubConnection implements Connection {
        StubStatement statement;
        private boolean closed;

        @Override
        public boolean isValid(int timeout) {
            return true;
        }

        @Override
        public boolean getAutoCommit() {
            return true;
        }

        @Override
        public int getTransactionIsolation() {
            return Connection.TRANSACTION_READ_COMMITTED;
        }

        @Override
        public int getHoldability() {
            return ResultSet.CLOSE_CURSORS_AT_COMMIT;
        }

        @Override
        public DatabaseMetaData getMetaData() {
            return METADATA;
        }

        @Override
        public PreparedStatement prepareStatement(String sql) {
            return statement;
        }

        @Override
        public void close() {
            if (!closed) {
                closed = true;
                OPEN.decrementAndGet();
            }
        }

        @Override
        public boolean isClosed() {
            return closed;
        }
    }

    /** One a connection, again and again. */
    abstract static class StubStatement implements PreparedStatement {
        StubConnection connection;
        StubResultSet rows;

        @Override
        public ResultSet executeQuery() {
            rows.at = 0;
            return rows;
        }

        @Override
        public Connection getConnection() {
            return connection;
        }
    }

    /**
     * So many rows, all the same. A getter does the least that one must do: look whether there is such a column, take note that it is not null, read it.
     * (One that only gave back its argument would be compiled to nothing, and 10 000 of them would be 1 µs of an empty loop.)
     */
    abstract static class StubResultSet implements ResultSet {
        StubStatement statement;
        int count;
        private final int[] row = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10};
        private boolean lastWasNull;
        private int at;

        @Override
        public boolean next() {
            return at++ < count;
        }

        @Override
        public int getInt(int column) throws SQLException {
            if (column < 1 || column > row.length) {
                throw new SQLException("No such column: " + column);
            }
            lastWasNull = false;
            return row[column - 1];
        }

        @Override
        public boolean wasNull() {
            return lastWasNull;
        }

        @Override
        public java.sql.Statement getStatement() {
            return statement;
        }

        @Override
        public ResultSetMetaData getMetaData() {
            return COLUMNS;
        }
    }

    /** Some pools ask who they talk to. */
    abstract static class StubMetaData implements DatabaseMetaData {
        @Override
        public String getDatabaseProductName() {
            return "stub";
        }

        @Override
        public String getDriverName() {
            return "stub";
        }

        @Override
        public String getURL() {
            return PREFIX + 1;
        }
    }

    /** Ten columns. */
    abstract static class StubColumns implements ResultSetMetaData {
        @Override
        public int getColumnCount() {
            return 10;
        }
    }
}
