package dev.tenure.metrics;

import dev.tenure.integration.Integration;
import dev.tenure.integration.RecordingListener;
import dev.tenure.lifetime.Databases;
import dev.tenure.lifetime.LifetimeListener;
import jakarta.enterprise.inject.Instance;
import jakarta.enterprise.inject.spi.BeanManager;
import jakarta.enterprise.inject.spi.Unmanaged;
import jakarta.inject.Inject;
import java.util.Optional;
import org.eclipse.microprofile.metrics.MetricRegistry;

/** Shows connections in the application's registry of MicroProfile Metrics, from which the server serves {@code /metrics}. */
public final class MetricsIntegration implements Integration {

    /** What makes this class unusable where the API is absent. */
    private static final Class<MetricRegistry> REGISTRY = MetricRegistry.class;

    private final RecordingListener listener = new RecordingListener();

    /** For {@link dev.tenure.cdi}. */
    public MetricsIntegration() {
        if (!REGISTRY.isInterface()) { // as on TomEE 9
            throw new IncompatibleClassChangeError("MicroProfile Metrics before 5.0, where the registry is a class");
        }
    }

    @Override
    public Optional<LifetimeListener> listener() {
        return Optional.of(listener);
    }

    @Override
    public void start(Databases databases, BeanManager beans) {
        var lookup = new Unmanaged<>(beans, Lookup.class).newInstance();
        var registry = lookup.produce().inject().get().registry;
        if (registry.isResolvable()) {
            listener.recordTo(new RegisteredMetrics(registry.get(), databases));
        }
    }

    /** Payara and Open Liberty look at the injection point to know which registry is meant, so there must be one. */
    static class Lookup {
        @Inject
        Instance<MetricRegistry> registry;
    }

    @Override
    public void stop() {
        listener.stop();
    }
}
