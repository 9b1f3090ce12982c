package dev.tenure.jdbc;

import dev.tenure.lifetime.Lease;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.SQLWarning;
import java.sql.Statement;

/** Plain delegation and nothing else: errors are noticed, calls that may reach the server are guarded, JDBC objects are wrapped and unwrapped. */
@SuppressWarnings("deprecation") // JDBC still has the methods
abstract class DelegatingStatement extends Wrapped implements Statement {

    final Statement statement;

    DelegatingStatement(ConnectionHandle connection, Lease lease, Statement statement) {
        super(connection, lease);
        this.statement = statement;
    }

    @Override
    final Object raw() {
        return statement;
    }

    @Override
    public void addBatch(String sql) throws SQLException {
        try {
            statement.addBatch(sql);
        } catch (Throwable t) {
            lease.saw(t);
            throw t;
        }
    }

    @Override
    public void clearBatch() throws SQLException {
        try {
            statement.clearBatch();
        } catch (Throwable t) {
            lease.saw(t);
            throw t;
        }
    }

    @Override
    public void clearWarnings() throws SQLException {
        try {
            statement.clearWarnings();
        } catch (Throwable t) {
            lease.saw(t);
            throw t;
        }
    }

    @Override
    public void closeOnCompletion() throws SQLException {
        try {
            statement.closeOnCompletion();
        } catch (Throwable t) {
            lease.saw(t);
            throw t;
        }
    }

    @Override
    public String enquoteIdentifier(String sql, boolean flag) throws SQLException {
        try {
            return statement.enquoteIdentifier(sql, flag);
        } catch (Throwable t) {
            lease.saw(t);
            throw t;
        }
    }

    @Override
    public String enquoteLiteral(String sql) throws SQLException {
        try {
            return statement.enquoteLiteral(sql);
        } catch (Throwable t) {
            lease.saw(t);
            throw t;
        }
    }

    @Override
    public String enquoteNCharLiteral(String sql) throws SQLException {
        try {
            return statement.enquoteNCharLiteral(sql);
        } catch (Throwable t) {
            lease.saw(t);
            throw t;
        }
    }

    @Override
    public boolean execute(String sql) throws SQLException {
        lease.enter();
        lease.executed();
        try {
            return statement.execute(sql);
        } catch (Throwable t) {
            lease.saw(t);
            throw t;
        } finally {
            lease.exit();
        }
    }

    @Override
    public boolean execute(String sql, int[] ints) throws SQLException {
        lease.enter();
        lease.executed();
        try {
            return statement.execute(sql, ints);
        } catch (Throwable t) {
            lease.saw(t);
            throw t;
        } finally {
            lease.exit();
        }
    }

    @Override
    public boolean execute(String sql, String[] strings) throws SQLException {
        lease.enter();
        lease.executed();
        try {
            return statement.execute(sql, strings);
        } catch (Throwable t) {
            lease.saw(t);
            throw t;
        } finally {
            lease.exit();
        }
    }

    @Override
    public boolean execute(String sql, int number) throws SQLException {
        lease.enter();
        lease.executed();
        try {
            return statement.execute(sql, number);
        } catch (Throwable t) {
            lease.saw(t);
            throw t;
        } finally {
            lease.exit();
        }
    }

    @Override
    public int[] executeBatch() throws SQLException {
        lease.enter();
        lease.executed();
        try {
            return statement.executeBatch();
        } catch (Throwable t) {
            lease.saw(t);
            throw t;
        } finally {
            lease.exit();
        }
    }

    @Override
    public long[] executeLargeBatch() throws SQLException {
        lease.enter();
        lease.executed();
        try {
            return statement.executeLargeBatch();
        } catch (Throwable t) {
            lease.saw(t);
            throw t;
        } finally {
            lease.exit();
        }
    }

    @Override
    public long executeLargeUpdate(String sql) throws SQLException {
        lease.enter();
        lease.executed();
        try {
            return statement.executeLargeUpdate(sql);
        } catch (Throwable t) {
            lease.saw(t);
            throw t;
        } finally {
            lease.exit();
        }
    }

    @Override
    public long executeLargeUpdate(String sql, int[] ints) throws SQLException {
        lease.enter();
        lease.executed();
        try {
            return statement.executeLargeUpdate(sql, ints);
        } catch (Throwable t) {
            lease.saw(t);
            throw t;
        } finally {
            lease.exit();
        }
    }

    @Override
    public long executeLargeUpdate(String sql, String[] strings) throws SQLException {
        lease.enter();
        lease.executed();
        try {
            return statement.executeLargeUpdate(sql, strings);
        } catch (Throwable t) {
            lease.saw(t);
            throw t;
        } finally {
            lease.exit();
        }
    }

    @Override
    public long executeLargeUpdate(String sql, int number) throws SQLException {
        lease.enter();
        lease.executed();
        try {
            return statement.executeLargeUpdate(sql, number);
        } catch (Throwable t) {
            lease.saw(t);
            throw t;
        } finally {
            lease.exit();
        }
    }

    @Override
    public ResultSet executeQuery(String sql) throws SQLException {
        lease.enter();
        lease.executed();
        try {
            return wrap(statement.executeQuery(sql));
        } catch (Throwable t) {
            lease.saw(t);
            throw t;
        } finally {
            lease.exit();
        }
    }

    @Override
    public int executeUpdate(String sql) throws SQLException {
        lease.enter();
        lease.executed();
        try {
            return statement.executeUpdate(sql);
        } catch (Throwable t) {
            lease.saw(t);
            throw t;
        } finally {
            lease.exit();
        }
    }

    @Override
    public int executeUpdate(String sql, int[] ints) throws SQLException {
        lease.enter();
        lease.executed();
        try {
            return statement.executeUpdate(sql, ints);
        } catch (Throwable t) {
            lease.saw(t);
            throw t;
        } finally {
            lease.exit();
        }
    }

    @Override
    public int executeUpdate(String sql, String[] strings) throws SQLException {
        lease.enter();
        lease.executed();
        try {
            return statement.executeUpdate(sql, strings);
        } catch (Throwable t) {
            lease.saw(t);
            throw t;
        } finally {
            lease.exit();
        }
    }

    @Override
    public int executeUpdate(String sql, int number) throws SQLException {
        lease.enter();
        lease.executed();
        try {
            return statement.executeUpdate(sql, number);
        } catch (Throwable t) {
            lease.saw(t);
            throw t;
        } finally {
            lease.exit();
        }
    }

    @Override
    public int getFetchDirection() throws SQLException {
        try {
            return statement.getFetchDirection();
        } catch (Throwable t) {
            lease.saw(t);
            throw t;
        }
    }

    @Override
    public int getFetchSize() throws SQLException {
        try {
            return statement.getFetchSize();
        } catch (Throwable t) {
            lease.saw(t);
            throw t;
        }
    }

    @Override
    public ResultSet getGeneratedKeys() throws SQLException {
        lease.enter();
        try {
            return wrap(statement.getGeneratedKeys());
        } catch (Throwable t) {
            lease.saw(t);
            throw t;
        } finally {
            lease.exit();
        }
    }

    @Override
    public long getLargeMaxRows() throws SQLException {
        try {
            return statement.getLargeMaxRows();
        } catch (Throwable t) {
            lease.saw(t);
            throw t;
        }
    }

    @Override
    public long getLargeUpdateCount() throws SQLException {
        try {
            return statement.getLargeUpdateCount();
        } catch (Throwable t) {
            lease.saw(t);
            throw t;
        }
    }

    @Override
    public int getMaxFieldSize() throws SQLException {
        try {
            return statement.getMaxFieldSize();
        } catch (Throwable t) {
            lease.saw(t);
            throw t;
        }
    }

    @Override
    public int getMaxRows() throws SQLException {
        try {
            return statement.getMaxRows();
        } catch (Throwable t) {
            lease.saw(t);
            throw t;
        }
    }

    @Override
    public boolean getMoreResults() throws SQLException {
        lease.enter();
        try {
            return statement.getMoreResults();
        } catch (Throwable t) {
            lease.saw(t);
            throw t;
        } finally {
            lease.exit();
        }
    }

    @Override
    public boolean getMoreResults(int number) throws SQLException {
        lease.enter();
        try {
            return statement.getMoreResults(number);
        } catch (Throwable t) {
            lease.saw(t);
            throw t;
        } finally {
            lease.exit();
        }
    }

    @Override
    public int getQueryTimeout() throws SQLException {
        try {
            return statement.getQueryTimeout();
        } catch (Throwable t) {
            lease.saw(t);
            throw t;
        }
    }

    @Override
    public ResultSet getResultSet() throws SQLException {
        lease.enter();
        try {
            return wrap(statement.getResultSet());
        } catch (Throwable t) {
            lease.saw(t);
            throw t;
        } finally {
            lease.exit();
        }
    }

    @Override
    public int getResultSetConcurrency() throws SQLException {
        try {
            return statement.getResultSetConcurrency();
        } catch (Throwable t) {
            lease.saw(t);
            throw t;
        }
    }

    @Override
    public int getResultSetHoldability() throws SQLException {
        try {
            return statement.getResultSetHoldability();
        } catch (Throwable t) {
            lease.saw(t);
            throw t;
        }
    }

    @Override
    public int getResultSetType() throws SQLException {
        try {
            return statement.getResultSetType();
        } catch (Throwable t) {
            lease.saw(t);
            throw t;
        }
    }

    @Override
    public int getUpdateCount() throws SQLException {
        try {
            return statement.getUpdateCount();
        } catch (Throwable t) {
            lease.saw(t);
            throw t;
        }
    }

    @Override
    public SQLWarning getWarnings() throws SQLException {
        try {
            return statement.getWarnings();
        } catch (Throwable t) {
            lease.saw(t);
            throw t;
        }
    }

    @Override
    public boolean isCloseOnCompletion() throws SQLException {
        try {
            return statement.isCloseOnCompletion();
        } catch (Throwable t) {
            lease.saw(t);
            throw t;
        }
    }

    @Override
    public boolean isPoolable() throws SQLException {
        try {
            return statement.isPoolable();
        } catch (Throwable t) {
            lease.saw(t);
            throw t;
        }
    }

    @Override
    public boolean isSimpleIdentifier(String sql) throws SQLException {
        try {
            return statement.isSimpleIdentifier(sql);
        } catch (Throwable t) {
            lease.saw(t);
            throw t;
        }
    }

    @Override
    public void setCursorName(String sql) throws SQLException {
        try {
            statement.setCursorName(sql);
        } catch (Throwable t) {
            lease.saw(t);
            throw t;
        }
    }

    @Override
    public void setEscapeProcessing(boolean flag) throws SQLException {
        try {
            statement.setEscapeProcessing(flag);
        } catch (Throwable t) {
            lease.saw(t);
            throw t;
        }
    }

    @Override
    public void setFetchDirection(int number) throws SQLException {
        try {
            statement.setFetchDirection(number);
        } catch (Throwable t) {
            lease.saw(t);
            throw t;
        }
    }

    @Override
    public void setFetchSize(int number) throws SQLException {
        try {
            statement.setFetchSize(number);
        } catch (Throwable t) {
            lease.saw(t);
            throw t;
        }
    }

    @Override
    public void setLargeMaxRows(long length) throws SQLException {
        try {
            statement.setLargeMaxRows(length);
        } catch (Throwable t) {
            lease.saw(t);
            throw t;
        }
    }

    @Override
    public void setMaxFieldSize(int number) throws SQLException {
        try {
            statement.setMaxFieldSize(number);
        } catch (Throwable t) {
            lease.saw(t);
            throw t;
        }
    }

    @Override
    public void setMaxRows(int number) throws SQLException {
        try {
            statement.setMaxRows(number);
        } catch (Throwable t) {
            lease.saw(t);
            throw t;
        }
    }

    @Override
    public void setPoolable(boolean flag) throws SQLException {
        try {
            statement.setPoolable(flag);
        } catch (Throwable t) {
            lease.saw(t);
            throw t;
        }
    }

    @Override
    public void setQueryTimeout(int number) throws SQLException {
        try {
            statement.setQueryTimeout(number);
        } catch (Throwable t) {
            lease.saw(t);
            throw t;
        }
    }
}
