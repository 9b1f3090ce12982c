package dev.tenure.it.observability;

import io.opentelemetry.api.OpenTelemetry;
import io.opentelemetry.api.metrics.Meter;
import io.opentelemetry.sdk.OpenTelemetrySdk;
import io.opentelemetry.sdk.metrics.SdkMeterProvider;
import io.opentelemetry.sdk.metrics.data.LongPointData;
import io.opentelemetry.sdk.metrics.data.MetricData;
import io.opentelemetry.sdk.metrics.export.MetricReader;
import io.opentelemetry.sdk.testing.exporter.InMemoryMetricReader;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import java.util.Map;
import java.util.TreeMap;

/** The real SDK, as MicroProfile Telemetry gives it to an application or as an application makes it. */
final class Telemetry {

    private static volatile OpenTelemetry current = OpenTelemetry.noop();

    private Telemetry() {}

    /** As with MicroProfile Telemetry 2. */
    @ApplicationScoped
    static class Provided {
        @Produces
        OpenTelemetry telemetry() {
            return current;
        }
    }

    /** An application with no more than this. */
    @ApplicationScoped
    static class MeterOnly {
        @Produces
        Meter meter() {
            return current.getMeter("of the application");
        }
    }

    static OpenTelemetrySdk with(MetricReader reader) {
        var sdk = OpenTelemetrySdk.builder()
                .setMeterProvider(
                        SdkMeterProvider.builder().registerMetricReader(reader).build())
                .build();
        current = sdk;
        return sdk;
    }

    static void off() {
        current = OpenTelemetry.noop();
    }

    static Map<String, MetricData> collect(InMemoryMetricReader reader) {
        var byName = new TreeMap<String, MetricData>();
        for (var metric : reader.collectAllMetrics()) {
            byName.put(metric.getName(), metric);
        }
        return byName;
    }

    /** The points of a sum by the value of one attribute. */
    static Map<String, Long> sums(MetricData metric, String attribute) {
        var values = new TreeMap<String, Long>();
        for (LongPointData point : metric.getLongSumData().getPoints()) {
            point.getAttributes().forEach((key, value) -> {
                if (key.getKey().equals(attribute)) {
                    values.put((String) value, point.getValue());
                }
            });
        }
        return values;
    }
}
