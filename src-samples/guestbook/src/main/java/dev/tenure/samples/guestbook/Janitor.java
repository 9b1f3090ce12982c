package dev.tenure.samples.guestbook;

import dev.tenure.Managed;
import dev.tenure.ThreadScoped;
import jakarta.annotation.PreDestroy;
import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedScheduledExecutorService;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.Initialized;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;

/** A background job: keeps the latest entries and deletes the others. It has no request, and makes no call to Tenure: the connection is its thread's. */
@ApplicationScoped
public class Janitor {

    private static final Logger LOG = System.getLogger(Janitor.class.getName());
    private static final int SECONDS_BETWEEN_RUNS = 5;

    @Inject
    @Managed(scope = ThreadScoped.class)
    private Connection db;

    @Resource
    private ManagedScheduledExecutorService scheduler;

    private final AtomicLong runs = new AtomicLong();
    private ScheduledFuture<?> job;

    void start(@Observes @Initialized(ApplicationScoped.class) Object event) {
        job = scheduler.scheduleWithFixedDelay(this::run, 1, SECONDS_BETWEEN_RUNS, TimeUnit.SECONDS);
    }

    /** The server's executor outlives the application. */
    @PreDestroy
    void stop() {
        if (job != null) {
            job.cancel(true);
        }
    }

    private void run() {
        try (var statement = db.createStatement()) {
            statement.executeUpdate(
                    "delete from entry where id < (select * from (select max(id) - 1000 from entry) as latest)");
            runs.incrementAndGet();
        } catch (SQLException e) {
            LOG.log(Level.WARNING, "The next run will try again.", e);
        }
    }

    /**
     * How often it has run.
     *
     * @return since the start
     */
    public long runs() {
        return runs.get();
    }
}
