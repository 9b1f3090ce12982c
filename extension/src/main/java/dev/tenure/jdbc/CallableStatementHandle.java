package dev.tenure.jdbc;

import dev.tenure.lifetime.Lease;
import java.sql.CallableStatement;

/** A callable statement under a lease. */
final class CallableStatementHandle extends DelegatingCallableStatement {

    CallableStatementHandle(ConnectionHandle connection, Lease lease, CallableStatement raw) {
        super(connection, lease, raw);
    }
}
