package dev.tenure.telemetry;

import dev.tenure.CloseReason;
import dev.tenure.DatabaseStatistics;
import dev.tenure.integration.ConnectionMetric;
import dev.tenure.integration.Recorder;
import dev.tenure.lifetime.Database;
import dev.tenure.lifetime.Databases;
import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.api.common.Attributes;
import io.opentelemetry.api.metrics.BatchCallback;
import io.opentelemetry.api.metrics.DoubleHistogram;
import io.opentelemetry.api.metrics.LongCounter;
import io.opentelemetry.api.metrics.Meter;
import io.opentelemetry.api.metrics.ObservableLongMeasurement;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * One instrument a metric, for all databases. Times are recorded as they happen; numbers of connections are asked of {@link Databases#statistics()} when somebody
 * collects.
 */
final class Instruments implements Recorder {

    /** In seconds. OpenTelemetry's own are for milliseconds; those that its conventions advise for HTTP begin at 5 ms, where a lease has long been had. */
    private static final List<Double> TIMES = List.of(
            0.00001, 0.0001, 0.0005, 0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1.0, 2.5, 5.0, 10.0);

    private static final List<Double> AGES =
            List.of(0.1, 1.0, 5.0, 15.0, 30.0, 60.0, 120.0, 300.0, 600.0, 1800.0, 3600.0, 14400.0, 86400.0);

    private static final double NANOS = 1e9;

    private final Databases databases;
    private final Map<String, DatabaseAttributes> attributes = new HashMap<>();
    private final Map<ConnectionMetric, DoubleHistogram> histograms = new EnumMap<>(ConnectionMetric.class);
    private final LongCounter timeouts;
    private final ObservableLongMeasurement count;
    private final ObservableLongMeasurement max;
    private final ObservableLongMeasurement idleMax;
    private final ObservableLongMeasurement pending;
    private final ObservableLongMeasurement closed;
    private final BatchCallback callback;

    /** Made once, because attributes are compared at each record. */
    private record DatabaseAttributes(
            Attributes database, Attributes idle, Attributes used, Map<CloseReason, Attributes> reasons) {

        static DatabaseAttributes of(String name) {
            var database = Attributes.of(AttributeKey.stringKey(ConnectionMetric.POOL_NAME), name);
            var reasons = new EnumMap<CloseReason, Attributes>(CloseReason.class);
            for (var reason : CloseReason.values()) {
                reasons.put(
                        reason,
                        with(
                                database,
                                ConnectionMetric.CLOSE_REASON,
                                reason.name().toLowerCase(Locale.ROOT)));
            }
            return new DatabaseAttributes(
                    database,
                    with(database, ConnectionMetric.STATE, ConnectionMetric.IDLE),
                    with(database, ConnectionMetric.STATE, ConnectionMetric.USED),
                    reasons);
        }

        private static Attributes with(Attributes database, String key, String value) {
            return database.toBuilder().put(key, value).build();
        }
    }

    Instruments(Meter meter, Databases databases) {
        this.databases = databases;
        for (var database : databases.all()) {
            attributes.put(database.name(), DatabaseAttributes.of(database.name()));
        }
        for (var time : List.of(ConnectionMetric.CREATE_TIME, ConnectionMetric.WAIT_TIME, ConnectionMetric.USE_TIME)) {
            histograms.put(time, histogram(meter, time, TIMES));
        }
        histograms.put(ConnectionMetric.AGE, histogram(meter, ConnectionMetric.AGE, AGES));
        timeouts = meter.counterBuilder(ConnectionMetric.TIMEOUTS.metricName())
                .setUnit(ConnectionMetric.TIMEOUTS.unit())
                .setDescription(ConnectionMetric.TIMEOUTS.description())
                .build();
        count = upDown(meter, ConnectionMetric.COUNT);
        max = upDown(meter, ConnectionMetric.MAX);
        idleMax = upDown(meter, ConnectionMetric.IDLE_MAX);
        pending = upDown(meter, ConnectionMetric.PENDING_REQUESTS);
        closed = meter.counterBuilder(ConnectionMetric.CLOSED.metricName())
                .setUnit(ConnectionMetric.CLOSED.unit())
                .setDescription(ConnectionMetric.CLOSED.description())
                .buildObserver();
        callback = meter.batchCallback(this::observe, count, max, idleMax, pending, closed);
    }

    private static DoubleHistogram histogram(Meter meter, ConnectionMetric metric, List<Double> boundaries) {
        return meter.histogramBuilder(metric.metricName())
                .setUnit(metric.unit())
                .setDescription(metric.description())
                .setExplicitBucketBoundariesAdvice(boundaries)
                .build();
    }

    private static ObservableLongMeasurement upDown(Meter meter, ConnectionMetric metric) {
        return meter.upDownCounterBuilder(metric.metricName())
                .setUnit(metric.unit())
                .setDescription(metric.description())
                .buildObserver();
    }

    @Override
    public void record(ConnectionMetric metric, String database, long nanos) {
        histograms.get(metric).record(nanos / NANOS, attributes.get(database).database());
    }

    @Override
    public void timedOut(String database) {
        timeouts.add(1, attributes.get(database).database());
    }

    private void observe() {
        for (var database : databases.all()) {
            observe(database, database.statistics(), attributes.get(database.name()));
        }
    }

    private void observe(Database database, DatabaseStatistics figures, DatabaseAttributes its) {
        int limit = database.settings().maxConnections();
        count.record(figures.idle(), its.idle());
        count.record(figures.leased(), its.used());
        max.record(limit, its.database());
        idleMax.record(limit, its.database());
        pending.record(figures.waiting(), its.database());
        figures.closed()
                .forEach((reason, number) -> closed.record(number, its.reasons().get(reason)));
    }

    /** Instruments cannot be given back, but nothing of them leads to the application any more. */
    @Override
    public void close() {
        callback.close();
    }
}
