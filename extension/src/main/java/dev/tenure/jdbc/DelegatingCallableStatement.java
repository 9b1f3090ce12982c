package dev.tenure.jdbc;

import dev.tenure.lifetime.Lease;
import java.io.InputStream;
import java.io.Reader;
import java.math.BigDecimal;
import java.net.URL;
import java.sql.Array;
import java.sql.Blob;
import java.sql.CallableStatement;
import java.sql.Clob;
import java.sql.Date;
import java.sql.NClob;
import java.sql.Ref;
import java.sql.RowId;
import java.sql.SQLException;
import java.sql.SQLType;
import java.sql.SQLXML;
import java.sql.Time;
import java.sql.Timestamp;
import java.util.Calendar;
import java.util.Map;

/** Plain delegation and nothing else: errors are noticed, calls that may reach the server are guarded, JDBC objects are wrapped and unwrapped. */
@SuppressWarnings("deprecation") // JDBC still has the methods
abstract class DelegatingCallableStatement extends PreparedStatementHandle implements CallableStatement {

    private final CallableStatement callable;

    DelegatingCallableStatement(ConnectionHandle connection, Lease lease, CallableStatement callable) {
        super(connection, lease, callable);
        this.callable = callable;
    }

    @Override
    public Array getArray(String parameterName) throws SQLException {
        try {
            return wrap(callable.getArray(parameterName));
        } catch (Throwable t) {
            lease.saw(t);
            throw t;
        }
    }

    @Override
    public Array getArray(int parameterIndex) throws SQLException {
        try {
            return wrap(callable.getArray(parameterIndex));
        } catch (Throwable t) {
            lease.saw(t);
            throw t;
        }
    }

    @Override
    public BigDecimal getBigDecimal(String parameterName) throws SQLException {
        try {
            return callable.getBigDecimal(parameterName);
        } catch (Throwable t) {
            lease.saw(t);
            throw t;
        }
    }

    @Override
    public BigDecimal getBigDecimal(int parameterIndex) throws SQLException {
        try {
            return callable.getBigDecimal(parameterIndex);
        } catch (Throwable t) {
            lease.saw(t);
            throw t;
        }
    }

    @Override
    public BigDecimal getBigDecimal(int parameterIndex, int number) throws SQLException {
        try {
            return callable.getBigDecimal(parameterIndex, number);
        } catch (Throwable t) {
            lease.saw(t);
            throw t;
        }
    }

    @Override
    public Blob getBlob(String parameterName) throws SQLException {
        try {
            return wrap(callable.getBlob(parameterName));
        } catch (Throwable t) {
            lease.saw(t);
            throw t;
        }
    }

    @Override
    public Blob getBlob(int parameterIndex) throws SQLException {
        try {
            return wrap(callable.getBlob(parameterIndex));
        } catch (Throwable t) {
            lease.saw(t);
            throw t;
        }
    }

    @Override
    public boolean getBoolean(String parameterName) throws SQLException {
        try {
            return callable.getBoolean(parameterName);
        } catch (Throwable t) {
            lease.saw(t);
            throw t;
        }
    }

    @Override
    public boolean getBoolean(int parameterIndex) throws SQLException {
        try {
            return callable.getBoolean(parameterIndex);
        } catch (Throwable t) {
            lease.saw(t);
            throw t;
        }
    }

    @Override
    public byte getByte(String parameterName) throws SQLException {
        try {
            return callable.getByte(parameterName);
        } catch (Throwable t) {
            lease.saw(t);
            throw t;
        }
    }

    @Override
    public byte getByte(int parameterIndex) throws SQLException {
        try {
            return callable.getByte(parameterIndex);
        } catch (Throwable t) {
            lease.saw(t);
            throw t;
        }
    }

    @Override
    public byte[] getBytes(String parameterName) throws SQLException {
        try {
            return callable.getBytes(parameterName);
        } catch (Throwable t) {
            lease.saw(t);
            throw t;
        }
    }

    @Override
    public byte[] getBytes(int parameterIndex) throws SQLException {
        try {
            return callable.getBytes(parameterIndex);
        } catch (Throwable t) {
            lease.saw(t);
            throw t;
        }
    }

    @Override
    public Reader getCharacterStream(String parameterName) throws SQLException {
        try {
            return wrap(callable.getCharacterStream(parameterName));
        } catch (Throwable t) {
            lease.saw(t);
            throw t;
        }
    }

    @Override
    public Reader getCharacterStream(int parameterIndex) throws SQLException {
        try {
            return wrap(callable.getCharacterStream(parameterIndex));
        } catch (Throwable t) {
            lease.saw(t);
            throw t;
        }
    }

    @Override
    public Clob getClob(String parameterName) throws SQLException {
        try {
            return wrap(callable.getClob(parameterName));
        } catch (Throwable t) {
            lease.saw(t);
            throw t;
        }
    }

    @Override
    public Clob getClob(int parameterIndex) throws SQLException {
        try {
            return wrap(callable.getClob(parameterIndex));
        } catch (Throwable t) {
            lease.saw(t);
            throw t;
        }
    }

    @Override
    public Date getDate(String parameterName) throws SQLException {
        try {
            return callable.getDate(parameterName);
        } catch (Throwable t) {
            lease.saw(t);
            throw t;
        }
    }

    @Override
    public Date getDate(int parameterIndex) throws SQLException {
        try {
            return callable.getDate(parameterIndex);
        } catch (Throwable t) {
            lease.saw(t);
            throw t;
        }
    }

    @Override
    public Date getDate(String parameterName, Calendar calendar) throws SQLException {
        try {
            return callable.getDate(parameterName, calendar);
        } catch (Throwable t) {
            lease.saw(t);
            throw t;
        }
    }

    @Override
    public Date getDate(int parameterIndex, Calendar calendar) throws SQLException {
        try {
            return callable.getDate(parameterIndex, calendar);
        } catch (Throwable t) {
            lease.saw(t);
            throw t;
        }
    }

    @Override
    public double getDouble(String parameterName) throws SQLException {
        try {
            return callable.getDouble(parameterName);
        } catch (Throwable t) {
            lease.saw(t);
            throw t;
        }
    }

    @Override
    public double getDouble(int parameterIndex) throws SQLException {
        try {
            return callable.getDouble(parameterIndex);
        } catch (Throwable t) {
            lease.saw(t);
            throw t;
        }
    }

    @Override
    public float getFloat(String parameterName) throws SQLException {
        try {
            return callable.getFloat(parameterName);
        } catch (Throwable t) {
            lease.saw(t);
            throw t;
        }
    }

    @Override
    public float getFloat(int parameterIndex) throws SQLException {
        try {
            return callable.getFloat(parameterIndex);
        } catch (Throwable t) {
            lease.saw(t);
            throw t;
        }
    }

    @Override
    public int getInt(String parameterName) throws SQLException {
        try {
            return callable.getInt(parameterName);
        } catch (Throwable t) {
            lease.saw(t);
            throw t;
        }
    }

    @Override
    public int getInt(int parameterIndex) throws SQLException {
        try {
            return callable.getInt(parameterIndex);
        } catch (Throwable t) {
            lease.saw(t);
            throw t;
        }
    }

    @Override
    public long getLong(String parameterName) throws SQLException {
        try {
            return callable.getLong(parameterName);
        } catch (Throwable t) {
            lease.saw(t);
            throw t;
        }
    }

    @Override
    public long getLong(int parameterIndex) throws SQLException {
        try {
            return callable.getLong(parameterIndex);
        } catch (Throwable t) {
            lease.saw(t);
            throw t;
        }
    }

    @Override
    public Reader getNCharacterStream(String parameterName) throws SQLException {
        try {
            return wrap(callable.getNCharacterStream(parameterName));
        } catch (Throwable t) {
            lease.saw(t);
            throw t;
        }
    }

    @Override
    public Reader getNCharacterStream(int parameterIndex) throws SQLException {
        try {
            return wrap(callable.getNCharacterStream(parameterIndex));
        } catch (Throwable t) {
            lease.saw(t);
            throw t;
        }
    }

    @Override
    public NClob getNClob(String parameterName) throws SQLException {
        try {
            return wrap(callable.getNClob(parameterName));
        } catch (Throwable t) {
            lease.saw(t);
            throw t;
        }
    }

    @Override
    public NClob getNClob(int parameterIndex) throws SQLException {
        try {
            return wrap(callable.getNClob(parameterIndex));
        } catch (Throwable t) {
            lease.saw(t);
            throw t;
        }
    }

    @Override
    public String getNString(String parameterName) throws SQLException {
        try {
            return callable.getNString(parameterName);
        } catch (Throwable t) {
            lease.saw(t);
            throw t;
        }
    }

    @Override
    public String getNString(int parameterIndex) throws SQLException {
        try {
            return callable.getNString(parameterIndex);
        } catch (Throwable t) {
            lease.saw(t);
            throw t;
        }
    }

    @Override
    public Object getObject(String parameterName) throws SQLException {
        try {
            return wrap(callable.getObject(parameterName));
        } catch (Throwable t) {
            lease.saw(t);
            throw t;
        }
    }

    @Override
    public Object getObject(int parameterIndex) throws SQLException {
        try {
            return wrap(callable.getObject(parameterIndex));
        } catch (Throwable t) {
            lease.saw(t);
            throw t;
        }
    }

    @Override
    public <T> T getObject(String parameterName, Class<T> type) throws SQLException {
        try {
            return wrap(callable.getObject(parameterName, type), type);
        } catch (Throwable t) {
            lease.saw(t);
            throw t;
        }
    }

    @Override
    public Object getObject(String parameterName, Map<String, Class<?>> map) throws SQLException {
        try {
            return wrap(callable.getObject(parameterName, map));
        } catch (Throwable t) {
            lease.saw(t);
            throw t;
        }
    }

    @Override
    public <T> T getObject(int parameterIndex, Class<T> type) throws SQLException {
        try {
            return wrap(callable.getObject(parameterIndex, type), type);
        } catch (Throwable t) {
            lease.saw(t);
            throw t;
        }
    }

    @Override
    public Object getObject(int parameterIndex, Map<String, Class<?>> map) throws SQLException {
        try {
            return wrap(callable.getObject(parameterIndex, map));
        } catch (Throwable t) {
            lease.saw(t);
            throw t;
        }
    }

    @Override
    public Ref getRef(String parameterName) throws SQLException {
        try {
            return wrap(callable.getRef(parameterName));
        } catch (Throwable t) {
            lease.saw(t);
            throw t;
        }
    }

    @Override
    public Ref getRef(int parameterIndex) throws SQLException {
        try {
            return wrap(callable.getRef(parameterIndex));
        } catch (Throwable t) {
            lease.saw(t);
            throw t;
        }
    }

    @Override
    public RowId getRowId(String parameterName) throws SQLException {
        try {
            return callable.getRowId(parameterName);
        } catch (Throwable t) {
            lease.saw(t);
            throw t;
        }
    }

    @Override
    public RowId getRowId(int parameterIndex) throws SQLException {
        try {
            return callable.getRowId(parameterIndex);
        } catch (Throwable t) {
            lease.saw(t);
            throw t;
        }
    }

    @Override
    public SQLXML getSQLXML(String parameterName) throws SQLException {
        try {
            return wrap(callable.getSQLXML(parameterName));
        } catch (Throwable t) {
            lease.saw(t);
            throw t;
        }
    }

    @Override
    public SQLXML getSQLXML(int parameterIndex) throws SQLException {
        try {
            return wrap(callable.getSQLXML(parameterIndex));
        } catch (Throwable t) {
            lease.saw(t);
            throw t;
        }
    }

    @Override
    public short getShort(String parameterName) throws SQLException {
        try {
            return callable.getShort(parameterName);
        } catch (Throwable t) {
            lease.saw(t);
            throw t;
        }
    }

    @Override
    public short getShort(int parameterIndex) throws SQLException {
        try {
            return callable.getShort(parameterIndex);
        } catch (Throwable t) {
            lease.saw(t);
            throw t;
        }
    }

    @Override
    public String getString(String parameterName) throws SQLException {
        try {
            return callable.getString(parameterName);
        } catch (Throwable t) {
            lease.saw(t);
            throw t;
        }
    }

    @Override
    public String getString(int parameterIndex) throws SQLException {
        try {
            return callable.getString(parameterIndex);
        } catch (Throwable t) {
            lease.saw(t);
            throw t;
        }
    }

    @Override
    public Time getTime(String parameterName) throws SQLException {
        try {
            return callable.getTime(parameterName);
        } catch (Throwable t) {
            lease.saw(t);
            throw t;
        }
    }

    @Override
    public Time getTime(int parameterIndex) throws SQLException {
        try {
            return callable.getTime(parameterIndex);
        } catch (Throwable t) {
            lease.saw(t);
            throw t;
        }
    }

    @Override
    public Time getTime(String parameterName, Calendar calendar) throws SQLException {
        try {
            return callable.getTime(parameterName, calendar);
        } catch (Throwable t) {
            lease.saw(t);
            throw t;
        }
    }

    @Override
    public Time getTime(int parameterIndex, Calendar calendar) throws SQLException {
        try {
            return callable.getTime(parameterIndex, calendar);
        } catch (Throwable t) {
            lease.saw(t);
            throw t;
        }
    }

    @Override
    public Timestamp getTimestamp(String parameterName) throws SQLException {
        try {
            return callable.getTimestamp(parameterName);
        } catch (Throwable t) {
            lease.saw(t);
            throw t;
        }
    }

    @Override
    public Timestamp getTimestamp(int parameterIndex) throws SQLException {
        try {
            return callable.getTimestamp(parameterIndex);
        } catch (Throwable t) {
            lease.saw(t);
            throw t;
        }
    }

    @Override
    public Timestamp getTimestamp(String parameterName, Calendar calendar) throws SQLException {
        try {
            return callable.getTimestamp(parameterName, calendar);
        } catch (Throwable t) {
            lease.saw(t);
            throw t;
        }
    }

    @Override
    public Timestamp getTimestamp(int parameterIndex, Calendar calendar) throws SQLException {
        try {
            return callable.getTimestamp(parameterIndex, calendar);
        } catch (Throwable t) {
            lease.saw(t);
            throw t;
        }
    }

    @Override
    public URL getURL(String parameterName) throws SQLException {
        try {
            return callable.getURL(parameterName);
        } catch (Throwable t) {
            lease.saw(t);
            throw t;
        }
    }

    @Override
    public URL getURL(int parameterIndex) throws SQLException {
        try {
            return callable.getURL(parameterIndex);
        } catch (Throwable t) {
            lease.saw(t);
            throw t;
        }
    }

    @Override
    public void registerOutParameter(String parameterName, int number) throws SQLException {
        try {
            callable.registerOutParameter(parameterName, number);
        } catch (Throwable t) {
            lease.saw(t);
            throw t;
        }
    }

    @Override
    public void registerOutParameter(String parameterName, SQLType value) throws SQLException {
        try {
            callable.registerOutParameter(parameterName, value);
        } catch (Throwable t) {
            lease.saw(t);
            throw t;
        }
    }

    @Override
    public void registerOutParameter(int parameterIndex, int number) throws SQLException {
        try {
            callable.registerOutParameter(parameterIndex, number);
        } catch (Throwable t) {
            lease.saw(t);
            throw t;
        }
    }

    @Override
    public void registerOutParameter(int parameterIndex, SQLType value) throws SQLException {
        try {
            callable.registerOutParameter(parameterIndex, value);
        } catch (Throwable t) {
            lease.saw(t);
            throw t;
        }
    }

    @Override
    public void registerOutParameter(String parameterName, int number, String text) throws SQLException {
        try {
            callable.registerOutParameter(parameterName, number, text);
        } catch (Throwable t) {
            lease.saw(t);
            throw t;
        }
    }

    @Override
    public void registerOutParameter(String parameterName, int number, int number2) throws SQLException {
        try {
            callable.registerOutParameter(parameterName, number, number2);
        } catch (Throwable t) {
            lease.saw(t);
            throw t;
        }
    }

    @Override
    public void registerOutParameter(String parameterName, SQLType value, String text) throws SQLException {
        try {
            callable.registerOutParameter(parameterName, value, text);
        } catch (Throwable t) {
            lease.saw(t);
            throw t;
        }
    }

    @Override
    public void registerOutParameter(String parameterName, SQLType value, int number) throws SQLException {
        try {
            callable.registerOutParameter(parameterName, value, number);
        } catch (Throwable t) {
            lease.saw(t);
            throw t;
        }
    }

    @Override
    public void registerOutParameter(int parameterIndex, int number, String text) throws SQLException {
        try {
            callable.registerOutParameter(parameterIndex, number, text);
        } catch (Throwable t) {
            lease.saw(t);
            throw t;
        }
    }

    @Override
    public void registerOutParameter(int parameterIndex, int number, int number2) throws SQLException {
        try {
            callable.registerOutParameter(parameterIndex, number, number2);
        } catch (Throwable t) {
            lease.saw(t);
            throw t;
        }
    }

    @Override
    public void registerOutParameter(int parameterIndex, SQLType value, String text) throws SQLException {
        try {
            callable.registerOutParameter(parameterIndex, value, text);
        } catch (Throwable t) {
            lease.saw(t);
            throw t;
        }
    }

    @Override
    public void registerOutParameter(int parameterIndex, SQLType value, int number) throws SQLException {
        try {
            callable.registerOutParameter(parameterIndex, value, number);
        } catch (Throwable t) {
            lease.saw(t);
            throw t;
        }
    }

    @Override
    public void setAsciiStream(String parameterName, InputStream value) throws SQLException {
        try {
            callable.setAsciiStream(parameterName, value);
        } catch (Throwable t) {
            lease.saw(t);
            throw t;
        }
    }

    @Override
    public void setAsciiStream(String parameterName, InputStream value, int number) throws SQLException {
        try {
            callable.setAsciiStream(parameterName, value, number);
        } catch (Throwable t) {
            lease.saw(t);
            throw t;
        }
    }

    @Override
    public void setAsciiStream(String parameterName, InputStream value, long length) throws SQLException {
        try {
            callable.setAsciiStream(parameterName, value, length);
        } catch (Throwable t) {
            lease.saw(t);
            throw t;
        }
    }

    @Override
    public void setBigDecimal(String parameterName, BigDecimal value) throws SQLException {
        try {
            callable.setBigDecimal(parameterName, value);
        } catch (Throwable t) {
            lease.saw(t);
            throw t;
        }
    }

    @Override
    public void setBinaryStream(String parameterName, InputStream value) throws SQLException {
        try {
            callable.setBinaryStream(parameterName, value);
        } catch (Throwable t) {
            lease.saw(t);
            throw t;
        }
    }

    @Override
    public void setBinaryStream(String parameterName, InputStream value, int number) throws SQLException {
        try {
            callable.setBinaryStream(parameterName, value, number);
        } catch (Throwable t) {
            lease.saw(t);
            throw t;
        }
    }

    @Override
    public void setBinaryStream(String parameterName, InputStream value, long length) throws SQLException {
        try {
            callable.setBinaryStream(parameterName, value, length);
        } catch (Throwable t) {
            lease.saw(t);
            throw t;
        }
    }

    @Override
    public void setBlob(String parameterName, InputStream value) throws SQLException {
        try {
            callable.setBlob(parameterName, value);
        } catch (Throwable t) {
            lease.saw(t);
            throw t;
        }
    }

    @Override
    public void setBlob(String parameterName, Blob value) throws SQLException {
        try {
            callable.setBlob(parameterName, bare(value));
        } catch (Throwable t) {
            lease.saw(t);
            throw t;
        }
    }

    @Override
    public void setBlob(String parameterName, InputStream value, long length) throws SQLException {
        try {
            callable.setBlob(parameterName, value, length);
        } catch (Throwable t) {
            lease.saw(t);
            throw t;
        }
    }

    @Override
    public void setBoolean(String parameterName, boolean value) throws SQLException {
        try {
            callable.setBoolean(parameterName, value);
        } catch (Throwable t) {
            lease.saw(t);
            throw t;
        }
    }

    @Override
    public void setByte(String parameterName, byte value) throws SQLException {
        try {
            callable.setByte(parameterName, value);
        } catch (Throwable t) {
            lease.saw(t);
            throw t;
        }
    }

    @Override
    public void setBytes(String parameterName, byte[] bytes) throws SQLException {
        try {
            callable.setBytes(parameterName, bytes);
        } catch (Throwable t) {
            lease.saw(t);
            throw t;
        }
    }

    @Override
    public void setCharacterStream(String parameterName, Reader value) throws SQLException {
        try {
            callable.setCharacterStream(parameterName, value);
        } catch (Throwable t) {
            lease.saw(t);
            throw t;
        }
    }

    @Override
    public void setCharacterStream(String parameterName, Reader value, int number) throws SQLException {
        try {
            callable.setCharacterStream(parameterName, value, number);
        } catch (Throwable t) {
            lease.saw(t);
            throw t;
        }
    }

    @Override
    public void setCharacterStream(String parameterName, Reader value, long length) throws SQLException {
        try {
            callable.setCharacterStream(parameterName, value, length);
        } catch (Throwable t) {
            lease.saw(t);
            throw t;
        }
    }

    @Override
    public void setClob(String parameterName, Reader value) throws SQLException {
        try {
            callable.setClob(parameterName, value);
        } catch (Throwable t) {
            lease.saw(t);
            throw t;
        }
    }

    @Override
    public void setClob(String parameterName, Clob value) throws SQLException {
        try {
            callable.setClob(parameterName, bare(value));
        } catch (Throwable t) {
            lease.saw(t);
            throw t;
        }
    }

    @Override
    public void setClob(String parameterName, Reader value, long length) throws SQLException {
        try {
            callable.setClob(parameterName, value, length);
        } catch (Throwable t) {
            lease.saw(t);
            throw t;
        }
    }

    @Override
    public void setDate(String parameterName, Date value) throws SQLException {
        try {
            callable.setDate(parameterName, value);
        } catch (Throwable t) {
            lease.saw(t);
            throw t;
        }
    }

    @Override
    public void setDate(String parameterName, Date value, Calendar calendar) throws SQLException {
        try {
            callable.setDate(parameterName, value, calendar);
        } catch (Throwable t) {
            lease.saw(t);
            throw t;
        }
    }

    @Override
    public void setDouble(String parameterName, double value) throws SQLException {
        try {
            callable.setDouble(parameterName, value);
        } catch (Throwable t) {
            lease.saw(t);
            throw t;
        }
    }

    @Override
    public void setFloat(String parameterName, float value) throws SQLException {
        try {
            callable.setFloat(parameterName, value);
        } catch (Throwable t) {
            lease.saw(t);
            throw t;
        }
    }

    @Override
    public void setInt(String parameterName, int value) throws SQLException {
        try {
            callable.setInt(parameterName, value);
        } catch (Throwable t) {
            lease.saw(t);
            throw t;
        }
    }

    @Override
    public void setLong(String parameterName, long value) throws SQLException {
        try {
            callable.setLong(parameterName, value);
        } catch (Throwable t) {
            lease.saw(t);
            throw t;
        }
    }

    @Override
    public void setNCharacterStream(String parameterName, Reader value) throws SQLException {
        try {
            callable.setNCharacterStream(parameterName, value);
        } catch (Throwable t) {
            lease.saw(t);
            throw t;
        }
    }

    @Override
    public void setNCharacterStream(String parameterName, Reader value, long length) throws SQLException {
        try {
            callable.setNCharacterStream(parameterName, value, length);
        } catch (Throwable t) {
            lease.saw(t);
            throw t;
        }
    }

    @Override
    public void setNClob(String parameterName, Reader value) throws SQLException {
        try {
            callable.setNClob(parameterName, value);
        } catch (Throwable t) {
            lease.saw(t);
            throw t;
        }
    }

    @Override
    public void setNClob(String parameterName, NClob value) throws SQLException {
        try {
            callable.setNClob(parameterName, bare(value));
        } catch (Throwable t) {
            lease.saw(t);
            throw t;
        }
    }

    @Override
    public void setNClob(String parameterName, Reader value, long length) throws SQLException {
        try {
            callable.setNClob(parameterName, value, length);
        } catch (Throwable t) {
            lease.saw(t);
            throw t;
        }
    }

    @Override
    public void setNString(String parameterName, String text) throws SQLException {
        try {
            callable.setNString(parameterName, text);
        } catch (Throwable t) {
            lease.saw(t);
            throw t;
        }
    }

    @Override
    public void setNull(String parameterName, int number) throws SQLException {
        try {
            callable.setNull(parameterName, number);
        } catch (Throwable t) {
            lease.saw(t);
            throw t;
        }
    }

    @Override
    public void setNull(String parameterName, int number, String text) throws SQLException {
        try {
            callable.setNull(parameterName, number, text);
        } catch (Throwable t) {
            lease.saw(t);
            throw t;
        }
    }

    @Override
    public void setObject(String parameterName, Object value) throws SQLException {
        try {
            callable.setObject(parameterName, bare(value));
        } catch (Throwable t) {
            lease.saw(t);
            throw t;
        }
    }

    @Override
    public void setObject(String parameterName, Object value, int number) throws SQLException {
        try {
            callable.setObject(parameterName, bare(value), number);
        } catch (Throwable t) {
            lease.saw(t);
            throw t;
        }
    }

    @Override
    public void setObject(String parameterName, Object value, SQLType value2) throws SQLException {
        try {
            callable.setObject(parameterName, bare(value), value2);
        } catch (Throwable t) {
            lease.saw(t);
            throw t;
        }
    }

    @Override
    public void setObject(String parameterName, Object value, int number, int number2) throws SQLException {
        try {
            callable.setObject(parameterName, bare(value), number, number2);
        } catch (Throwable t) {
            lease.saw(t);
            throw t;
        }
    }

    @Override
    public void setObject(String parameterName, Object value, SQLType value2, int number) throws SQLException {
        try {
            callable.setObject(parameterName, bare(value), value2, number);
        } catch (Throwable t) {
            lease.saw(t);
            throw t;
        }
    }

    @Override
    public void setRowId(String parameterName, RowId value) throws SQLException {
        try {
            callable.setRowId(parameterName, value);
        } catch (Throwable t) {
            lease.saw(t);
            throw t;
        }
    }

    @Override
    public void setSQLXML(String parameterName, SQLXML value) throws SQLException {
        try {
            callable.setSQLXML(parameterName, bare(value));
        } catch (Throwable t) {
            lease.saw(t);
            throw t;
        }
    }

    @Override
    public void setShort(String parameterName, short value) throws SQLException {
        try {
            callable.setShort(parameterName, value);
        } catch (Throwable t) {
            lease.saw(t);
            throw t;
        }
    }

    @Override
    public void setString(String parameterName, String text) throws SQLException {
        try {
            callable.setString(parameterName, text);
        } catch (Throwable t) {
            lease.saw(t);
            throw t;
        }
    }

    @Override
    public void setTime(String parameterName, Time value) throws SQLException {
        try {
            callable.setTime(parameterName, value);
        } catch (Throwable t) {
            lease.saw(t);
            throw t;
        }
    }

    @Override
    public void setTime(String parameterName, Time value, Calendar calendar) throws SQLException {
        try {
            callable.setTime(parameterName, value, calendar);
        } catch (Throwable t) {
            lease.saw(t);
            throw t;
        }
    }

    @Override
    public void setTimestamp(String parameterName, Timestamp value) throws SQLException {
        try {
            callable.setTimestamp(parameterName, value);
        } catch (Throwable t) {
            lease.saw(t);
            throw t;
        }
    }

    @Override
    public void setTimestamp(String parameterName, Timestamp value, Calendar calendar) throws SQLException {
        try {
            callable.setTimestamp(parameterName, value, calendar);
        } catch (Throwable t) {
            lease.saw(t);
            throw t;
        }
    }

    @Override
    public void setURL(String parameterName, URL value) throws SQLException {
        try {
            callable.setURL(parameterName, value);
        } catch (Throwable t) {
            lease.saw(t);
            throw t;
        }
    }

    @Override
    public boolean wasNull() throws SQLException {
        try {
            return callable.wasNull();
        } catch (Throwable t) {
            lease.saw(t);
            throw t;
        }
    }
}
