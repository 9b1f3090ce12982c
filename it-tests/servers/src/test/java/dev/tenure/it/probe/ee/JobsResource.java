package dev.tenure.it.probe.ee;

import dev.tenure.it.probe.Background;
import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedScheduledExecutorService;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;

/** Starts the background's work and waits for it. */
@Path("jobs")
@RequestScoped
public class JobsResource {

    private static final int RUNS = 5;

    @Inject
    private Background background;

    @Inject
    private Jobs jobs;

    @Resource
    private ManagedScheduledExecutorService scheduler;

    @GET
    @Path("start-up")
    public String startUp() {
        return "served by " + jobs.atStart();
    }

    @GET
    @Path("timer")
    public String timer() throws InterruptedException {
        int before = jobs.ticks();
        for (int i = 0; i < 100 && jobs.ticks() == before; i++) {
            Thread.sleep(50);
        }
        return jobs.ticks() > before ? "served" : "no tick within 5 s";
    }

    @GET
    @Path("asynchronous")
    public String asynchronous() throws Exception {
        return "served by " + jobs.asynchronous().get();
    }

    @GET
    @Path("scheduled")
    public String scheduled() throws Exception {
        var runs = new CountDownLatch(RUNS);
        var failure = new AtomicReference<Exception>();
        var job = scheduler.scheduleAtFixedRate(
                () -> {
                    try {
                        background.onItsThread();
                    } catch (Exception e) {
                        failure.set(e);
                    }
                    runs.countDown();
                },
                0,
                50,
                TimeUnit.MILLISECONDS);
        boolean done = runs.await(10, TimeUnit.SECONDS);
        job.cancel(false);
        return done && failure.get() == null ? "served" : "failed: " + failure.get();
    }
}
