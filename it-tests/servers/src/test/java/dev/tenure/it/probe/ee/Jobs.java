package dev.tenure.it.probe.ee;

import dev.tenure.Managed;
import dev.tenure.ThreadScoped;
import dev.tenure.it.probe.Use;
import jakarta.annotation.PostConstruct;
import jakarta.ejb.AsyncResult;
import jakarta.ejb.Asynchronous;
import jakarta.ejb.Lock;
import jakarta.ejb.LockType;
import jakarta.ejb.Schedule;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;

/** What the EJB container runs by itself. */
@Singleton
@Startup
@Lock(LockType.READ)
public class Jobs {

    @Inject
    @Managed
    private Connection db;

    @Inject
    @Managed(scope = ThreadScoped.class)
    private Connection own;

    private final AtomicInteger ticks = new AtomicInteger();
    private volatile long atStart;

    @PostConstruct
    void start() {
        try {
            atStart = Use.of(own);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    @Schedule(second = "*", minute = "*", hour = "*", persistent = false)
    void tick() {
        try {
            Use.of(db);
            ticks.incrementAndGet();
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    public int ticks() {
        return ticks.get();
    }

    public long atStart() {
        return atStart;
    }

    @Asynchronous
    public Future<Long> asynchronous() throws SQLException {
        return new AsyncResult<>(Use.of(db));
    }
}
