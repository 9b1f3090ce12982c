package dev.tenure.jdbc;

import dev.tenure.lifetime.Lease;
import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Map;

/** Plain delegation and nothing else: errors are noticed, calls that may reach the server are guarded, JDBC objects are wrapped and unwrapped. */
@SuppressWarnings("deprecation") // JDBC still has the methods
final class ArrayHandle extends Wrapped implements Array {

    private final Array array;

    ArrayHandle(ConnectionHandle connection, Lease lease, Array array) {
        super(connection, lease);
        this.array = array;
    }

    @Override
    Object raw() {
        return array;
    }

    @Override
    public void free() throws SQLException {
        if (!enteredToClose()) {
            return;
        }
        try {
            array.free();
        } catch (Throwable t) {
            lease.saw(t);
            throw t;
        } finally {
            lease.exit();
        }
    }

    @Override
    public Object getArray() throws SQLException {
        lease.enter();
        try {
            return wrap(array.getArray());
        } catch (Throwable t) {
            lease.saw(t);
            throw t;
        } finally {
            lease.exit();
        }
    }

    @Override
    public Object getArray(Map<String, Class<?>> map) throws SQLException {
        lease.enter();
        try {
            return wrap(array.getArray(map));
        } catch (Throwable t) {
            lease.saw(t);
            throw t;
        } finally {
            lease.exit();
        }
    }

    @Override
    public Object getArray(long length, int number) throws SQLException {
        lease.enter();
        try {
            return wrap(array.getArray(length, number));
        } catch (Throwable t) {
            lease.saw(t);
            throw t;
        } finally {
            lease.exit();
        }
    }

    @Override
    public Object getArray(long length, int number, Map<String, Class<?>> map) throws SQLException {
        lease.enter();
        try {
            return wrap(array.getArray(length, number, map));
        } catch (Throwable t) {
            lease.saw(t);
            throw t;
        } finally {
            lease.exit();
        }
    }

    @Override
    public int getBaseType() throws SQLException {
        lease.enter();
        try {
            return array.getBaseType();
        } catch (Throwable t) {
            lease.saw(t);
            throw t;
        } finally {
            lease.exit();
        }
    }

    @Override
    public String getBaseTypeName() throws SQLException {
        lease.enter();
        try {
            return array.getBaseTypeName();
        } catch (Throwable t) {
            lease.saw(t);
            throw t;
        } finally {
            lease.exit();
        }
    }

    @Override
    public ResultSet getResultSet() throws SQLException {
        lease.enter();
        try {
            return wrap(array.getResultSet());
        } catch (Throwable t) {
            lease.saw(t);
            throw t;
        } finally {
            lease.exit();
        }
    }

    @Override
    public ResultSet getResultSet(Map<String, Class<?>> map) throws SQLException {
        lease.enter();
        try {
            return wrap(array.getResultSet(map));
        } catch (Throwable t) {
            lease.saw(t);
            throw t;
        } finally {
            lease.exit();
        }
    }

    @Override
    public ResultSet getResultSet(long length, int number) throws SQLException {
        lease.enter();
        try {
            return wrap(array.getResultSet(length, number));
        } catch (Throwable t) {
            lease.saw(t);
            throw t;
        } finally {
            lease.exit();
        }
    }

    @Override
    public ResultSet getResultSet(long length, int number, Map<String, Class<?>> map) throws SQLException {
        lease.enter();
        try {
            return wrap(array.getResultSet(length, number, map));
        } catch (Throwable t) {
            lease.saw(t);
            throw t;
        } finally {
            lease.exit();
        }
    }
}
