package dev.tenure.telemetry;

import dev.tenure.integration.Integration;
import dev.tenure.integration.RecordingListener;
import dev.tenure.lifetime.Databases;
import dev.tenure.lifetime.LifetimeListener;
import io.opentelemetry.api.OpenTelemetry;
import io.opentelemetry.api.metrics.Meter;
import io.opentelemetry.api.metrics.MeterProvider;
import jakarta.enterprise.inject.spi.BeanManager;
import java.util.Optional;

/**
 * Shows connections by the application's {@code OpenTelemetry} bean, which MicroProfile Telemetry 2 gives every application, or else by its {@code Meter} bean. The
 * global one is not looked at: {@code GlobalOpenTelemetry.get()} would set it to one that does nothing, for the whole JVM and for good, if nobody has set it yet. An
 * application that uses it has a producer method to say so.
 */
public final class TelemetryIntegration implements Integration {

    private static final String SCOPE = "dev.tenure";
    /** Also what makes this class unusable where the API is absent. */
    private static final Meter SILENT = MeterProvider.noop().get(SCOPE);

    private final RecordingListener listener = new RecordingListener();

    @Override
    public Optional<LifetimeListener> listener() {
        return Optional.of(listener);
    }

    @Override
    public void start(Databases databases, BeanManager beans) {
        var meter = meter(beans);
        if (meter != SILENT) { // what is switched off (otel.sdk.disabled) must not cost anything
            listener.recordTo(new Instruments(meter, databases));
        }
    }

    private static Meter meter(BeanManager beans) {
        var telemetry = beans.createInstance().select(OpenTelemetry.class);
        if (telemetry.isResolvable()) {
            return telemetry.get().getMeter(SCOPE);
        }
        var meter = beans.createInstance().select(Meter.class);
        return meter.isResolvable() ? meter.get() : SILENT;
    }

    @Override
    public void stop() {
        listener.stop();
    }
}
