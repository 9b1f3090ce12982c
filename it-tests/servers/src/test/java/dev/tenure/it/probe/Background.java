package dev.tenure.it.probe;

import dev.tenure.Managed;
import dev.tenure.ThreadScoped;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.Initialized;
import jakarta.enterprise.context.control.ActivateRequestContext;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** Work outside of HTTP requests. */
@ApplicationScoped
public class Background {

    @Inject
    @Managed
    private Connection db;

    @Inject
    @Managed(scope = ThreadScoped.class)
    private Connection own;

    private final ExecutorService worker = Executors.newSingleThreadExecutor(task -> new Thread(task, "probe-worker"));
    private long atStart;

    void start(@Observes @Initialized(ApplicationScoped.class) Object event) throws SQLException {
        atStart = Use.of(own);
    }

    /** A thread of the application's own, which the application ends. */
    @PreDestroy
    void stop() {
        worker.shutdown();
    }

    public long atStart() {
        return atStart;
    }

    @ActivateRequestContext
    public long inARequestOfItsOwn() throws SQLException {
        return Use.of(db);
    }

    public long onItsThread() throws SQLException {
        return Use.of(own);
    }

    public Future<Long> onTheWorker() {
        return worker.submit(this::onItsThread);
    }
}
