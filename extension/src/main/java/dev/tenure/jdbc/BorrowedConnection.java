package dev.tenure.jdbc;

import dev.tenure.lifetime.Holder;
import dev.tenure.lifetime.UnitOfWork;
import java.sql.SQLException;
import java.sql.SQLNonTransientConnectionException;

/**
 * What {@code DataSource.getConnection()} gives: the unit's connection under a handle that can be closed, as libraries expect. Handles of one unit share
 * the connection; only the closing of one that was taken while nothing was in progress gives it back, so that a library's inner {@code close()} does not
 * undo the transaction around it.
 */
public final class BorrowedConnection extends ConnectionHandle {

    private final UnitOfWork unit;
    private final boolean autocommit;
    private final boolean outermost;
    private volatile boolean closed;

    /**
     * A handle on a unit's connection. Opens nothing.
     *
     * @param unit the unit
     * @param autocommit as configured
     */
    public BorrowedConnection(UnitOfWork unit, boolean autocommit) {
        this.unit = unit;
        this.autocommit = autocommit;
        this.outermost = unit.quiescent();
    }

    @Override
    protected Holder unit() throws SQLException {
        if (closed) {
            throw new SQLNonTransientConnectionException(
                    "TNR-0301: This connection was closed. Take another one from the DataSource.", "08003");
        }
        return unit.current();
    }

    @Override
    protected boolean configuredAutocommit() {
        return autocommit;
    }

    @Override
    public void close() throws SQLException {
        if (!closed) {
            closed = true;
            if (outermost) {
                unit.current().release();
            }
        }
    }

    @Override
    public boolean isClosed() {
        return closed || unit.over();
    }

    @Override
    public String toString() {
        return "borrowed connection, " + unit;
    }
}
