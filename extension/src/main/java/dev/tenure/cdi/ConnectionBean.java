package dev.tenure.cdi;

import dev.tenure.jdbc.ConnectionHandle;
import dev.tenure.lifetime.Holder;
import dev.tenure.lifetime.UnitOfWork;
import jakarta.annotation.PostConstruct;
import jakarta.annotation.PreDestroy;
import jakarta.inject.Inject;
import java.sql.SQLException;

/**
 * The bean behind {@code @Inject @Managed Connection}, registered once for each database and scope. A managed class bean, not a synthetic one: containers
 * call those directly (12 ns and no garbage on Weld, against 222 ns).
 */
public class ConnectionBean extends ConnectionHandle {

    /** The extension adds the qualifier of the database. */
    @Inject
    ManagedDatabase database;

    private UnitOfWork unit;

    /** For the container. */
    public ConnectionBean() {}

    @PostConstruct
    void begin() {
        unit = database.begin(this);
    }

    /** Idempotent: some containers destroy twice (trap 2). */
    @PreDestroy
    void end() {
        unit.end();
    }

    @Override
    protected Holder unit() throws SQLException {
        return unit.current();
    }

    /** The unit of its scope, whatever transaction is active. */
    UnitOfWork own() {
        return unit;
    }

    @Override
    protected boolean configuredAutocommit() {
        return database.autocommit();
    }

    @Override
    public boolean isClosed() {
        return unit.over();
    }

    @Override
    public String toString() {
        return "managed connection, " + unit;
    }
}
