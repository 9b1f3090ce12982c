package dev.tenure.jdbc;

import dev.tenure.lifetime.Lease;
import java.sql.PreparedStatement;

/** A prepared statement under a lease. */
class PreparedStatementHandle extends DelegatingPreparedStatement {

    PreparedStatementHandle(ConnectionHandle connection, Lease lease, PreparedStatement raw) {
        super(connection, lease, raw);
    }
}
