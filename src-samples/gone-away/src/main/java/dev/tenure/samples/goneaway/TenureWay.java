package dev.tenure.samples.goneaway;

import dev.tenure.ManagedConnections;
import jakarta.enterprise.inject.se.SeContainer;
import jakarta.enterprise.inject.se.SeContainerInitializer;
import java.sql.SQLException;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.FutureTask;

/** The same requests, and then a worker, on {@code @Managed Connection}. */
final class TenureWay {

    private final Place place;
    private final long[] pauses;

    TenureWay(Place place, long... pauses) {
        this.place = place;
        this.pauses = pauses;
    }

    List<Result> run() throws Exception {
        configure();
        try (SeContainer container = SeContainerInitializer.newInstance().initialize()) {
            var shop = container.select(Shop.class).get();
            var tenure = container.select(ManagedConnections.class).get();
            var requests = requests(shop, tenure);
            tenure.closeIdle(); // the worker begins with nothing open, so that its own connections are counted
            var worker = worker(shop, tenure);
            tenure.closeIdle(); // what the end of the container closes is not told to beans
            return List.of(requests, worker);
        }
    }

    /** An application has these lines in META-INF/microprofile-config.properties. */
    private void configure() {
        System.setProperty("tenure.default.url", place.url());
        System.setProperty("tenure.default.user", place.user());
        System.setProperty("tenure.default.password", place.password());
        System.setProperty("tenure.default.max-age", "60");
    }

    private Result requests(Shop shop, ManagedConnections tenure) throws Exception {
        Trace.title("3. Tenure, requests: the connection is kept, and closed before the server does it");
        long before = opened(tenure);
        var tally = new Tally();
        for (long pause : pauses) {
            // Each on a thread of its own, as behind an asynchronous server or on virtual threads.
            onItsOwnThread(() -> {
                tally.attempt("request", () -> inARequest(tenure, shop));
                return null;
            });
            Thread.sleep(pause);
        }
        return tally.result("Tenure, requests", opened(tenure) - before);
    }

    private Result worker(Shop shop, ManagedConnections tenure) throws Exception {
        Trace.title("4. Tenure, a worker: one thread that injects its connection and calls nothing of Tenure");
        long before = opened(tenure);
        var tally = onItsOwnThread(() -> {
            var count = new Tally();
            for (long pause : pauses) {
                count.attempt("worker", shop::work);
                Thread.sleep(pause);
            }
            return count;
        });
        return tally.result("Tenure, worker", opened(tenure) - before);
    }

    /** What an HTTP server does around a request; here there is none. */
    private static long inARequest(ManagedConnections tenure, Shop shop) throws SQLException {
        try {
            return tenure.run(shop::servePage);
        } catch (SQLException | RuntimeException e) {
            throw e;
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    private static <T> T onItsOwnThread(Callable<T> task) throws Exception {
        var result = new FutureTask<>(task);
        var thread = new Thread(result);
        thread.start();
        thread.join();
        return result.get();
    }

    private static long opened(ManagedConnections tenure) {
        return tenure.statistics().get("default").opened();
    }
}
