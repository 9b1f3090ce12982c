package dev.tenure.benchmarks;

import dev.tenure.jdbc.ConnectionHandle;
import dev.tenure.lifetime.Database;
import dev.tenure.lifetime.Holder;
import dev.tenure.lifetime.Origin;
import dev.tenure.lifetime.UnitOfWork;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;

/** A handle as the injected bean is one, and its unit: {@code close()} gives the connection back, the next use leases again. */
final class TenureClient extends ConnectionHandle implements Pool.Client {

    private final UnitOfWork unit;

    TenureClient(Database database) {
        unit = UnitOfWork.ofRequest(database, this, new Origin("benchmark", List.of()));
    }

    @Override
    protected Holder unit() {
        return unit;
    }

    @Override
    protected boolean configuredAutocommit() {
        return true;
    }

    /** Others lease in {@code getConnection()}, Tenure at the first use; so that it is the same work, here at once. */
    @Override
    public Connection lease() throws SQLException {
        unit.enter();
        unit.exit();
        return this;
    }

    /** The injected bean is there before the lease is. */
    @Override
    public Connection connection() {
        return this;
    }

    @Override
    public void release() throws SQLException {
        unit.release();
    }

    @Override
    public void close() throws SQLException {
        unit.release();
    }

    @Override
    public boolean isClosed() {
        return unit.over();
    }
}
