package dev.tenure.jdbc;

import dev.tenure.lifetime.Lease;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;

/** A result set under a lease. Reading rows and closing it is not guarded: while it is open its statement is, and nobody else touches the connection. */
final class ResultSetHandle extends DelegatingResultSet {

    /** Null for metadata and arrays. */
    private final StatementHandle statement;

    ResultSetHandle(ConnectionHandle connection, Lease lease, ResultSet raw, StatementHandle statement) {
        super(connection, lease, raw);
        this.statement = statement;
    }

    @Override
    public void close() throws SQLException {
        if (lease.ended()) {
            return; // the boundary has closed it
        }
        try {
            rows.close();
            if (statement != null) {
                statement.resultClosed();
            }
        } catch (Throwable t) {
            lease.saw(t);
            throw t;
        }
    }

    @Override
    public boolean isClosed() throws SQLException {
        try {
            return lease.ended() || rows.isClosed();
        } catch (Throwable t) {
            lease.saw(t);
            throw t;
        }
    }

    /** The statement that made it; a driver's hidden one (metadata) is nobody's to use. */
    @Override
    public Statement getStatement() {
        return statement;
    }
}
