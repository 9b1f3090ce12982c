package dev.tenure.it.observability;

import static org.assertj.core.api.Assertions.assertThat;

import io.opentelemetry.sdk.metrics.export.MetricReader;
import java.time.Duration;
import java.util.function.Predicate;
import java.util.function.Supplier;

/** An application in which everything has happened that is measured: a request has waited in vain, and a connection was opened, used and closed. */
final class Scene {

    private Scene() {}

    /**
     * What is read of it.
     *
     * @param reader of the SDK that the application has
     * @param reading looks by it
     * @param closed whether the reading tells of the closed connection: it is counted before its close, told after it
     */
    static <T> T read(MetricReader reader, Supplier<T> reading, Predicate<T> closed) throws Exception {
        try (var sdk = Telemetry.with(reader);
                var application = Application.on(Application.server())
                        .set("default.max-connections", "1")
                        .set("default.acquire-timeout", "50ms")
                        .beans(Telemetry.Provided.class)
                        .start()) {
            var orders = application.bean(Application.Orders.class);
            try (var holder = Holder.in(application)) {
                assertThat(application.requestInBackground(orders::count)).failsWithin(Duration.ofSeconds(10));
                holder.giveBack();
            }
            Eventually.holds(() -> closed.test(reading.get()));
            assertThat(sdk).isNotNull();
            return reading.get();
        } finally {
            Telemetry.off();
        }
    }
}
