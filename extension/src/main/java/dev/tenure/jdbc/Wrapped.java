package dev.tenure.jdbc;

import dev.tenure.lifetime.Lease;
import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.Reader;
import java.io.StringReader;
import java.io.Writer;
import java.lang.reflect.Modifier;
import java.sql.Array;
import java.sql.Blob;
import java.sql.Clob;
import java.sql.NClob;
import java.sql.ParameterMetaData;
import java.sql.Ref;
import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.sql.SQLXML;
import java.sql.Struct;
import java.sql.Wrapper;
import java.util.Date;

/** What all wrapped JDBC objects share: the lease they live under, and how others are wrapped and unwrapped. */
abstract class Wrapped {

    final ConnectionHandle connection;
    final Lease lease;

    Wrapped(ConnectionHandle connection, Lease lease) {
        this.connection = connection;
        this.lease = lease;
    }

    /** The driver's object; kept by the subclass, as what it is there, and only once. */
    abstract Object raw();

    /** The driver's own object where a driver expects one of its own: in parameters. */
    @SuppressWarnings("unchecked") // a wrapper and what it wraps implement the same JDBC interface
    static <T> T bare(T object) {
        return object instanceof Wrapped wrapped ? (T) wrapped.raw() : object;
    }

    /** The same for the elements of an array, however deep; the user's array stays as it is. */
    static Object[] bareAll(Object[] values) {
        Object[] copy = null;
        for (int i = 0; values != null && i < values.length; i++) {
            var plain = values[i] instanceof Object[] inner ? bareAll(inner) : bare(values[i]);
            if (plain != values[i]) {
                copy = copy == null ? values.clone() : copy;
                copy[i] = plain;
            }
        }
        return copy == null ? values : copy;
    }

    /** A result set of no statement of ours: metadata and arrays. */
    ResultSet wrap(ResultSet rows) {
        return rows == null ? null : new ResultSetHandle(connection, lease, rows, null);
    }

    Blob wrap(Blob blob) {
        return blob == null ? null : new BlobHandle(connection, lease, blob);
    }

    Clob wrap(Clob clob) {
        return clob instanceof NClob national
                ? wrap(national)
                : clob == null ? null : new ClobHandle(connection, lease, clob);
    }

    NClob wrap(NClob clob) {
        return clob == null ? null : new NClobHandle(connection, lease, clob);
    }

    Array wrap(Array array) {
        return array == null ? null : new ArrayHandle(connection, lease, array);
    }

    SQLXML wrap(SQLXML xml) {
        return xml == null ? null : new SQLXMLHandle(connection, lease, xml);
    }

    Ref wrap(Ref ref) {
        return ref == null ? null : new RefHandle(connection, lease, ref);
    }

    Struct wrap(Struct struct) {
        return struct == null ? null : new StructHandle(connection, lease, struct);
    }

    /** What is in memory reaches nobody. */
    InputStream wrap(InputStream stream) {
        return stream == null || stream.getClass() == ByteArrayInputStream.class
                ? stream
                : new InputStreamHandle(new StreamCalls(lease), stream);
    }

    OutputStream wrap(OutputStream stream) {
        return stream == null ? null : new OutputStreamHandle(new StreamCalls(lease), stream);
    }

    Reader wrap(Reader reader) {
        return reader == null || reader.getClass() == StringReader.class
                ? reader
                : new ReaderHandle(new StreamCalls(lease), reader);
    }

    Writer wrap(Writer writer) {
        return writer == null ? null : new WriterHandle(new StreamCalls(lease), writer);
    }

    ResultSetMetaData wrap(ResultSetMetaData metaData) {
        return metaData == null ? null : new ResultSetMetaDataHandle(connection, lease, metaData);
    }

    ParameterMetaData wrap(ParameterMetaData metaData) {
        return metaData == null ? null : new ParameterMetaDataHandle(connection, lease, metaData);
    }

    /** A column's value; most are no JDBC objects, and to ask for a class costs less than to ask for an interface. */
    Object wrap(Object value) {
        if (value instanceof String || value instanceof Number || value instanceof Date || value instanceof byte[]) {
            return value;
        } else if (value instanceof ResultSet rows) {
            return wrap(rows);
        } else if (value instanceof Blob blob) {
            return wrap(blob);
        } else if (value instanceof Clob clob) {
            return wrap(clob);
        } else if (value instanceof Array array) {
            return wrap(array);
        } else if (value instanceof SQLXML xml) {
            return wrap(xml);
        } else if (value instanceof Ref ref) {
            return wrap(ref);
        } else if (value instanceof Struct struct) {
            return wrap(struct);
        } else if (value instanceof InputStream stream) {
            return wrap(stream);
        } else if (value instanceof Reader reader) {
            return wrap(reader);
        } else if (value instanceof Object[] values) {
            return wrapAll(values);
        }
        return value;
    }

    /** The elements of an array, the attributes of a structure. The driver's array stays as it is. */
    Object[] wrapAll(Object[] values) {
        if (values == null) {
            return null;
        }
        var type = values.getClass().getComponentType();
        if (Modifier.isFinal(type.getModifiers()) && !type.isArray()) {
            return values; // strings, numbers
        }
        Object[] copy = null;
        for (int i = 0; i < values.length; i++) {
            var wrapper = wrap(values[i]);
            if (wrapper != values[i] && type.isInstance(wrapper)) {
                copy = copy == null ? values.clone() : copy;
                copy[i] = wrapper;
            }
        }
        return copy == null ? values : copy;
    }

    /**
     * Begins a call that has nothing left to do once the lease has ended, because the boundary has done it: {@code close}, {@code free}.
     *
     * @return whether there is something to do; if so, the lease wants its {@code exit()}
     */
    boolean enteredToClose() throws SQLException {
        if (lease.ended()) {
            return false;
        }
        try {
            lease.enterToClose();
            return true;
        } catch (SQLException e) {
            if (lease.ended()) {
                return false; // it turned out so while entering
            }
            throw e;
        }
    }

    /** A column's value as a type; a driver's own type is given as it is. */
    <T> T wrap(T value, Class<T> type) {
        var wrapper = wrap((Object) value);
        return type.isInstance(wrapper) ? type.cast(wrapper) : value;
    }

    /**
     * The wrapper itself if it is what is asked for, else the driver's object, by which the connection can be reached: nobody sees the errors there (R17),
     * and it is not given away when the connection may be another's (R20).
     */
    public <T> T unwrap(Class<T> iface) throws SQLException {
        if (iface.isInstance(this)) {
            return iface.cast(this);
        }
        lease.enter();
        lease.unwrapped();
        try {
            var raw = raw();
            if (iface.isInstance(raw)) {
                return iface.cast(raw);
            }
            if (raw instanceof Wrapper wrapper) {
                return wrapper.unwrap(iface);
            }
            throw new SQLException("Wraps no " + iface.getName());
        } catch (Throwable t) {
            lease.saw(t);
            throw t;
        } finally {
            lease.exit();
        }
    }

    /** Whether {@link #unwrap} would succeed. */
    public boolean isWrapperFor(Class<?> iface) throws SQLException {
        var raw = raw();
        try {
            return iface.isInstance(this)
                    || iface.isInstance(raw)
                    || (raw instanceof Wrapper wrapper && wrapper.isWrapperFor(iface));
        } catch (Throwable t) {
            lease.saw(t);
            throw t;
        }
    }

    @Override
    public String toString() {
        return getClass().getSimpleName() + " of " + raw();
    }
}
