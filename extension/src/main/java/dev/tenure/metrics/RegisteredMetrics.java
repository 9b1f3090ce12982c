package dev.tenure.metrics;

import dev.tenure.CloseReason;
import dev.tenure.integration.ConnectionMetric;
import dev.tenure.integration.Recorder;
import dev.tenure.lifetime.Database;
import dev.tenure.lifetime.Databases;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.eclipse.microprofile.metrics.Counter;
import org.eclipse.microprofile.metrics.Metadata;
import org.eclipse.microprofile.metrics.MetricID;
import org.eclipse.microprofile.metrics.MetricRegistry;
import org.eclipse.microprofile.metrics.MetricUnits;
import org.eclipse.microprofile.metrics.Tag;
import org.eclipse.microprofile.metrics.Timer;

/**
 * One metric for each database, state and reason, removed at the end. Times are MicroProfile's timers, numbers of connections gauges over
 * {@link Database#statistics()}. Closed connections are counted as they close, because MicroProfile has no counter that asks.
 */
final class RegisteredMetrics implements Recorder {

    private final MetricRegistry registry;
    private final List<MetricID> registered = new ArrayList<>();
    private final Map<String, DatabaseMetrics> metrics = new HashMap<>();

    private record DatabaseMetrics(
            Map<ConnectionMetric, Timer> timers, Counter timeouts, Map<CloseReason, Counter> closed) {}

    RegisteredMetrics(MetricRegistry registry, Databases databases) {
        this.registry = registry;
        databases.all().forEach(this::register);
    }

    private void register(Database database) {
        var pool = tag(ConnectionMetric.POOL_NAME, database.name());
        gauge(
                ConnectionMetric.COUNT,
                () -> database.statistics().idle(),
                pool,
                tag(ConnectionMetric.STATE, ConnectionMetric.IDLE));
        gauge(
                ConnectionMetric.COUNT,
                () -> database.statistics().leased(),
                pool,
                tag(ConnectionMetric.STATE, ConnectionMetric.USED));
        gauge(ConnectionMetric.MAX, () -> database.settings().maxConnections(), pool);
        gauge(ConnectionMetric.IDLE_MAX, () -> database.settings().maxConnections(), pool);
        gauge(ConnectionMetric.PENDING_REQUESTS, () -> database.statistics().waiting(), pool);

        var timers = new EnumMap<ConnectionMetric, Timer>(ConnectionMetric.class);
        Stream.of(
                        ConnectionMetric.CREATE_TIME,
                        ConnectionMetric.WAIT_TIME,
                        ConnectionMetric.USE_TIME,
                        ConnectionMetric.AGE)
                .forEach(time -> timers.put(time, timer(time, pool)));
        var closed = new EnumMap<CloseReason, Counter>(CloseReason.class);
        for (var reason : CloseReason.values()) {
            var name = reason.name().toLowerCase(Locale.ROOT);
            closed.put(reason, counter(ConnectionMetric.CLOSED, pool, tag(ConnectionMetric.CLOSE_REASON, name)));
        }
        metrics.put(database.name(), new DatabaseMetrics(timers, counter(ConnectionMetric.TIMEOUTS, pool), closed));
    }

    /** A tag's name may have no dots; with underscores it is what Prometheus makes of OpenTelemetry's attribute. */
    private static Tag tag(String attribute, String value) {
        return new Tag(attribute.replace('.', '_'), value);
    }

    private void gauge(ConnectionMetric metric, Supplier<Integer> value, Tag... tags) {
        registry.gauge(metadata(metric), value, tags);
        registered.add(new MetricID(metric.metricName(), tags));
    }

    private Timer timer(ConnectionMetric metric, Tag pool) {
        var timer = registry.timer(metadata(metric), pool);
        registered.add(new MetricID(metric.metricName(), pool));
        return timer;
    }

    private Counter counter(ConnectionMetric metric, Tag... tags) {
        var counter = registry.counter(metadata(metric), tags);
        registered.add(new MetricID(metric.metricName(), tags));
        return counter;
    }

    /**
     * Numbers are without a unit, which would become part of the name that is scraped. Timers are scraped in seconds whatever is said here, but what is not
     * nanoseconds is not converted by Payara.
     */
    private static Metadata metadata(ConnectionMetric metric) {
        return Metadata.builder()
                .withName(metric.metricName())
                .withUnit("s".equals(metric.unit()) ? MetricUnits.NANOSECONDS : MetricUnits.NONE)
                .withDescription(metric.description())
                .build();
    }

    @Override
    public void record(ConnectionMetric metric, String database, long nanos) {
        metrics.get(database).timers().get(metric).update(Duration.ofNanos(nanos));
    }

    @Override
    public void timedOut(String database) {
        metrics.get(database).timeouts().inc();
    }

    @Override
    public void closed(String database, CloseReason reason) {
        metrics.get(database).closed().get(reason).inc();
    }

    @Override
    public void close() {
        registered.forEach(registry::remove);
    }
}
