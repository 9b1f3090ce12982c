package dev.tenure.jdbc;

import dev.tenure.lifetime.Lease;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;

/** Plain delegation and nothing else: errors are noticed, calls that may reach the server are guarded, JDBC objects are wrapped and unwrapped. */
@SuppressWarnings("deprecation") // JDBC still has the methods
final class ResultSetMetaDataHandle extends Wrapped implements ResultSetMetaData {

    private final ResultSetMetaData metaData;

    ResultSetMetaDataHandle(ConnectionHandle connection, Lease lease, ResultSetMetaData metaData) {
        super(connection, lease);
        this.metaData = metaData;
    }

    @Override
    Object raw() {
        return metaData;
    }

    @Override
    public String getCatalogName(int number) throws SQLException {
        lease.enter();
        lease.asked();
        try {
            return metaData.getCatalogName(number);
        } catch (Throwable t) {
            lease.saw(t);
            throw t;
        } finally {
            lease.exit();
        }
    }

    @Override
    public String getColumnClassName(int number) throws SQLException {
        lease.enter();
        lease.asked();
        try {
            return metaData.getColumnClassName(number);
        } catch (Throwable t) {
            lease.saw(t);
            throw t;
        } finally {
            lease.exit();
        }
    }

    @Override
    public int getColumnCount() throws SQLException {
        try {
            return metaData.getColumnCount();
        } catch (Throwable t) {
            lease.saw(t);
            throw t;
        }
    }

    @Override
    public int getColumnDisplaySize(int number) throws SQLException {
        lease.enter();
        lease.asked();
        try {
            return metaData.getColumnDisplaySize(number);
        } catch (Throwable t) {
            lease.saw(t);
            throw t;
        } finally {
            lease.exit();
        }
    }

    @Override
    public String getColumnLabel(int number) throws SQLException {
        try {
            return metaData.getColumnLabel(number);
        } catch (Throwable t) {
            lease.saw(t);
            throw t;
        }
    }

    @Override
    public String getColumnName(int number) throws SQLException {
        try {
            return metaData.getColumnName(number);
        } catch (Throwable t) {
            lease.saw(t);
            throw t;
        }
    }

    @Override
    public int getColumnType(int number) throws SQLException {
        lease.enter();
        lease.asked();
        try {
            return metaData.getColumnType(number);
        } catch (Throwable t) {
            lease.saw(t);
            throw t;
        } finally {
            lease.exit();
        }
    }

    @Override
    public String getColumnTypeName(int number) throws SQLException {
        lease.enter();
        lease.asked();
        try {
            return metaData.getColumnTypeName(number);
        } catch (Throwable t) {
            lease.saw(t);
            throw t;
        } finally {
            lease.exit();
        }
    }

    @Override
    public int getPrecision(int number) throws SQLException {
        lease.enter();
        lease.asked();
        try {
            return metaData.getPrecision(number);
        } catch (Throwable t) {
            lease.saw(t);
            throw t;
        } finally {
            lease.exit();
        }
    }

    @Override
    public int getScale(int number) throws SQLException {
        lease.enter();
        lease.asked();
        try {
            return metaData.getScale(number);
        } catch (Throwable t) {
            lease.saw(t);
            throw t;
        } finally {
            lease.exit();
        }
    }

    @Override
    public String getSchemaName(int number) throws SQLException {
        lease.enter();
        lease.asked();
        try {
            return metaData.getSchemaName(number);
        } catch (Throwable t) {
            lease.saw(t);
            throw t;
        } finally {
            lease.exit();
        }
    }

    @Override
    public String getTableName(int number) throws SQLException {
        lease.enter();
        lease.asked();
        try {
            return metaData.getTableName(number);
        } catch (Throwable t) {
            lease.saw(t);
            throw t;
        } finally {
            lease.exit();
        }
    }

    @Override
    public boolean isAutoIncrement(int number) throws SQLException {
        lease.enter();
        lease.asked();
        try {
            return metaData.isAutoIncrement(number);
        } catch (Throwable t) {
            lease.saw(t);
            throw t;
        } finally {
            lease.exit();
        }
    }

    @Override
    public boolean isCaseSensitive(int number) throws SQLException {
        lease.enter();
        lease.asked();
        try {
            return metaData.isCaseSensitive(number);
        } catch (Throwable t) {
            lease.saw(t);
            throw t;
        } finally {
            lease.exit();
        }
    }

    @Override
    public boolean isCurrency(int number) throws SQLException {
        lease.enter();
        lease.asked();
        try {
            return metaData.isCurrency(number);
        } catch (Throwable t) {
            lease.saw(t);
            throw t;
        } finally {
            lease.exit();
        }
    }

    @Override
    public boolean isDefinitelyWritable(int number) throws SQLException {
        lease.enter();
        lease.asked();
        try {
            return metaData.isDefinitelyWritable(number);
        } catch (Throwable t) {
            lease.saw(t);
            throw t;
        } finally {
            lease.exit();
        }
    }

    @Override
    public int isNullable(int number) throws SQLException {
        lease.enter();
        lease.asked();
        try {
            return metaData.isNullable(number);
        } catch (Throwable t) {
            lease.saw(t);
            throw t;
        } finally {
            lease.exit();
        }
    }

    @Override
    public boolean isReadOnly(int number) throws SQLException {
        lease.enter();
        lease.asked();
        try {
            return metaData.isReadOnly(number);
        } catch (Throwable t) {
            lease.saw(t);
            throw t;
        } finally {
            lease.exit();
        }
    }

    @Override
    public boolean isSearchable(int number) throws SQLException {
        lease.enter();
        lease.asked();
        try {
            return metaData.isSearchable(number);
        } catch (Throwable t) {
            lease.saw(t);
            throw t;
        } finally {
            lease.exit();
        }
    }

    @Override
    public boolean isSigned(int number) throws SQLException {
        lease.enter();
        lease.asked();
        try {
            return metaData.isSigned(number);
        } catch (Throwable t) {
            lease.saw(t);
            throw t;
        } finally {
            lease.exit();
        }
    }

    @Override
    public boolean isWritable(int number) throws SQLException {
        lease.enter();
        lease.asked();
        try {
            return metaData.isWritable(number);
        } catch (Throwable t) {
            lease.saw(t);
            throw t;
        } finally {
            lease.exit();
        }
    }
}
