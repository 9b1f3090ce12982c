package dev.tenure.it.observability;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tenure.CloseReason;
import io.opentelemetry.api.GlobalOpenTelemetry;
import io.opentelemetry.sdk.metrics.data.HistogramPointData;
import io.opentelemetry.sdk.metrics.data.MetricData;
import io.opentelemetry.sdk.testing.exporter.InMemoryMetricReader;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What OpenTelemetry's SDK gets of a real database's connections. */
class TelemetryTest {

    private static final String POOL = "db.client.connection.pool.name";

    private final InMemoryMetricReader reader = InMemoryMetricReader.create();

    @AfterEach
    void off() {
        Telemetry.off();
    }

    private static Application.Builder application() {
        return Application.on(Application.server()).beans(Telemetry.Provided.class);
    }

    @Test
    void numbersAreThoseOfTheMoment() throws Exception {
        try (var sdk = Telemetry.with(reader);
                var application = application()
                        .set("default.max-age", "60")
                        .set("default.max-connections", "3")
                        .start()) {
            var orders = application.bean(Application.Orders.class);
            try (var holder = Holder.in(application)) {
                application.request(orders::count);
                var metrics = Telemetry.collect(reader);
                assertThat(states(metrics)).isEqualTo(Map.of("idle", 1L, "used", 1L));
                assertThat(pool(metrics, "db.client.connection.max")).isEqualTo(3);
                assertThat(pool(metrics, "db.client.connection.idle.max")).isEqualTo(3);
                assertThat(pool(metrics, "db.client.connection.pending_requests"))
                        .isZero();
                holder.giveBack();
            }
            assertThat(states(Telemetry.collect(reader))).isEqualTo(Map.of("idle", 2L, "used", 0L));
            assertThat(sdk).isNotNull();
        }
    }

    @Test
    void timesAreInSecondsAndCloseReasonsCounted() throws Exception {
        try (var sdk = Telemetry.with(reader);
                var application = application().set("default.max-age", "0").start()) {
            var orders = application.bean(Application.Orders.class);
            long start = System.nanoTime();
            application.request(() -> {
                orders.count();
                Thread.sleep(200);
                return null;
            });
            Eventually.holds(() -> Telemetry.collect(reader)
                    .containsKey("tenure.connection.age")); // it is counted before, told after its close
            double took = (System.nanoTime() - start) / 1e9;

            var metrics = Telemetry.collect(reader);
            var use = histogram(metrics, "db.client.connection.use_time");
            assertThat(use.getCount()).isEqualTo(1);
            assertThat(use.getSum()).isBetween(0.2, took);
            var create = histogram(metrics, "db.client.connection.create_time");
            assertThat(create.getSum()).isBetween(1e-4, took - 0.2);
            var wait = histogram(metrics, "db.client.connection.wait_time");
            assertThat(wait.getSum()).as("it had to be opened").isBetween(create.getSum(), took - 0.2);
            assertThat(histogram(metrics, "tenure.connection.age").getSum()).isBetween(0.2, took);
            assertThat(Telemetry.sums(metrics.get("tenure.connection.closed"), "tenure.connection.close_reason"))
                    .containsEntry("end_of_unit", 1L)
                    .containsEntry("broken", 0L)
                    .hasSize(CloseReason.values().length);
            assertThat(sdk).isNotNull();
        }
    }

    @Test
    void whoWaitsIsPendingAndWhoWaitsInVainATimeOut() throws Exception {
        try (var sdk = Telemetry.with(reader);
                var application = application()
                        .set("default.max-connections", "1")
                        .set("default.acquire-timeout", "700ms")
                        .start()) {
            var orders = application.bean(Application.Orders.class);
            try (var holder = Holder.in(application)) {
                var waiter = application.requestInBackground(orders::count);
                Eventually.holds(
                        () -> application.tenure().statistics().get("default").waiting() == 1);
                assertThat(pool(Telemetry.collect(reader), "db.client.connection.pending_requests"))
                        .isEqualTo(1);
                assertThatThrownBy(waiter::get).hasMessageContaining("TNR-0205");
                holder.giveBack();
            }
            var metrics = Telemetry.collect(reader);
            assertThat(pool(metrics, "db.client.connection.timeouts")).isEqualTo(1);
            assertThat(pool(metrics, "db.client.connection.pending_requests")).isZero();
            assertThat(sdk).isNotNull();
        }
    }

    @Test
    void anApplicationWithNothingButAMeterIsServedByIt() throws Exception {
        try (var sdk = Telemetry.with(reader);
                var application = Application.on(Application.server())
                        .beans(Telemetry.MeterOnly.class)
                        .start()) {
            application.request(application.bean(Application.Orders.class)::count);
            var metric = Telemetry.collect(reader).get("db.client.connection.use_time");
            assertThat(metric.getInstrumentationScopeInfo().getName()).isEqualTo("of the application");
            assertThat(sdk).isNotNull();
        }
    }

    /** Nothing is opened in it: Connector/J asks for the global one by itself. */
    @Test
    void theGlobalOneIsNotTouched() {
        GlobalOpenTelemetry.resetForTest();
        try (var application = Application.on(Application.server()).start()) {
            assertThat(application.tenure().statistics()).containsKey("default");
        }
        assertThat(GlobalOpenTelemetry.isSet()).isFalse();
    }

    @Test
    void nothingIsReadAfterTheApplicationHasEnded() throws Exception {
        try (var sdk = Telemetry.with(reader)) {
            try (var application = application().start()) {
                application.request(application.bean(Application.Orders.class)::count);
                assertThat(Telemetry.collect(reader)).containsKey("db.client.connection.count");
            }
            assertThat(Telemetry.collect(reader)).doesNotContainKey("db.client.connection.count");
            assertThat(sdk).isNotNull();
        }
    }

    private static Map<String, Long> states(Map<String, MetricData> metrics) {
        return Telemetry.sums(metrics.get("db.client.connection.count"), "db.client.connection.state");
    }

    private static long pool(Map<String, MetricData> metrics, String name) {
        return Telemetry.sums(metrics.get(name), POOL).get("default");
    }

    private static HistogramPointData histogram(Map<String, MetricData> metrics, String name) {
        var points = metrics.get(name).getHistogramData().getPoints();
        assertThat(points).hasSize(1);
        return points.iterator().next();
    }
}
