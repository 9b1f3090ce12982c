package dev.tenure.jdbc;

import dev.tenure.CloseReason;
import dev.tenure.config.DatabaseSettings;
import dev.tenure.config.TestSettings;
import dev.tenure.lifetime.Database;
import dev.tenure.lifetime.JdbcAttribute;
import dev.tenure.lifetime.Lease;
import dev.tenure.lifetime.LifetimeListener;
import dev.tenure.lifetime.Origin;
import dev.tenure.lifetime.PhysicalConnection;
import dev.tenure.lifetime.UnitOfWork;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.lang.reflect.Proxy;
import java.sql.Array;
import java.sql.Blob;
import java.sql.CallableStatement;
import java.sql.Clob;
import java.sql.Connection;
import java.sql.DatabaseMetaData;
import java.sql.NClob;
import java.sql.ParameterMetaData;
import java.sql.PreparedStatement;
import java.sql.Ref;
import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.sql.SQLXML;
import java.sql.Statement;
import java.sql.Struct;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** One object of a driver under a real lease of a real database. */
final class Wrapping implements LifetimeListener {

    static final List<Class<?>> INTERFACES = List.of(
            Statement.class,
            PreparedStatement.class,
            CallableStatement.class,
            ResultSet.class,
            DatabaseMetaData.class,
            ResultSetMetaData.class,
            ParameterMetaData.class,
            Blob.class,
            Clob.class,
            NClob.class,
            Array.class,
            SQLXML.class,
            Ref.class,
            Struct.class);

    final List<String> onConnection = new ArrayList<>();
    final UnitOfWork unit;
    final Lease lease;
    final ConnectionHandle connection;
    final Raw raw;
    final Object handle;
    int leftOpen;
    private final Database database;

    Wrapping(Class<?> type) {
        var settings = TestSettings.of("default", Map.of("max-age", "1h"));
        database = new Database(
                "default", settings, () -> settings, this::open, () -> 0, this, (level, text) -> {}, () -> {}, null);
        unit = UnitOfWork.ofRequest(database, this, new Origin("test", List.of()));
        connection = new BorrowedConnection(unit, true);
        try {
            lease = unit.enter();
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
        unit.exit();
        onConnection.clear();
        raw = new Raw(type);
        handle = wrap(type, raw.object);
    }

    /** The methods of an interface, the default ones too. */
    static Stream<Method> methods(Class<?> type) {
        return Stream.of(type.getMethods()).filter(method -> !Modifier.isStatic(method.getModifiers()));
    }

    Object wrap(Class<?> type, Object object) {
        if (type == CallableStatement.class) {
            return new CallableStatementHandle(connection, lease, (CallableStatement) object);
        } else if (type == PreparedStatement.class) {
            return new PreparedStatementHandle(connection, lease, (PreparedStatement) object);
        } else if (type == Statement.class) {
            return new StatementHandle(connection, lease, (Statement) object);
        } else if (type == ResultSet.class) {
            return new ResultSetHandle(connection, lease, (ResultSet) object, null);
        } else if (type == DatabaseMetaData.class) {
            return new DatabaseMetaDataHandle(connection, lease, (DatabaseMetaData) object);
        } else if (type == ResultSetMetaData.class) {
            return new ResultSetMetaDataHandle(connection, lease, (ResultSetMetaData) object);
        } else if (type == ParameterMetaData.class) {
            return new ParameterMetaDataHandle(connection, lease, (ParameterMetaData) object);
        } else if (type == Blob.class) {
            return new BlobHandle(connection, lease, (Blob) object);
        } else if (type == NClob.class) {
            return new NClobHandle(connection, lease, (NClob) object);
        } else if (type == Clob.class) {
            return new ClobHandle(connection, lease, (Clob) object);
        } else if (type == Array.class) {
            return new ArrayHandle(connection, lease, (Array) object);
        } else if (type == SQLXML.class) {
            return new SQLXMLHandle(connection, lease, (SQLXML) object);
        } else if (type == Ref.class) {
            return new RefHandle(connection, lease, (Ref) object);
        } else if (type == Struct.class) {
            return new StructHandle(connection, lease, (Struct) object);
        }
        throw new IllegalArgumentException(type.getName());
    }

    /** Calls the wrapper as the user does. */
    Object call(Method method, Object... arguments) throws Throwable {
        try {
            return method.invoke(handle, arguments);
        } catch (InvocationTargetException e) {
            throw e.getCause();
        }
    }

    void autocommitOff() throws SQLException {
        unit.set(JdbcAttribute.AUTOCOMMIT, false);
    }

    /** The unit's end, and what the sweep does after it. */
    void end() {
        unit.end();
        database.sweep();
    }

    long closed(CloseReason reason) {
        return database.statistics().closed().getOrDefault(reason, 0L);
    }

    long times(String name) {
        return onConnection.stream().filter(name::equals).count();
    }

    @Override
    public void statementsLeftOpen(PhysicalConnection physical, String origin, int count) {
        leftOpen += count;
    }

    private Connection open(DatabaseSettings settings) {
        boolean[] autocommit = {true};
        return (Connection) Proxy.newProxyInstance(
                getClass().getClassLoader(), new Class<?>[] {Connection.class}, (proxy, method, args) -> {
                    onConnection.add(method.getName());
                    return switch (method.getName()) {
                        case "isClosed", "isReadOnly" -> false;
                        case "getAutoCommit" -> autocommit[0];
                        case "setAutoCommit" -> {
                            autocommit[0] = (Boolean) args[0];
                            yield null;
                        }
                        case "hashCode" -> System.identityHashCode(proxy);
                        case "equals" -> proxy == args[0];
                        case "toString" -> "raw connection";
                        default -> Samples.primitive(method.getReturnType());
                    };
                });
    }
}
