package dev.tenure.it.servers;

import static dev.tenure.integration.ConnectionMetric.AGE;
import static dev.tenure.integration.ConnectionMetric.CLOSED;
import static dev.tenure.integration.ConnectionMetric.CLOSE_REASON;
import static dev.tenure.integration.ConnectionMetric.COUNT;
import static dev.tenure.integration.ConnectionMetric.CREATE_TIME;
import static dev.tenure.integration.ConnectionMetric.IDLE;
import static dev.tenure.integration.ConnectionMetric.MAX;
import static dev.tenure.integration.ConnectionMetric.POOL_NAME;
import static dev.tenure.integration.ConnectionMetric.STATE;
import static dev.tenure.integration.ConnectionMetric.TIMEOUTS;
import static dev.tenure.integration.ConnectionMetric.USED;
import static dev.tenure.integration.ConnectionMetric.USE_TIME;
import static org.assertj.core.api.Assertions.assertThat;

import dev.tenure.integration.ConnectionMetric;
import io.opentelemetry.proto.common.v1.KeyValue;
import io.opentelemetry.proto.metrics.v1.HistogramDataPoint;
import io.opentelemetry.proto.metrics.v1.Metric;
import io.opentelemetry.proto.metrics.v1.NumberDataPoint;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What a collector gets from a server that has MicroProfile Telemetry 2: WildFly, in its profile with MicroProfile. */
class TelemetryTest {

    private static final String SCOPE = "dev.tenure";

    @TempDir
    private Path folder;

    private static Stream<Kind> exporting() {
        return Kind.chosen().filter(kind -> kind == Kind.WILDFLY || kind == Kind.WILDFLY_PREVIEW);
    }

    @ParameterizedTest(allowZeroInvocations = true)
    @MethodSource("exporting")
    void metricsAreExported(Kind kind) throws Exception {
        try (var collector = new Collector();
                var server = kind.builder()
                        .observed()
                        .with("otel.sdk.disabled", "false")
                        .with("otel.exporter.otlp.endpoint", collector.endpoint())
                        .with("otel.exporter.otlp.protocol", "http/protobuf")
                        .with("otel.metric.export.interval", "500")
                        .start()) {
            server.deploy(
                    War.on(kind).withoutJakartaEe().set("reports.max-age", "0").in(folder));
            var probe = new Probe(kind, server);
            assertThat(probe.get("/rest/databases/two").body()).isEqualTo("served");

            var metrics = collector.await(SCOPE, TelemetryTest::showAClosedConnection);
            for (var metric : ConnectionMetric.values()) {
                if (metric != TIMEOUTS) { // nobody has waited
                    assertThat(metrics).containsKey(metric.metricName());
                    assertThat(metrics.get(metric.metricName()).getUnit())
                            .as(metric.metricName())
                            .isEqualTo(metric.unit());
                }
            }
            assertThat(number(metrics, COUNT, "default", STATE, IDLE)).isEqualTo(1);
            assertThat(number(metrics, COUNT, "default", STATE, USED)).isZero();
            assertThat(number(metrics, COUNT, "reports", STATE, IDLE)).isZero();
            assertThat(number(metrics, CLOSED, "reports", CLOSE_REASON, "end_of_unit"))
                    .isEqualTo(1);
            assertThat(number(metrics, MAX, "default", POOL_NAME, "default")).isEqualTo(20);
            assertThat(histogram(metrics, USE_TIME, "default").getCount()).isPositive();
            assertThat(histogram(metrics, CREATE_TIME, "default").getSum())
                    .as("seconds")
                    .isBetween(1e-4, 60.0);
            assertThat(metrics.toString()).doesNotContain(Kind.database().password());
            assertThat(probe.complaints()).isEmpty();
            server.undeploy(War.NAME);
            Probe.awaitSessions(0);
        }
    }

    /** It is counted before, told after its close. */
    private static boolean showAClosedConnection(Map<String, Metric> metrics) {
        return metrics.containsKey(AGE.metricName());
    }

    private static long number(
            Map<String, Metric> metrics, ConnectionMetric metric, String database, String attribute, String value) {
        return metrics.get(metric.metricName()).getSum().getDataPointsList().stream()
                .filter(point -> has(point.getAttributesList(), POOL_NAME, database))
                .filter(point -> has(point.getAttributesList(), attribute, value))
                .mapToLong(NumberDataPoint::getAsInt)
                .findFirst()
                .orElseThrow();
    }

    private static HistogramDataPoint histogram(Map<String, Metric> metrics, ConnectionMetric metric, String database) {
        return metrics.get(metric.metricName()).getHistogram().getDataPointsList().stream()
                .filter(point -> has(point.getAttributesList(), POOL_NAME, database))
                .findFirst()
                .orElseThrow();
    }

    private static boolean has(List<KeyValue> attributes, String key, String value) {
        return attributes.stream()
                .anyMatch(attribute -> attribute.getKey().equals(key)
                        && attribute.getValue().getStringValue().equals(value));
    }
}
