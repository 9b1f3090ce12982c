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
import java.sql.Ref;
import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.RowId;
import java.sql.SQLException;
import java.sql.SQLType;
import java.sql.SQLWarning;
import java.sql.SQLXML;
import java.sql.Time;
import java.sql.Timestamp;
import java.util.Calendar;
import java.util.Map;

/** Plain delegation and nothing else: errors are noticed, calls that may reach the server are guarded, JDBC objects are wrapped and unwrapped. */
@SuppressWarnings("deprecation") // JDBC still has the methods
abstract class DelegatingResultSet extends Wrapped implements ResultSet {

    final ResultSet rows;

    DelegatingResultSet(ConnectionHandle connection, Lease lease, ResultSet rows) {
        super(connection, lease);
        this.rows = rows;
    }

    @Override
    final Object raw() {
        return rows;
    }

    @Override
    public boolean absolute(int number) throws SQLException {
        try {
            return rows.absolute(number);
        } catch (Throwable t) {
            lease.saw(t);
            throw t;
        }
    }

    @Override
    public void afterLast() throws SQLException {
        try {
            rows.afterLast();
        } catch (Throwable t) {
            lease.saw(t);
            throw t;
        }
    }

    @Override
    public void beforeFirst() throws SQLException {
        try {
            rows.beforeFirst();
        } catch (Throwable t) {
            lease.saw(t);
            throw t;
        }
    }

    @Override
    public void cancelRowUpdates() throws SQLException {
        try {
            rows.cancelRowUpdates();
        } catch (Throwable t) {
            lease.saw(t);
            throw t;
        }
    }

    @Override
    public void clearWarnings() throws SQLException {
        try {
            rows.clearWarnings();
        } catch (Throwable t) {
            lease.saw(t);
            throw t;
        }
    }

    @Override
    public void deleteRow() throws SQLException {
        lease.enter();
        lease.executed();
        try {
            rows.deleteRow();
        } catch (Throwable t) {
            lease.saw(t);
            throw t;
        } finally {
            lease.exit();
        }
    }

    @Override
    public int findColumn(String columnLabel) throws SQLException {
        try {
            return rows.findColumn(columnLabel);
        } catch (Throwable t) {
            lease.saw(t);
            throw t;
        }
    }

    @Override
    public boolean first() throws SQLException {
        try {
            return rows.first();
        } catch (Throwable t) {
            lease.saw(t);
            throw t;
        }
    }

    @Override
    public Array getArray(String columnLabel) throws SQLException {
        try {
            return wrap(rows.getArray(columnLabel));
        } catch (Throwable t) {
            lease.saw(t);
            throw t;
        }
    }

    @Override
    public Array getArray(int columnIndex) throws SQLException {
        try {
            return wrap(rows.getArray(columnIndex));
        } catch (Throwable t) {
            lease.saw(t);
            throw t;
        }
    }

    @Override
    public InputStream getAsciiStream(String columnLabel) throws SQLException {
        try {
            return wrap(rows.getAsciiStream(columnLabel));
        } catch (Throwable t) {
            lease.saw(t);
            throw t;
        }
    }

    @Override
    public InputStream getAsciiStream(int columnIndex) throws SQLException {
        try {
            return wrap(rows.getAsciiStream(columnIndex));
        } catch (Throwable t) {
            lease.saw(t);
            throw t;
        }
    }

    @Override
    public BigDecimal getBigDecimal(String columnLabel) throws SQLException {
        try {
            return rows.getBigDecimal(columnLabel);
        } catch (Throwable t) {
            lease.saw(t);
            throw t;
        }
    }

    @Override
    public BigDecimal getBigDecimal(int columnIndex) throws SQLException {
        try {
            return rows.getBigDecimal(columnIndex);
        } catch (Throwable t) {
            lease.saw(t);
            throw t;
        }
    }

    @Override
    public BigDecimal getBigDecimal(String columnLabel, int number) throws SQLException {
        try {
            return rows.getBigDecimal(columnLabel, number);
        } catch (Throwable t) {
            lease.saw(t);
            throw t;
        }
    }

    @Override
    public BigDecimal getBigDecimal(int columnIndex, int number) throws SQLException {
        try {
            return rows.getBigDecimal(columnIndex, number);
        } catch (Throwable t) {
            lease.saw(t);
            throw t;
        }
    }

    @Override
    public InputStream getBinaryStream(String columnLabel) throws SQLException {
        try {
            return wrap(rows.getBinaryStream(columnLabel));
        } catch (Throwable t) {
            lease.saw(t);
            throw t;
        }
    }

    @Override
    public InputStream getBinaryStream(int columnIndex) throws SQLException {
        try {
            return wrap(rows.getBinaryStream(columnIndex));
        } catch (Throwable t) {
            lease.saw(t);
            throw t;
        }
    }

    @Override
    public Blob getBlob(String columnLabel) throws SQLException {
        try {
            return wrap(rows.getBlob(columnLabel));
        } catch (Throwable t) {
            lease.saw(t);
            throw t;
        }
    }

    @Override
    public Blob getBlob(int columnIndex) throws SQLException {
        try {
            return wrap(rows.getBlob(columnIndex));
        } catch (Throwable t) {
            lease.saw(t);
            throw t;
        }
    }

    @Override
    public boolean getBoolean(String columnLabel) throws SQLException {
        try {
            return rows.getBoolean(columnLabel);
        } catch (Throwable t) {
            lease.saw(t);
            throw t;
        }
    }

    @Override
    public boolean getBoolean(int columnIndex) throws SQLException {
        try {
            return rows.getBoolean(columnIndex);
        } catch (Throwable t) {
            lease.saw(t);
            throw t;
        }
    }

    @Override
    public byte getByte(String columnLabel) throws SQLException {
        try {
            return rows.getByte(columnLabel);
        } catch (Throwable t) {
            lease.saw(t);
            throw t;
        }
    }

    @Override
    public byte getByte(int columnIndex) throws SQLException {
        try {
            return rows.getByte(columnIndex);
        } catch (Throwable t) {
            lease.saw(t);
            throw t;
        }
    }

    @Override
    public byte[] getBytes(String columnLabel) throws SQLException {
        try {
            return rows.getBytes(columnLabel);
        } catch (Throwable t) {
            lease.saw(t);
            throw t;
        }
    }

    @Override
    public byte[] getBytes(int columnIndex) throws SQLException {
        try {
            return rows.getBytes(columnIndex);
        } catch (Throwable t) {
            lease.saw(t);
            throw t;
        }
    }

    @Override
    public Reader getCharacterStream(String columnLabel) throws SQLException {
        try {
            return wrap(rows.getCharacterStream(columnLabel));
        } catch (Throwable t) {
            lease.saw(t);
            throw t;
        }
    }

    @Override
    public Reader getCharacterStream(int columnIndex) throws SQLException {
        try {
            return wrap(rows.getCharacterStream(columnIndex));
        } catch (Throwable t) {
            lease.saw(t);
            throw t;
        }
    }

    @Override
    public Clob getClob(String columnLabel) throws SQLException {
        try {
            return wrap(rows.getClob(columnLabel));
        } catch (Throwable t) {
            lease.saw(t);
            throw t;
        }
    }

    @Override
    public Clob getClob(int columnIndex) throws SQLException {
        try {
            return wrap(rows.getClob(columnIndex));
        } catch (Throwable t) {
            lease.saw(t);
            throw t;
        }
    }

    @Override
    public int getConcurrency() throws SQLException {
        try {
            return rows.getConcurrency();
        } catch (Throwable t) {
            lease.saw(t);
            throw t;
        }
    }

    @Override
    public String getCursorName() throws SQLException {
        try {
            return rows.getCursorName();
        } catch (Throwable t) {
            lease.saw(t);
            throw t;
        }
    }

    @Override
    public Date getDate(String columnLabel) throws SQLException {
        try {
            return rows.getDate(columnLabel);
        } catch (Throwable t) {
            lease.saw(t);
            throw t;
        }
    }

    @Override
    public Date getDate(int columnIndex) throws SQLException {
        try {
            return rows.getDate(columnIndex);
        } catch (Throwable t) {
            lease.saw(t);
            throw t;
        }
    }

    @Override
    public Date getDate(String columnLabel, Calendar calendar) throws SQLException {
        try {
            return rows.getDate(columnLabel, calendar);
        } catch (Throwable t) {
            lease.saw(t);
            throw t;
        }
    }

    @Override
    public Date getDate(int columnIndex, Calendar calendar) throws SQLException {
        try {
            return rows.getDate(columnIndex, calendar);
        } catch (Throwable t) {
            lease.saw(t);
            throw t;
        }
    }

    @Override
    public double getDouble(String columnLabel) throws SQLException {
        try {
            return rows.getDouble(columnLabel);
        } catch (Throwable t) {
            lease.saw(t);
            throw t;
        }
    }

    @Override
    public double getDouble(int columnIndex) throws SQLException {
        try {
            return rows.getDouble(columnIndex);
        } catch (Throwable t) {
            lease.saw(t);
            throw t;
        }
    }

    @Override
    public int getFetchDirection() throws SQLException {
        try {
            return rows.getFetchDirection();
        } catch (Throwable t) {
            lease.saw(t);
            throw t;
        }
    }

    @Override
    public int getFetchSize() throws SQLException {
        try {
            return rows.getFetchSize();
        } catch (Throwable t) {
            lease.saw(t);
            throw t;
        }
    }

    @Override
    public float getFloat(String columnLabel) throws SQLException {
        try {
            return rows.getFloat(columnLabel);
        } catch (Throwable t) {
            lease.saw(t);
            throw t;
        }
    }

    @Override
    public float getFloat(int columnIndex) throws SQLException {
        try {
            return rows.getFloat(columnIndex);
        } catch (Throwable t) {
            lease.saw(t);
            throw t;
        }
    }

    @Override
    public int getHoldability() throws SQLException {
        try {
            return rows.getHoldability();
        } catch (Throwable t) {
            lease.saw(t);
            throw t;
        }
    }

    @Override
    public int getInt(String columnLabel) throws SQLException {
        try {
            return rows.getInt(columnLabel);
        } catch (Throwable t) {
            lease.saw(t);
            throw t;
        }
    }

    @Override
    public int getInt(int columnIndex) throws SQLException {
        try {
            return rows.getInt(columnIndex);
        } catch (Throwable t) {
            lease.saw(t);
            throw t;
        }
    }

    @Override
    public long getLong(String columnLabel) throws SQLException {
        try {
            return rows.getLong(columnLabel);
        } catch (Throwable t) {
            lease.saw(t);
            throw t;
        }
    }

    @Override
    public long getLong(int columnIndex) throws SQLException {
        try {
            return rows.getLong(columnIndex);
        } catch (Throwable t) {
            lease.saw(t);
            throw t;
        }
    }

    @Override
    public ResultSetMetaData getMetaData() throws SQLException {
        try {
            return wrap(rows.getMetaData());
        } catch (Throwable t) {
            lease.saw(t);
            throw t;
        }
    }

    @Override
    public Reader getNCharacterStream(String columnLabel) throws SQLException {
        try {
            return wrap(rows.getNCharacterStream(columnLabel));
        } catch (Throwable t) {
            lease.saw(t);
            throw t;
        }
    }

    @Override
    public Reader getNCharacterStream(int columnIndex) throws SQLException {
        try {
            return wrap(rows.getNCharacterStream(columnIndex));
        } catch (Throwable t) {
            lease.saw(t);
            throw t;
        }
    }

    @Override
    public NClob getNClob(String columnLabel) throws SQLException {
        try {
            return wrap(rows.getNClob(columnLabel));
        } catch (Throwable t) {
            lease.saw(t);
            throw t;
        }
    }

    @Override
    public NClob getNClob(int columnIndex) throws SQLException {
        try {
            return wrap(rows.getNClob(columnIndex));
        } catch (Throwable t) {
            lease.saw(t);
            throw t;
        }
    }

    @Override
    public String getNString(String columnLabel) throws SQLException {
        try {
            return rows.getNString(columnLabel);
        } catch (Throwable t) {
            lease.saw(t);
            throw t;
        }
    }

    @Override
    public String getNString(int columnIndex) throws SQLException {
        try {
            return rows.getNString(columnIndex);
        } catch (Throwable t) {
            lease.saw(t);
            throw t;
        }
    }

    @Override
    public Object getObject(String columnLabel) throws SQLException {
        try {
            return wrap(rows.getObject(columnLabel));
        } catch (Throwable t) {
            lease.saw(t);
            throw t;
        }
    }

    @Override
    public Object getObject(int columnIndex) throws SQLException {
        try {
            return wrap(rows.getObject(columnIndex));
        } catch (Throwable t) {
            lease.saw(t);
            throw t;
        }
    }

    @Override
    public <T> T getObject(String columnLabel, Class<T> type) throws SQLException {
        try {
            return wrap(rows.getObject(columnLabel, type), type);
        } catch (Throwable t) {
            lease.saw(t);
            throw t;
        }
    }

    @Override
    public Object getObject(String columnLabel, Map<String, Class<?>> map) throws SQLException {
        try {
            return wrap(rows.getObject(columnLabel, map));
        } catch (Throwable t) {
            lease.saw(t);
            throw t;
        }
    }

    @Override
    public <T> T getObject(int columnIndex, Class<T> type) throws SQLException {
        try {
            return wrap(rows.getObject(columnIndex, type), type);
        } catch (Throwable t) {
            lease.saw(t);
            throw t;
        }
    }

    @Override
    public Object getObject(int columnIndex, Map<String, Class<?>> map) throws SQLException {
        try {
            return wrap(rows.getObject(columnIndex, map));
        } catch (Throwable t) {
            lease.saw(t);
            throw t;
        }
    }

    @Override
    public Ref getRef(String columnLabel) throws SQLException {
        try {
            return wrap(rows.getRef(columnLabel));
        } catch (Throwable t) {
            lease.saw(t);
            throw t;
        }
    }

    @Override
    public Ref getRef(int columnIndex) throws SQLException {
        try {
            return wrap(rows.getRef(columnIndex));
        } catch (Throwable t) {
            lease.saw(t);
            throw t;
        }
    }

    @Override
    public int getRow() throws SQLException {
        try {
            return rows.getRow();
        } catch (Throwable t) {
            lease.saw(t);
            throw t;
        }
    }

    @Override
    public RowId getRowId(String columnLabel) throws SQLException {
        try {
            return rows.getRowId(columnLabel);
        } catch (Throwable t) {
            lease.saw(t);
            throw t;
        }
    }

    @Override
    public RowId getRowId(int columnIndex) throws SQLException {
        try {
            return rows.getRowId(columnIndex);
        } catch (Throwable t) {
            lease.saw(t);
            throw t;
        }
    }

    @Override
    public SQLXML getSQLXML(String columnLabel) throws SQLException {
        try {
            return wrap(rows.getSQLXML(columnLabel));
        } catch (Throwable t) {
            lease.saw(t);
            throw t;
        }
    }

    @Override
    public SQLXML getSQLXML(int columnIndex) throws SQLException {
        try {
            return wrap(rows.getSQLXML(columnIndex));
        } catch (Throwable t) {
            lease.saw(t);
            throw t;
        }
    }

    @Override
    public short getShort(String columnLabel) throws SQLException {
        try {
            return rows.getShort(columnLabel);
        } catch (Throwable t) {
            lease.saw(t);
            throw t;
        }
    }

    @Override
    public short getShort(int columnIndex) throws SQLException {
        try {
            return rows.getShort(columnIndex);
        } catch (Throwable t) {
            lease.saw(t);
            throw t;
        }
    }

    @Override
    public String getString(String columnLabel) throws SQLException {
        try {
            return rows.getString(columnLabel);
        } catch (Throwable t) {
            lease.saw(t);
            throw t;
        }
    }

    @Override
    public String getString(int columnIndex) throws SQLException {
        try {
            return rows.getString(columnIndex);
        } catch (Throwable t) {
            lease.saw(t);
            throw t;
        }
    }

    @Override
    public Time getTime(String columnLabel) throws SQLException {
        try {
            return rows.getTime(columnLabel);
        } catch (Throwable t) {
            lease.saw(t);
            throw t;
        }
    }

    @Override
    public Time getTime(int columnIndex) throws SQLException {
        try {
            return rows.getTime(columnIndex);
        } catch (Throwable t) {
            lease.saw(t);
            throw t;
        }
    }

    @Override
    public Time getTime(String columnLabel, Calendar calendar) throws SQLException {
        try {
            return rows.getTime(columnLabel, calendar);
        } catch (Throwable t) {
            lease.saw(t);
            throw t;
        }
    }

    @Override
    public Time getTime(int columnIndex, Calendar calendar) throws SQLException {
        try {
            return rows.getTime(columnIndex, calendar);
        } catch (Throwable t) {
            lease.saw(t);
            throw t;
        }
    }

    @Override
    public Timestamp getTimestamp(String columnLabel) throws SQLException {
        try {
            return rows.getTimestamp(columnLabel);
        } catch (Throwable t) {
            lease.saw(t);
            throw t;
        }
    }

    @Override
    public Timestamp getTimestamp(int columnIndex) throws SQLException {
        try {
            return rows.getTimestamp(columnIndex);
        } catch (Throwable t) {
            lease.saw(t);
            throw t;
        }
    }

    @Override
    public Timestamp getTimestamp(String columnLabel, Calendar calendar) throws SQLException {
        try {
            return rows.getTimestamp(columnLabel, calendar);
        } catch (Throwable t) {
            lease.saw(t);
            throw t;
        }
    }

    @Override
    public Timestamp getTimestamp(int columnIndex, Calendar calendar) throws SQLException {
        try {
            return rows.getTimestamp(columnIndex, calendar);
        } catch (Throwable t) {
            lease.saw(t);
            throw t;
        }
    }

    @Override
    public int getType() throws SQLException {
        try {
            return rows.getType();
        } catch (Throwable t) {
            lease.saw(t);
            throw t;
        }
    }

    @Override
    public URL getURL(String columnLabel) throws SQLException {
        try {
            return rows.getURL(columnLabel);
        } catch (Throwable t) {
            lease.saw(t);
            throw t;
        }
    }

    @Override
    public URL getURL(int columnIndex) throws SQLException {
        try {
            return rows.getURL(columnIndex);
        } catch (Throwable t) {
            lease.saw(t);
            throw t;
        }
    }

    @Override
    public InputStream getUnicodeStream(String columnLabel) throws SQLException {
        try {
            return wrap(rows.getUnicodeStream(columnLabel));
        } catch (Throwable t) {
            lease.saw(t);
            throw t;
        }
    }

    @Override
    public InputStream getUnicodeStream(int columnIndex) throws SQLException {
        try {
            return wrap(rows.getUnicodeStream(columnIndex));
        } catch (Throwable t) {
            lease.saw(t);
            throw t;
        }
    }

    @Override
    public SQLWarning getWarnings() throws SQLException {
        try {
            return rows.getWarnings();
        } catch (Throwable t) {
            lease.saw(t);
            throw t;
        }
    }

    @Override
    public void insertRow() throws SQLException {
        lease.enter();
        lease.executed();
        try {
            rows.insertRow();
        } catch (Throwable t) {
            lease.saw(t);
            throw t;
        } finally {
            lease.exit();
        }
    }

    @Override
    public boolean isAfterLast() throws SQLException {
        try {
            return rows.isAfterLast();
        } catch (Throwable t) {
            lease.saw(t);
            throw t;
        }
    }

    @Override
    public boolean isBeforeFirst() throws SQLException {
        try {
            return rows.isBeforeFirst();
        } catch (Throwable t) {
            lease.saw(t);
            throw t;
        }
    }

    @Override
    public boolean isFirst() throws SQLException {
        try {
            return rows.isFirst();
        } catch (Throwable t) {
            lease.saw(t);
            throw t;
        }
    }

    @Override
    public boolean isLast() throws SQLException {
        try {
            return rows.isLast();
        } catch (Throwable t) {
            lease.saw(t);
            throw t;
        }
    }

    @Override
    public boolean last() throws SQLException {
        try {
            return rows.last();
        } catch (Throwable t) {
            lease.saw(t);
            throw t;
        }
    }

    @Override
    public void moveToCurrentRow() throws SQLException {
        try {
            rows.moveToCurrentRow();
        } catch (Throwable t) {
            lease.saw(t);
            throw t;
        }
    }

    @Override
    public void moveToInsertRow() throws SQLException {
        try {
            rows.moveToInsertRow();
        } catch (Throwable t) {
            lease.saw(t);
            throw t;
        }
    }

    @Override
    public boolean next() throws SQLException {
        try {
            return rows.next();
        } catch (Throwable t) {
            lease.saw(t);
            throw t;
        }
    }

    @Override
    public boolean previous() throws SQLException {
        try {
            return rows.previous();
        } catch (Throwable t) {
            lease.saw(t);
            throw t;
        }
    }

    @Override
    public void refreshRow() throws SQLException {
        lease.enter();
        lease.executed();
        try {
            rows.refreshRow();
        } catch (Throwable t) {
            lease.saw(t);
            throw t;
        } finally {
            lease.exit();
        }
    }

    @Override
    public boolean relative(int number) throws SQLException {
        try {
            return rows.relative(number);
        } catch (Throwable t) {
            lease.saw(t);
            throw t;
        }
    }

    @Override
    public boolean rowDeleted() throws SQLException {
        try {
            return rows.rowDeleted();
        } catch (Throwable t) {
            lease.saw(t);
            throw t;
        }
    }

    @Override
    public boolean rowInserted() throws SQLException {
        try {
            return rows.rowInserted();
        } catch (Throwable t) {
            lease.saw(t);
            throw t;
        }
    }

    @Override
    public boolean rowUpdated() throws SQLException {
        try {
            return rows.rowUpdated();
        } catch (Throwable t) {
            lease.saw(t);
            throw t;
        }
    }

    @Override
    public void setFetchDirection(int number) throws SQLException {
        try {
            rows.setFetchDirection(number);
        } catch (Throwable t) {
            lease.saw(t);
            throw t;
        }
    }

    @Override
    public void setFetchSize(int number) throws SQLException {
        try {
            rows.setFetchSize(number);
        } catch (Throwable t) {
            lease.saw(t);
            throw t;
        }
    }

    @Override
    public void updateArray(String columnLabel, Array value) throws SQLException {
        try {
            rows.updateArray(columnLabel, bare(value));
        } catch (Throwable t) {
            lease.saw(t);
            throw t;
        }
    }

    @Override
    public void updateArray(int columnIndex, Array value) throws SQLException {
        try {
            rows.updateArray(columnIndex, bare(value));
        } catch (Throwable t) {
            lease.saw(t);
            throw t;
        }
    }

    @Override
    public void updateAsciiStream(String columnLabel, InputStream value) throws SQLException {
        try {
            rows.updateAsciiStream(columnLabel, value);
        } catch (Throwable t) {
            lease.saw(t);
            throw t;
        }
    }

    @Override
    public void updateAsciiStream(int columnIndex, InputStream value) throws SQLException {
        try {
            rows.updateAsciiStream(columnIndex, value);
        } catch (Throwable t) {
            lease.saw(t);
            throw t;
        }
    }

    @Override
    public void updateAsciiStream(String columnLabel, InputStream value, int number) throws SQLException {
        try {
            rows.updateAsciiStream(columnLabel, value, number);
        } catch (Throwable t) {
            lease.saw(t);
            throw t;
        }
    }

    @Override
    public void updateAsciiStream(String columnLabel, InputStream value, long length) throws SQLException {
        try {
            rows.updateAsciiStream(columnLabel, value, length);
        } catch (Throwable t) {
            lease.saw(t);
            throw t;
        }
    }

    @Override
    public void updateAsciiStream(int columnIndex, InputStream value, int number) throws SQLException {
        try {
            rows.updateAsciiStream(columnIndex, value, number);
        } catch (Throwable t) {
            lease.saw(t);
            throw t;
        }
    }

    @Override
    public void updateAsciiStream(int columnIndex, InputStream value, long length) throws SQLException {
        try {
            rows.updateAsciiStream(columnIndex, value, length);
        } catch (Throwable t) {
            lease.saw(t);
            throw t;
        }
    }

    @Override
    public void updateBigDecimal(String columnLabel, BigDecimal value) throws SQLException {
        try {
            rows.updateBigDecimal(columnLabel, value);
        } catch (Throwable t) {
            lease.saw(t);
            throw t;
        }
    }

    @Override
    public void updateBigDecimal(int columnIndex, BigDecimal value) throws SQLException {
        try {
            rows.updateBigDecimal(columnIndex, value);
        } catch (Throwable t) {
            lease.saw(t);
            throw t;
        }
    }

    @Override
    public void updateBinaryStream(String columnLabel, InputStream value) throws SQLException {
        try {
            rows.updateBinaryStream(columnLabel, value);
        } catch (Throwable t) {
            lease.saw(t);
            throw t;
        }
    }

    @Override
    public void updateBinaryStream(int columnIndex, InputStream value) throws SQLException {
        try {
            rows.updateBinaryStream(columnIndex, value);
        } catch (Throwable t) {
            lease.saw(t);
            throw t;
        }
    }

    @Override
    public void updateBinaryStream(String columnLabel, InputStream value, int number) throws SQLException {
        try {
            rows.updateBinaryStream(columnLabel, value, number);
        } catch (Throwable t) {
            lease.saw(t);
            throw t;
        }
    }

    @Override
    public void updateBinaryStream(String columnLabel, InputStream value, long length) throws SQLException {
        try {
            rows.updateBinaryStream(columnLabel, value, length);
        } catch (Throwable t) {
            lease.saw(t);
            throw t;
        }
    }

    @Override
    public void updateBinaryStream(int columnIndex, InputStream value, int number) throws SQLException {
        try {
            rows.updateBinaryStream(columnIndex, value, number);
        } catch (Throwable t) {
            lease.saw(t);
            throw t;
        }
    }

    @Override
    public void updateBinaryStream(int columnIndex, InputStream value, long length) throws SQLException {
        try {
            rows.updateBinaryStream(columnIndex, value, length);
        } catch (Throwable t) {
            lease.saw(t);
            throw t;
        }
    }

    @Override
    public void updateBlob(String columnLabel, InputStream value) throws SQLException {
        try {
            rows.updateBlob(columnLabel, value);
        } catch (Throwable t) {
            lease.saw(t);
            throw t;
        }
    }

    @Override
    public void updateBlob(String columnLabel, Blob value) throws SQLException {
        try {
            rows.updateBlob(columnLabel, bare(value));
        } catch (Throwable t) {
            lease.saw(t);
            throw t;
        }
    }

    @Override
    public void updateBlob(int columnIndex, InputStream value) throws SQLException {
        try {
            rows.updateBlob(columnIndex, value);
        } catch (Throwable t) {
            lease.saw(t);
            throw t;
        }
    }

    @Override
    public void updateBlob(int columnIndex, Blob value) throws SQLException {
        try {
            rows.updateBlob(columnIndex, bare(value));
        } catch (Throwable t) {
            lease.saw(t);
            throw t;
        }
    }

    @Override
    public void updateBlob(String columnLabel, InputStream value, long length) throws SQLException {
        try {
            rows.updateBlob(columnLabel, value, length);
        } catch (Throwable t) {
            lease.saw(t);
            throw t;
        }
    }

    @Override
    public void updateBlob(int columnIndex, InputStream value, long length) throws SQLException {
        try {
            rows.updateBlob(columnIndex, value, length);
        } catch (Throwable t) {
            lease.saw(t);
            throw t;
        }
    }

    @Override
    public void updateBoolean(String columnLabel, boolean value) throws SQLException {
        try {
            rows.updateBoolean(columnLabel, value);
        } catch (Throwable t) {
            lease.saw(t);
            throw t;
        }
    }

    @Override
    public void updateBoolean(int columnIndex, boolean value) throws SQLException {
        try {
            rows.updateBoolean(columnIndex, value);
        } catch (Throwable t) {
            lease.saw(t);
            throw t;
        }
    }

    @Override
    public void updateByte(String columnLabel, byte value) throws SQLException {
        try {
            rows.updateByte(columnLabel, value);
        } catch (Throwable t) {
            lease.saw(t);
            throw t;
        }
    }

    @Override
    public void updateByte(int columnIndex, byte value) throws SQLException {
        try {
            rows.updateByte(columnIndex, value);
        } catch (Throwable t) {
            lease.saw(t);
            throw t;
        }
    }

    @Override
    public void updateBytes(String columnLabel, byte[] bytes) throws SQLException {
        try {
            rows.updateBytes(columnLabel, bytes);
        } catch (Throwable t) {
            lease.saw(t);
            throw t;
        }
    }

    @Override
    public void updateBytes(int columnIndex, byte[] bytes) throws SQLException {
        try {
            rows.updateBytes(columnIndex, bytes);
        } catch (Throwable t) {
            lease.saw(t);
            throw t;
        }
    }

    @Override
    public void updateCharacterStream(String columnLabel, Reader value) throws SQLException {
        try {
            rows.updateCharacterStream(columnLabel, value);
        } catch (Throwable t) {
            lease.saw(t);
            throw t;
        }
    }

    @Override
    public void updateCharacterStream(int columnIndex, Reader value) throws SQLException {
        try {
            rows.updateCharacterStream(columnIndex, value);
        } catch (Throwable t) {
            lease.saw(t);
            throw t;
        }
    }

    @Override
    public void updateCharacterStream(String columnLabel, Reader value, int number) throws SQLException {
        try {
            rows.updateCharacterStream(columnLabel, value, number);
        } catch (Throwable t) {
            lease.saw(t);
            throw t;
        }
    }

    @Override
    public void updateCharacterStream(String columnLabel, Reader value, long length) throws SQLException {
        try {
            rows.updateCharacterStream(columnLabel, value, length);
        } catch (Throwable t) {
            lease.saw(t);
            throw t;
        }
    }

    @Override
    public void updateCharacterStream(int columnIndex, Reader value, int number) throws SQLException {
        try {
            rows.updateCharacterStream(columnIndex, value, number);
        } catch (Throwable t) {
            lease.saw(t);
            throw t;
        }
    }

    @Override
    public void updateCharacterStream(int columnIndex, Reader value, long length) throws SQLException {
        try {
            rows.updateCharacterStream(columnIndex, value, length);
        } catch (Throwable t) {
            lease.saw(t);
            throw t;
        }
    }

    @Override
    public void updateClob(String columnLabel, Reader value) throws SQLException {
        try {
            rows.updateClob(columnLabel, value);
        } catch (Throwable t) {
            lease.saw(t);
            throw t;
        }
    }

    @Override
    public void updateClob(String columnLabel, Clob value) throws SQLException {
        try {
            rows.updateClob(columnLabel, bare(value));
        } catch (Throwable t) {
            lease.saw(t);
            throw t;
        }
    }

    @Override
    public void updateClob(int columnIndex, Reader value) throws SQLException {
        try {
            rows.updateClob(columnIndex, value);
        } catch (Throwable t) {
            lease.saw(t);
            throw t;
        }
    }

    @Override
    public void updateClob(int columnIndex, Clob value) throws SQLException {
        try {
            rows.updateClob(columnIndex, bare(value));
        } catch (Throwable t) {
            lease.saw(t);
            throw t;
        }
    }

    @Override
    public void updateClob(String columnLabel, Reader value, long length) throws SQLException {
        try {
            rows.updateClob(columnLabel, value, length);
        } catch (Throwable t) {
            lease.saw(t);
            throw t;
        }
    }

    @Override
    public void updateClob(int columnIndex, Reader value, long length) throws SQLException {
        try {
            rows.updateClob(columnIndex, value, length);
        } catch (Throwable t) {
            lease.saw(t);
            throw t;
        }
    }

    @Override
    public void updateDate(String columnLabel, Date value) throws SQLException {
        try {
            rows.updateDate(columnLabel, value);
        } catch (Throwable t) {
            lease.saw(t);
            throw t;
        }
    }

    @Override
    public void updateDate(int columnIndex, Date value) throws SQLException {
        try {
            rows.updateDate(columnIndex, value);
        } catch (Throwable t) {
            lease.saw(t);
            throw t;
        }
    }

    @Override
    public void updateDouble(String columnLabel, double value) throws SQLException {
        try {
            rows.updateDouble(columnLabel, value);
        } catch (Throwable t) {
            lease.saw(t);
            throw t;
        }
    }

    @Override
    public void updateDouble(int columnIndex, double value) throws SQLException {
        try {
            rows.updateDouble(columnIndex, value);
        } catch (Throwable t) {
            lease.saw(t);
            throw t;
        }
    }

    @Override
    public void updateFloat(String columnLabel, float value) throws SQLException {
        try {
            rows.updateFloat(columnLabel, value);
        } catch (Throwable t) {
            lease.saw(t);
            throw t;
        }
    }

    @Override
    public void updateFloat(int columnIndex, float value) throws SQLException {
        try {
            rows.updateFloat(columnIndex, value);
        } catch (Throwable t) {
            lease.saw(t);
            throw t;
        }
    }

    @Override
    public void updateInt(String columnLabel, int value) throws SQLException {
        try {
            rows.updateInt(columnLabel, value);
        } catch (Throwable t) {
            lease.saw(t);
            throw t;
        }
    }

    @Override
    public void updateInt(int columnIndex, int value) throws SQLException {
        try {
            rows.updateInt(columnIndex, value);
        } catch (Throwable t) {
            lease.saw(t);
            throw t;
        }
    }

    @Override
    public void updateLong(String columnLabel, long value) throws SQLException {
        try {
            rows.updateLong(columnLabel, value);
        } catch (Throwable t) {
            lease.saw(t);
            throw t;
        }
    }

    @Override
    public void updateLong(int columnIndex, long value) throws SQLException {
        try {
            rows.updateLong(columnIndex, value);
        } catch (Throwable t) {
            lease.saw(t);
            throw t;
        }
    }

    @Override
    public void updateNCharacterStream(String columnLabel, Reader value) throws SQLException {
        try {
            rows.updateNCharacterStream(columnLabel, value);
        } catch (Throwable t) {
            lease.saw(t);
            throw t;
        }
    }

    @Override
    public void updateNCharacterStream(int columnIndex, Reader value) throws SQLException {
        try {
            rows.updateNCharacterStream(columnIndex, value);
        } catch (Throwable t) {
            lease.saw(t);
            throw t;
        }
    }

    @Override
    public void updateNCharacterStream(String columnLabel, Reader value, long length) throws SQLException {
        try {
            rows.updateNCharacterStream(columnLabel, value, length);
        } catch (Throwable t) {
            lease.saw(t);
            throw t;
        }
    }

    @Override
    public void updateNCharacterStream(int columnIndex, Reader value, long length) throws SQLException {
        try {
            rows.updateNCharacterStream(columnIndex, value, length);
        } catch (Throwable t) {
            lease.saw(t);
            throw t;
        }
    }

    @Override
    public void updateNClob(String columnLabel, Reader value) throws SQLException {
        try {
            rows.updateNClob(columnLabel, value);
        } catch (Throwable t) {
            lease.saw(t);
            throw t;
        }
    }

    @Override
    public void updateNClob(String columnLabel, NClob value) throws SQLException {
        try {
            rows.updateNClob(columnLabel, bare(value));
        } catch (Throwable t) {
            lease.saw(t);
            throw t;
        }
    }

    @Override
    public void updateNClob(int columnIndex, Reader value) throws SQLException {
        try {
            rows.updateNClob(columnIndex, value);
        } catch (Throwable t) {
            lease.saw(t);
            throw t;
        }
    }

    @Override
    public void updateNClob(int columnIndex, NClob value) throws SQLException {
        try {
            rows.updateNClob(columnIndex, bare(value));
        } catch (Throwable t) {
            lease.saw(t);
            throw t;
        }
    }

    @Override
    public void updateNClob(String columnLabel, Reader value, long length) throws SQLException {
        try {
            rows.updateNClob(columnLabel, value, length);
        } catch (Throwable t) {
            lease.saw(t);
            throw t;
        }
    }

    @Override
    public void updateNClob(int columnIndex, Reader value, long length) throws SQLException {
        try {
            rows.updateNClob(columnIndex, value, length);
        } catch (Throwable t) {
            lease.saw(t);
            throw t;
        }
    }

    @Override
    public void updateNString(String columnLabel, String text) throws SQLException {
        try {
            rows.updateNString(columnLabel, text);
        } catch (Throwable t) {
            lease.saw(t);
            throw t;
        }
    }

    @Override
    public void updateNString(int columnIndex, String text) throws SQLException {
        try {
            rows.updateNString(columnIndex, text);
        } catch (Throwable t) {
            lease.saw(t);
            throw t;
        }
    }

    @Override
    public void updateNull(String columnLabel) throws SQLException {
        try {
            rows.updateNull(columnLabel);
        } catch (Throwable t) {
            lease.saw(t);
            throw t;
        }
    }

    @Override
    public void updateNull(int columnIndex) throws SQLException {
        try {
            rows.updateNull(columnIndex);
        } catch (Throwable t) {
            lease.saw(t);
            throw t;
        }
    }

    @Override
    public void updateObject(String columnLabel, Object value) throws SQLException {
        try {
            rows.updateObject(columnLabel, bare(value));
        } catch (Throwable t) {
            lease.saw(t);
            throw t;
        }
    }

    @Override
    public void updateObject(int columnIndex, Object value) throws SQLException {
        try {
            rows.updateObject(columnIndex, bare(value));
        } catch (Throwable t) {
            lease.saw(t);
            throw t;
        }
    }

    @Override
    public void updateObject(String columnLabel, Object value, int number) throws SQLException {
        try {
            rows.updateObject(columnLabel, bare(value), number);
        } catch (Throwable t) {
            lease.saw(t);
            throw t;
        }
    }

    @Override
    public void updateObject(String columnLabel, Object value, SQLType value2) throws SQLException {
        try {
            rows.updateObject(columnLabel, bare(value), value2);
        } catch (Throwable t) {
            lease.saw(t);
            throw t;
        }
    }

    @Override
    public void updateObject(int columnIndex, Object value, int number) throws SQLException {
        try {
            rows.updateObject(columnIndex, bare(value), number);
        } catch (Throwable t) {
            lease.saw(t);
            throw t;
        }
    }

    @Override
    public void updateObject(int columnIndex, Object value, SQLType value2) throws SQLException {
        try {
            rows.updateObject(columnIndex, bare(value), value2);
        } catch (Throwable t) {
            lease.saw(t);
            throw t;
        }
    }

    @Override
    public void updateObject(String columnLabel, Object value, SQLType value2, int number) throws SQLException {
        try {
            rows.updateObject(columnLabel, bare(value), value2, number);
        } catch (Throwable t) {
            lease.saw(t);
            throw t;
        }
    }

    @Override
    public void updateObject(int columnIndex, Object value, SQLType value2, int number) throws SQLException {
        try {
            rows.updateObject(columnIndex, bare(value), value2, number);
        } catch (Throwable t) {
            lease.saw(t);
            throw t;
        }
    }

    @Override
    public void updateRef(String columnLabel, Ref value) throws SQLException {
        try {
            rows.updateRef(columnLabel, bare(value));
        } catch (Throwable t) {
            lease.saw(t);
            throw t;
        }
    }

    @Override
    public void updateRef(int columnIndex, Ref value) throws SQLException {
        try {
            rows.updateRef(columnIndex, bare(value));
        } catch (Throwable t) {
            lease.saw(t);
            throw t;
        }
    }

    @Override
    public void updateRow() throws SQLException {
        lease.enter();
        lease.executed();
        try {
            rows.updateRow();
        } catch (Throwable t) {
            lease.saw(t);
            throw t;
        } finally {
            lease.exit();
        }
    }

    @Override
    public void updateRowId(String columnLabel, RowId value) throws SQLException {
        try {
            rows.updateRowId(columnLabel, value);
        } catch (Throwable t) {
            lease.saw(t);
            throw t;
        }
    }

    @Override
    public void updateRowId(int columnIndex, RowId value) throws SQLException {
        try {
            rows.updateRowId(columnIndex, value);
        } catch (Throwable t) {
            lease.saw(t);
            throw t;
        }
    }

    @Override
    public void updateSQLXML(String columnLabel, SQLXML value) throws SQLException {
        try {
            rows.updateSQLXML(columnLabel, bare(value));
        } catch (Throwable t) {
            lease.saw(t);
            throw t;
        }
    }

    @Override
    public void updateSQLXML(int columnIndex, SQLXML value) throws SQLException {
        try {
            rows.updateSQLXML(columnIndex, bare(value));
        } catch (Throwable t) {
            lease.saw(t);
            throw t;
        }
    }

    @Override
    public void updateShort(String columnLabel, short value) throws SQLException {
        try {
            rows.updateShort(columnLabel, value);
        } catch (Throwable t) {
            lease.saw(t);
            throw t;
        }
    }

    @Override
    public void updateShort(int columnIndex, short value) throws SQLException {
        try {
            rows.updateShort(columnIndex, value);
        } catch (Throwable t) {
            lease.saw(t);
            throw t;
        }
    }

    @Override
    public void updateString(String columnLabel, String text) throws SQLException {
        try {
            rows.updateString(columnLabel, text);
        } catch (Throwable t) {
            lease.saw(t);
            throw t;
        }
    }

    @Override
    public void updateString(int columnIndex, String text) throws SQLException {
        try {
            rows.updateString(columnIndex, text);
        } catch (Throwable t) {
            lease.saw(t);
            throw t;
        }
    }

    @Override
    public void updateTime(String columnLabel, Time value) throws SQLException {
        try {
            rows.updateTime(columnLabel, value);
        } catch (Throwable t) {
            lease.saw(t);
            throw t;
        }
    }

    @Override
    public void updateTime(int columnIndex, Time value) throws SQLException {
        try {
            rows.updateTime(columnIndex, value);
        } catch (Throwable t) {
            lease.saw(t);
            throw t;
        }
    }

    @Override
    public void updateTimestamp(String columnLabel, Timestamp value) throws SQLException {
        try {
            rows.updateTimestamp(columnLabel, value);
        } catch (Throwable t) {
            lease.saw(t);
            throw t;
        }
    }

    @Override
    public void updateTimestamp(int columnIndex, Timestamp value) throws SQLException {
        try {
            rows.updateTimestamp(columnIndex, value);
        } catch (Throwable t) {
            lease.saw(t);
            throw t;
        }
    }

    @Override
    public boolean wasNull() throws SQLException {
        try {
            return rows.wasNull();
        } catch (Throwable t) {
            lease.saw(t);
            throw t;
        }
    }
}
