package dev.tenure.it.probe;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import java.util.concurrent.FutureTask;

/** Starts the background's work and waits for it. */
@Path("background")
@RequestScoped
public class BackgroundResource {

    @Inject
    private Background background;

    @GET
    @Path("start-up")
    public String startUp() {
        return "served by " + background.atStart();
    }

    @GET
    @Path("worker")
    public String worker() throws Exception {
        return "served by " + background.onTheWorker().get();
    }

    @GET
    @Path("request-of-its-own")
    public String requestOfItsOwn() throws Exception {
        var task = new FutureTask<>(background::inARequestOfItsOwn);
        new Thread(task, "probe-background").start();
        return "served by " + task.get();
    }
}
