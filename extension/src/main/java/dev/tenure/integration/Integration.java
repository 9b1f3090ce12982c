package dev.tenure.integration;

import dev.tenure.lifetime.Databases;
import dev.tenure.lifetime.LifetimeListener;
import jakarta.enterprise.inject.spi.AfterBeanDiscovery;
import jakarta.enterprise.inject.spi.BeanManager;
import java.util.Optional;

/**
 * Something that shows what Tenure does by an API which may not be there. Made once an application, in the order of these methods; each is called once. What one
 * of them throws is logged (TNR-0311) and ends the integration, never the application.
 *
 * <p>The class that implements it is the entrance to its package: making it must fail with a {@link LinkageError} when the API is absent. A static field of
 * one of the API's types does that.
 */
public interface Integration {

    /**
     * What hears of connections, and of leases if it is a {@link dev.tenure.lifetime.LeaseListener}. Heard from then on, before {@link #start} and after
     * {@link #stop}, too: connections may be opened while the container starts and are closed while it stops.
     *
     * @return empty if nothing does
     */
    default Optional<LifetimeListener> listener() {
        return Optional.empty();
    }

    /**
     * Adds beans, where the integration needs some.
     *
     * @param event of the container
     * @param databases configured, none of them opened
     */
    default void addBeans(AfterBeanDiscovery event, Databases databases) {}

    /**
     * The application is deployed: beans can be looked up.
     *
     * @param databases for statistics and connections
     * @param beans of the application
     */
    default void start(Databases databases, BeanManager beans) {}

    /** The application ends: its connections have been closed, its beans are about to go. */
    default void stop() {}
}
