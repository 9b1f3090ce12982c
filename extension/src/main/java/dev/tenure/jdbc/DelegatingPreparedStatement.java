package dev.tenure.jdbc;

import dev.tenure.lifetime.Lease;
import java.io.InputStream;
import java.io.Reader;
import java.math.BigDecimal;
import java.net.URL;
import java.sql.Array;
import java.sql.Blob;
import java.sql.Clob;
import java.sql.Date;
import java.sql.NClob;
import java.sql.ParameterMetaData;
import java.sql.PreparedStatement;
import java.sql.Ref;
import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.RowId;
import java.sql.SQLException;
import java.sql.SQLType;
import java.sql.SQLXML;
import java.sql.Time;
import java.sql.Timestamp;
import java.util.Calendar;

/** Plain delegation and nothing else: errors are noticed, calls that may reach the server are guarded, JDBC objects are wrapped and unwrapped. */
@SuppressWarnings("deprecation") // JDBC still has the methods
abstract class DelegatingPreparedStatement extends StatementHandle implements PreparedStatement {

    private final PreparedStatement prepared;

    DelegatingPreparedStatement(ConnectionHandle connection, Lease lease, PreparedStatement prepared) {
        super(connection, lease, prepared);
        this.prepared = prepared;
    }

    @Override
    public void addBatch() throws SQLException {
        try {
            prepared.addBatch();
        } catch (Throwable t) {
            lease.saw(t);
            throw t;
        }
    }

    @Override
    public void clearParameters() throws SQLException {
        try {
            prepared.clearParameters();
        } catch (Throwable t) {
            lease.saw(t);
            throw t;
        }
    }

    @Override
    public boolean execute() throws SQLException {
        lease.enter();
        lease.executed();
        try {
            return prepared.execute();
        } catch (Throwable t) {
            lease.saw(t);
            throw t;
        } finally {
            lease.exit();
        }
    }

    @Override
    public long executeLargeUpdate() throws SQLException {
        lease.enter();
        lease.executed();
        try {
            return prepared.executeLargeUpdate();
        } catch (Throwable t) {
            lease.saw(t);
            throw t;
        } finally {
            lease.exit();
        }
    }

    @Override
    public ResultSet executeQuery() throws SQLException {
        lease.enter();
        lease.executed();
        try {
            return wrap(prepared.executeQuery());
        } catch (Throwable t) {
            lease.saw(t);
            throw t;
        } finally {
            lease.exit();
        }
    }

    @Override
    public int executeUpdate() throws SQLException {
        lease.enter();
        lease.executed();
        try {
            return prepared.executeUpdate();
        } catch (Throwable t) {
            lease.saw(t);
            throw t;
        } finally {
            lease.exit();
        }
    }

    @Override
    public ResultSetMetaData getMetaData() throws SQLException {
        lease.enter();
        lease.executed();
        try {
            return wrap(prepared.getMetaData());
        } catch (Throwable t) {
            lease.saw(t);
            throw t;
        } finally {
            lease.exit();
        }
    }

    @Override
    public ParameterMetaData getParameterMetaData() throws SQLException {
        lease.enter();
        lease.executed();
        try {
            return wrap(prepared.getParameterMetaData());
        } catch (Throwable t) {
            lease.saw(t);
            throw t;
        } finally {
            lease.exit();
        }
    }

    @Override
    public void setArray(int parameterIndex, Array value) throws SQLException {
        try {
            prepared.setArray(parameterIndex, bare(value));
        } catch (Throwable t) {
            lease.saw(t);
            throw t;
        }
    }

    @Override
    public void setAsciiStream(int parameterIndex, InputStream value) throws SQLException {
        try {
            prepared.setAsciiStream(parameterIndex, value);
        } catch (Throwable t) {
            lease.saw(t);
            throw t;
        }
    }

    @Override
    public void setAsciiStream(int parameterIndex, InputStream value, int number) throws SQLException {
        try {
            prepared.setAsciiStream(parameterIndex, value, number);
        } catch (Throwable t) {
            lease.saw(t);
            throw t;
        }
    }

    @Override
    public void setAsciiStream(int parameterIndex, InputStream value, long length) throws SQLException {
        try {
            prepared.setAsciiStream(parameterIndex, value, length);
        } catch (Throwable t) {
            lease.saw(t);
            throw t;
        }
    }

    @Override
    public void setBigDecimal(int parameterIndex, BigDecimal value) throws SQLException {
        try {
            prepared.setBigDecimal(parameterIndex, value);
        } catch (Throwable t) {
            lease.saw(t);
            throw t;
        }
    }

    @Override
    public void setBinaryStream(int parameterIndex, InputStream value) throws SQLException {
        try {
            prepared.setBinaryStream(parameterIndex, value);
        } catch (Throwable t) {
            lease.saw(t);
            throw t;
        }
    }

    @Override
    public void setBinaryStream(int parameterIndex, InputStream value, int number) throws SQLException {
        try {
            prepared.setBinaryStream(parameterIndex, value, number);
        } catch (Throwable t) {
            lease.saw(t);
            throw t;
        }
    }

    @Override
    public void setBinaryStream(int parameterIndex, InputStream value, long length) throws SQLException {
        try {
            prepared.setBinaryStream(parameterIndex, value, length);
        } catch (Throwable t) {
            lease.saw(t);
            throw t;
        }
    }

    @Override
    public void setBlob(int parameterIndex, InputStream value) throws SQLException {
        try {
            prepared.setBlob(parameterIndex, value);
        } catch (Throwable t) {
            lease.saw(t);
            throw t;
        }
    }

    @Override
    public void setBlob(int parameterIndex, Blob value) throws SQLException {
        try {
            prepared.setBlob(parameterIndex, bare(value));
        } catch (Throwable t) {
            lease.saw(t);
            throw t;
        }
    }

    @Override
    public void setBlob(int parameterIndex, InputStream value, long length) throws SQLException {
        try {
            prepared.setBlob(parameterIndex, value, length);
        } catch (Throwable t) {
            lease.saw(t);
            throw t;
        }
    }

    @Override
    public void setBoolean(int parameterIndex, boolean value) throws SQLException {
        try {
            prepared.setBoolean(parameterIndex, value);
        } catch (Throwable t) {
            lease.saw(t);
            throw t;
        }
    }

    @Override
    public void setByte(int parameterIndex, byte value) throws SQLException {
        try {
            prepared.setByte(parameterIndex, value);
        } catch (Throwable t) {
            lease.saw(t);
            throw t;
        }
    }

    @Override
    public void setBytes(int parameterIndex, byte[] bytes) throws SQLException {
        try {
            prepared.setBytes(parameterIndex, bytes);
        } catch (Throwable t) {
            lease.saw(t);
            throw t;
        }
    }

    @Override
    public void setCharacterStream(int parameterIndex, Reader value) throws SQLException {
        try {
            prepared.setCharacterStream(parameterIndex, value);
        } catch (Throwable t) {
            lease.saw(t);
            throw t;
        }
    }

    @Override
    public void setCharacterStream(int parameterIndex, Reader value, int number) throws SQLException {
        try {
            prepared.setCharacterStream(parameterIndex, value, number);
        } catch (Throwable t) {
            lease.saw(t);
            throw t;
        }
    }

    @Override
    public void setCharacterStream(int parameterIndex, Reader value, long length) throws SQLException {
        try {
            prepared.setCharacterStream(parameterIndex, value, length);
        } catch (Throwable t) {
            lease.saw(t);
            throw t;
        }
    }

    @Override
    public void setClob(int parameterIndex, Reader value) throws SQLException {
        try {
            prepared.setClob(parameterIndex, value);
        } catch (Throwable t) {
            lease.saw(t);
            throw t;
        }
    }

    @Override
    public void setClob(int parameterIndex, Clob value) throws SQLException {
        try {
            prepared.setClob(parameterIndex, bare(value));
        } catch (Throwable t) {
            lease.saw(t);
            throw t;
        }
    }

    @Override
    public void setClob(int parameterIndex, Reader value, long length) throws SQLException {
        try {
            prepared.setClob(parameterIndex, value, length);
        } catch (Throwable t) {
            lease.saw(t);
            throw t;
        }
    }

    @Override
    public void setDate(int parameterIndex, Date value) throws SQLException {
        try {
            prepared.setDate(parameterIndex, value);
        } catch (Throwable t) {
            lease.saw(t);
            throw t;
        }
    }

    @Override
    public void setDate(int parameterIndex, Date value, Calendar calendar) throws SQLException {
        try {
            prepared.setDate(parameterIndex, value, calendar);
        } catch (Throwable t) {
            lease.saw(t);
            throw t;
        }
    }

    @Override
    public void setDouble(int parameterIndex, double value) throws SQLException {
        try {
            prepared.setDouble(parameterIndex, value);
        } catch (Throwable t) {
            lease.saw(t);
            throw t;
        }
    }

    @Override
    public void setFloat(int parameterIndex, float value) throws SQLException {
        try {
            prepared.setFloat(parameterIndex, value);
        } catch (Throwable t) {
            lease.saw(t);
            throw t;
        }
    }

    @Override
    public void setInt(int parameterIndex, int value) throws SQLException {
        try {
            prepared.setInt(parameterIndex, value);
        } catch (Throwable t) {
            lease.saw(t);
            throw t;
        }
    }

    @Override
    public void setLong(int parameterIndex, long value) throws SQLException {
        try {
            prepared.setLong(parameterIndex, value);
        } catch (Throwable t) {
            lease.saw(t);
            throw t;
        }
    }

    @Override
    public void setNCharacterStream(int parameterIndex, Reader value) throws SQLException {
        try {
            prepared.setNCharacterStream(parameterIndex, value);
        } catch (Throwable t) {
            lease.saw(t);
            throw t;
        }
    }

    @Override
    public void setNCharacterStream(int parameterIndex, Reader value, long length) throws SQLException {
        try {
            prepared.setNCharacterStream(parameterIndex, value, length);
        } catch (Throwable t) {
            lease.saw(t);
            throw t;
        }
    }

    @Override
    public void setNClob(int parameterIndex, Reader value) throws SQLException {
        try {
            prepared.setNClob(parameterIndex, value);
        } catch (Throwable t) {
            lease.saw(t);
            throw t;
        }
    }

    @Override
    public void setNClob(int parameterIndex, NClob value) throws SQLException {
        try {
            prepared.setNClob(parameterIndex, bare(value));
        } catch (Throwable t) {
            lease.saw(t);
            throw t;
        }
    }

    @Override
    public void setNClob(int parameterIndex, Reader value, long length) throws SQLException {
        try {
            prepared.setNClob(parameterIndex, value, length);
        } catch (Throwable t) {
            lease.saw(t);
            throw t;
        }
    }

    @Override
    public void setNString(int parameterIndex, String text) throws SQLException {
        try {
            prepared.setNString(parameterIndex, text);
        } catch (Throwable t) {
            lease.saw(t);
            throw t;
        }
    }

    @Override
    public void setNull(int parameterIndex, int number) throws SQLException {
        try {
            prepared.setNull(parameterIndex, number);
        } catch (Throwable t) {
            lease.saw(t);
            throw t;
        }
    }

    @Override
    public void setNull(int parameterIndex, int number, String text) throws SQLException {
        try {
            prepared.setNull(parameterIndex, number, text);
        } catch (Throwable t) {
            lease.saw(t);
            throw t;
        }
    }

    @Override
    public void setObject(int parameterIndex, Object value) throws SQLException {
        try {
            prepared.setObject(parameterIndex, bare(value));
        } catch (Throwable t) {
            lease.saw(t);
            throw t;
        }
    }

    @Override
    public void setObject(int parameterIndex, Object value, int number) throws SQLException {
        try {
            prepared.setObject(parameterIndex, bare(value), number);
        } catch (Throwable t) {
            lease.saw(t);
            throw t;
        }
    }

    @Override
    public void setObject(int parameterIndex, Object value, SQLType value2) throws SQLException {
        try {
            prepared.setObject(parameterIndex, bare(value), value2);
        } catch (Throwable t) {
            lease.saw(t);
            throw t;
        }
    }

    @Override
    public void setObject(int parameterIndex, Object value, int number, int number2) throws SQLException {
        try {
            prepared.setObject(parameterIndex, bare(value), number, number2);
        } catch (Throwable t) {
            lease.saw(t);
            throw t;
        }
    }

    @Override
    public void setObject(int parameterIndex, Object value, SQLType value2, int number) throws SQLException {
        try {
            prepared.setObject(parameterIndex, bare(value), value2, number);
        } catch (Throwable t) {
            lease.saw(t);
            throw t;
        }
    }

    @Override
    public void setRef(int parameterIndex, Ref value) throws SQLException {
        try {
            prepared.setRef(parameterIndex, bare(value));
        } catch (Throwable t) {
            lease.saw(t);
            throw t;
        }
    }

    @Override
    public void setRowId(int parameterIndex, RowId value) throws SQLException {
        try {
            prepared.setRowId(parameterIndex, value);
        } catch (Throwable t) {
            lease.saw(t);
            throw t;
        }
    }

    @Override
    public void setSQLXML(int parameterIndex, SQLXML value) throws SQLException {
        try {
            prepared.setSQLXML(parameterIndex, bare(value));
        } catch (Throwable t) {
            lease.saw(t);
            throw t;
        }
    }

    @Override
    public void setShort(int parameterIndex, short value) throws SQLException {
        try {
            prepared.setShort(parameterIndex, value);
        } catch (Throwable t) {
            lease.saw(t);
            throw t;
        }
    }

    @Override
    public void setString(int parameterIndex, String text) throws SQLException {
        try {
            prepared.setString(parameterIndex, text);
        } catch (Throwable t) {
            lease.saw(t);
            throw t;
        }
    }

    @Override
    public void setTime(int parameterIndex, Time value) throws SQLException {
        try {
            prepared.setTime(parameterIndex, value);
        } catch (Throwable t) {
            lease.saw(t);
            throw t;
        }
    }

    @Override
    public void setTime(int parameterIndex, Time value, Calendar calendar) throws SQLException {
        try {
            prepared.setTime(parameterIndex, value, calendar);
        } catch (Throwable t) {
            lease.saw(t);
            throw t;
        }
    }

    @Override
    public void setTimestamp(int parameterIndex, Timestamp value) throws SQLException {
        try {
            prepared.setTimestamp(parameterIndex, value);
        } catch (Throwable t) {
            lease.saw(t);
            throw t;
        }
    }

    @Override
    public void setTimestamp(int parameterIndex, Timestamp value, Calendar calendar) throws SQLException {
        try {
            prepared.setTimestamp(parameterIndex, value, calendar);
        } catch (Throwable t) {
            lease.saw(t);
            throw t;
        }
    }

    @Override
    public void setURL(int parameterIndex, URL value) throws SQLException {
        try {
            prepared.setURL(parameterIndex, value);
        } catch (Throwable t) {
            lease.saw(t);
            throw t;
        }
    }

    @Override
    public void setUnicodeStream(int parameterIndex, InputStream value, int number) throws SQLException {
        try {
            prepared.setUnicodeStream(parameterIndex, value, number);
        } catch (Throwable t) {
            lease.saw(t);
            throw t;
        }
    }
}
