package dev.tenure.it.probe;

import dev.tenure.Managed;
import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedExecutorService;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.container.AsyncResponse;
import jakarta.ws.rs.container.Suspended;
import jakarta.ws.rs.core.StreamingOutput;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Executor;

/** Requests of JAX-RS that are answered by another thread than the one that began them. */
@Path("/")
@RequestScoped
public class AsyncResource {

    @Inject
    @Managed
    private Connection db;

    @Resource
    private ManagedExecutorService managed;

    private Executor executor(String kind) {
        return kind.equals("managed") ? managed : task -> new Thread(task, "probe-raw").start();
    }

    @GET
    @Path("suspended/{executor}")
    public void suspended(@PathParam("executor") String executor, @Suspended AsyncResponse response)
            throws SQLException {
        Use.of(db);
        var handle = Use.captured(db);
        executor(executor).execute(() -> response.resume(Use.ofCaptured(handle)));
    }

    @GET
    @Path("stage/{executor}")
    public CompletionStage<String> stage(@PathParam("executor") String executor) throws SQLException {
        Use.of(db);
        var handle = Use.captured(db);
        return CompletableFuture.supplyAsync(() -> Use.ofCaptured(handle), executor(executor));
    }

    @GET
    @Path("stream")
    public StreamingOutput stream() throws SQLException {
        Use.of(db);
        var handle = Use.captured(db);
        return output -> {
            for (int i = 0; i < 10; i++) {
                output.write((Use.ofCaptured(handle) + "\n").getBytes(StandardCharsets.UTF_8));
                output.flush();
            }
        };
    }
}
