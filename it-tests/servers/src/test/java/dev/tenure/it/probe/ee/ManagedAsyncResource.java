package dev.tenure.it.probe.ee;

import dev.tenure.Managed;
import dev.tenure.it.probe.Use;
import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedExecutorService;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.container.AsyncResponse;
import jakarta.ws.rs.container.Suspended;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

/** As {@link dev.tenure.it.probe.AsyncResource}, on the server's executor. */
@Path("managed")
@RequestScoped
public class ManagedAsyncResource {

    @Inject
    @Managed
    private Connection db;

    @Resource
    private ManagedExecutorService executor;

    @GET
    @Path("suspended")
    public void suspended(@Suspended AsyncResponse response) throws SQLException {
        Use.of(db);
        var handle = Use.captured(db);
        executor.execute(() -> response.resume(Use.ofCaptured(handle)));
    }

    @GET
    @Path("stage")
    public CompletionStage<String> stage() throws SQLException {
        Use.of(db);
        var handle = Use.captured(db);
        return CompletableFuture.supplyAsync(() -> Use.ofCaptured(handle), executor);
    }
}
