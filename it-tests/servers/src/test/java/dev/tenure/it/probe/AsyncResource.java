package dev.tenure.it.probe;

import dev.tenure.Managed;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.container.AsyncResponse;
import jakarta.ws.rs.container.Suspended;
import jakarta.ws.rs.core.StreamingOutput;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

/** Requests of JAX-RS that are answered by another thread than the one that began them, or after their method has returned. */
@Path("raw")
@RequestScoped
public class AsyncResource {

    @Inject
    @Managed
    private Connection db;

    @GET
    @Path("suspended")
    public void suspended(@Suspended AsyncResponse response) throws SQLException {
        Use.of(db);
        var handle = Use.captured(db);
        onAThreadOfItsOwn(() -> response.resume(Use.ofCaptured(handle)));
    }

    @GET
    @Path("stage")
    public CompletionStage<String> stage() throws SQLException {
        Use.of(db);
        var handle = Use.captured(db);
        return CompletableFuture.supplyAsync(() -> Use.ofCaptured(handle), AsyncResource::onAThreadOfItsOwn);
    }

    private static void onAThreadOfItsOwn(Runnable task) {
        new Thread(task, "probe-raw").start();
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
