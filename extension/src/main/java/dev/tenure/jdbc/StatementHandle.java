package dev.tenure.jdbc;

import dev.tenure.lifetime.Lease;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.SQLNonTransientException;
import java.sql.Statement;

/** A statement under a lease. The boundary closes what the user leaves open (R13). */
class StatementHandle extends DelegatingStatement {

    private boolean closed;

    StatementHandle(ConnectionHandle connection, Lease lease, Statement raw) {
        super(connection, lease, raw);
    }

    /** Idempotent; after the end of the lease there is nothing left to do. */
    @Override
    public void close() throws SQLException {
        if (closed || !enteredToClose()) {
            return;
        }
        closed = true;
        try {
            statement.close();
        } catch (Throwable t) {
            lease.saw(t);
            throw t;
        } finally {
            lease.closed(statement);
            lease.exit();
        }
    }

    @Override
    public boolean isClosed() throws SQLException {
        try {
            return lease.ended() || statement.isClosed();
        } catch (Throwable t) {
            lease.saw(t);
            throw t;
        }
    }

    /**
     * Comes from any thread, so it is not guarded. When it comes too late, there is nothing of ours to cancel (R20). The drivers send it through a second
     * connection, so what fails there says nothing about ours.
     */
    @Override
    public void cancel() throws SQLException {
        if (!lease.ended()) {
            statement.cancel();
        }
    }

    @Override
    public Connection getConnection() throws SQLException {
        if (isClosed()) {
            throw new SQLNonTransientException("The statement is closed", "HY010");
        }
        return connection;
    }

    @Override
    ResultSet wrap(ResultSet rows) {
        return rows == null ? null : new ResultSetHandle(connection, lease, rows, this);
    }

    /** A result set was closed; by {@code closeOnCompletion} the statement may have been, too. */
    void resultClosed() throws SQLException {
        if (statement.isClosed() && enteredToClose()) {
            lease.closed(statement);
            lease.exit();
        }
    }
}
