package dev.tenure.samples.goneaway;

import dev.tenure.ManagedConnections;
import jakarta.enterprise.inject.se.SeContainer;
import jakarta.enterprise.inject.se.SeContainerInitializer;
import java.sql.SQLException;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;

/** The same requests, and a worker, on {@code @Managed Connection}. */
final class TenureWay {

    private final Place place;
    private final long[] pauses;
    private int errors;

    TenureWay(Place place, long... pauses) {
        this.place = place;
        this.pauses = pauses;
    }

    Result run() throws InterruptedException {
        // Three lines of MicroProfile Config; an application has them in META-INF/microprofile-config.properties.
        System.setProperty("tenure.default.url", place.url());
        System.setProperty("tenure.default.user", place.user());
        System.setProperty("tenure.default.password", place.password());
        System.setProperty("tenure.default.max-age", "60");
        try (SeContainer container = SeContainerInitializer.newInstance().initialize()) {
            var shop = container.select(Shop.class).get();
            var tenure = container.select(ManagedConnections.class).get();
            Trace.title("Tenure, requests: kept as long as the server keeps it");
            for (long pause : pauses) {
                // each on a thread of its own, as behind an asynchronous or virtual-thread server
                attempt("request", onItsOwnThread(() -> tenure.run(shop::servePage)));
                Thread.sleep(pause);
            }
            Trace.title("Tenure, a worker: one thread, not a single call of Tenure");
            var worker = onItsOwnThread(() -> {
                for (long pause : pauses) {
                    attempt("worker ", shop::work);
                    Thread.sleep(pause);
                }
                return 0L;
            });
            attempt("worker ", worker);
            var statistics = tenure.statistics().get("default");
            return new Result("Tenure, requests and worker", 2 * pauses.length, statistics.opened(), errors);
        }
    }

    private static Callable<Long> onItsOwnThread(Callable<Long> task) {
        return () -> {
            var result = new FutureTask<>(task);
            var thread = new Thread(result);
            thread.start();
            return result.get();
        };
    }

    private void attempt(String who, Callable<Long> task) throws InterruptedException {
        try {
            long session = task.call();
            if (session > 0) {
                Trace.line("%s  session %d", who, session);
            }
        } catch (SQLException | ExecutionException e) {
            errors++;
            Trace.line("%s  ERROR %s", who, e.getMessage());
        } catch (InterruptedException e) {
            throw e;
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }
}
