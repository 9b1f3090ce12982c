package dev.tenure.it.observability;

import static org.assertj.core.api.Assertions.assertThat;

import io.opentelemetry.sdk.metrics.data.MetricData;
import io.opentelemetry.sdk.metrics.data.MetricDataType;
import io.opentelemetry.sdk.metrics.data.PointData;
import io.opentelemetry.sdk.testing.exporter.InMemoryMetricReader;
import io.opentelemetry.semconv.incubating.DbIncubatingAttributes;
import io.opentelemetry.semconv.incubating.DbIncubatingMetrics;
import java.lang.reflect.Modifier;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/**
 * Names, units, kinds and attributes are those of OpenTelemetry's semantic conventions. Names and units from the list that the conventions publish for Java;
 * kinds and attributes, which it does not have, from their page "Semantic conventions for database client metrics", version 1.45.
 */
class ConventionsTest {

    private static final String POOL = DbIncubatingAttributes.DB_CLIENT_CONNECTION_POOL_NAME.getKey();
    private static final String STATE = DbIncubatingAttributes.DB_CLIENT_CONNECTION_STATE.getKey();

    private record Kind(boolean histogram, boolean monotonic, Set<String> attributes) {}

    private static final Kind UP_DOWN_COUNTER = new Kind(false, false, Set.of(POOL));
    private static final Kind COUNTER = new Kind(false, true, Set.of(POOL));
    private static final Kind HISTOGRAM = new Kind(true, false, Set.of(POOL));

    private static final Map<String, Kind> KINDS = Map.of(
            DbIncubatingMetrics.DB_CLIENT_CONNECTION_COUNT_NAME,
            new Kind(false, false, Set.of(POOL, STATE)),
            "db.client.connection.max",
            UP_DOWN_COUNTER, // deprecated since 1.45, see ConnectionMetric.MAX
            DbIncubatingMetrics.DB_CLIENT_CONNECTION_IDLE_MAX_NAME,
            UP_DOWN_COUNTER,
            DbIncubatingMetrics.DB_CLIENT_CONNECTION_PENDING_REQUESTS_NAME,
            UP_DOWN_COUNTER,
            DbIncubatingMetrics.DB_CLIENT_CONNECTION_TIMEOUTS_NAME,
            COUNTER,
            DbIncubatingMetrics.DB_CLIENT_CONNECTION_CREATE_TIME_NAME,
            HISTOGRAM,
            DbIncubatingMetrics.DB_CLIENT_CONNECTION_WAIT_TIME_NAME,
            HISTOGRAM,
            DbIncubatingMetrics.DB_CLIENT_CONNECTION_USE_TIME_NAME,
            HISTOGRAM);

    private static final Map<String, Kind> OURS = Map.of(
            "tenure.connection.closed",
            new Kind(false, true, Set.of(POOL, "tenure.connection.close_reason")),
            "tenure.connection.age",
            HISTOGRAM);

    private static Map<String, MetricData> metrics;

    @BeforeAll
    static void measureAll() throws Exception {
        var reader = InMemoryMetricReader.create();
        metrics =
                Scene.read(reader, () -> Telemetry.collect(reader), seen -> seen.containsKey("tenure.connection.age"));
    }

    @AfterAll
    static void forget() {
        metrics = null;
    }

    @Test
    void whatIsMeasuredIsWhatTheConventionsListAndTwoOfOurOwn() {
        var expected = new TreeSet<>(KINDS.keySet());
        expected.addAll(OURS.keySet());
        assertThat(metrics.keySet()).isEqualTo(expected);
    }

    @Test
    void namesAndUnitsAreOnTheList() throws ReflectiveOperationException {
        var units = unitsByName();
        for (var name : KINDS.keySet()) {
            assertThat(units).containsKey(name);
            assertThat(metrics.get(name).getUnit()).as(name).isEqualTo(units.get(name));
        }
    }

    @Test
    void kindsAndAttributesAreTheirs() {
        var kinds = new HashMap<>(KINDS);
        kinds.putAll(OURS);
        kinds.forEach((name, kind) -> {
            var metric = metrics.get(name);
            assertThat(metric.getType() == MetricDataType.HISTOGRAM).as(name).isEqualTo(kind.histogram());
            if (!kind.histogram()) {
                assertThat(metric.getType()).as(name).isEqualTo(MetricDataType.LONG_SUM);
                assertThat(metric.getLongSumData().isMonotonic()).as(name).isEqualTo(kind.monotonic());
            }
            for (PointData point : metric.getData().getPoints()) {
                var keys = new TreeSet<String>();
                point.getAttributes().forEach((key, value) -> keys.add(key.getKey()));
                assertThat(keys).as(name).isEqualTo(new TreeSet<>(kind.attributes()));
            }
        });
    }

    @Test
    void statesAreTheirs() {
        assertThat(Telemetry.sums(metrics.get(DbIncubatingMetrics.DB_CLIENT_CONNECTION_COUNT_NAME), STATE))
                .containsOnlyKeys(
                        DbIncubatingAttributes.DbClientConnectionStateIncubatingValues.IDLE,
                        DbIncubatingAttributes.DbClientConnectionStateIncubatingValues.USED);
    }

    /** The list has a constant {@code X_UNIT} for each {@code X_NAME}. */
    private static Map<String, String> unitsByName() throws ReflectiveOperationException {
        var units = new HashMap<String, String>();
        for (var field : DbIncubatingMetrics.class.getFields()) {
            if (Modifier.isStatic(field.getModifiers()) && field.getName().endsWith("_NAME")) {
                var unit = DbIncubatingMetrics.class.getField(field.getName().replaceFirst("_NAME$", "_UNIT"));
                units.put((String) field.get(null), (String) unit.get(null));
            }
        }
        return units;
    }
}
