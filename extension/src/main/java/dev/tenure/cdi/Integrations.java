package dev.tenure.cdi;

import dev.tenure.health.HealthIntegration;
import dev.tenure.integration.Integration;
import dev.tenure.jfr.FlightRecorder;
import dev.tenure.jmx.ManagementBeans;
import dev.tenure.lifetime.Databases;
import dev.tenure.lifetime.LifetimeListener;
import dev.tenure.metrics.MetricsIntegration;
import dev.tenure.telemetry.TelemetryIntegration;
import jakarta.enterprise.inject.spi.AfterBeanDiscovery;
import jakarta.enterprise.inject.spi.BeanManager;
import java.lang.System.Logger.Level;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Supplier;

/**
 * The optional integrations that are there, found by class presence. To add one: a package with a class that implements {@link Integration}, and one line in
 * {@link #KNOWN}. A lambda, not a method reference: a lambda's body is linked when it runs, and only then may the API be found missing.
 */
final class Integrations {

    private static final List<Supplier<Integration>> KNOWN = List.of(
            () -> new FlightRecorder(),
            () -> new ManagementBeans(),
            () -> new TelemetryIntegration(),
            () -> new MetricsIntegration(),
            () -> new HealthIntegration());

    private final System.Logger log;
    private final List<Integration> present = new ArrayList<>();

    Integrations(System.Logger log) {
        this(log, KNOWN);
    }

    Integrations(System.Logger log, List<Supplier<Integration>> known) {
        this.log = log;
        for (var integration : known) {
            try {
                present.add(integration.get());
            } catch (LinkageError e) {
                log.log(Level.DEBUG, () -> "TNR-0312: an integration is absent, and so is what it needs: " + e);
            }
        }
    }

    List<LifetimeListener> listeners() {
        var listeners = new ArrayList<LifetimeListener>();
        each(integration -> integration.listener().ifPresent(listeners::add));
        return listeners;
    }

    void addBeans(AfterBeanDiscovery event, Databases databases) {
        each(integration -> integration.addBeans(event, databases));
    }

    void start(Databases databases, BeanManager beans) {
        each(integration -> integration.start(databases, beans));
    }

    void stop() {
        each(Integration::stop);
        present.clear();
    }

    /** One that fails must not break the deployment, and is not asked again. */
    private void each(Consumer<Integration> step) {
        for (var integration : List.copyOf(present)) {
            try {
                step.accept(integration);
            } catch (RuntimeException | LinkageError e) {
                present.remove(integration);
                log.log(
                        Level.WARNING,
                        () ->
                                "TNR-0311: %s failed and shows nothing of Tenure's connections from now on; the application is not affected."
                                        .formatted(integration.getClass().getName()),
                        e);
            }
        }
    }
}
