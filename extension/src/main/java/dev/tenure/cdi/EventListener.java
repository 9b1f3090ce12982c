package dev.tenure.cdi;

import dev.tenure.CloseReason;
import dev.tenure.ConnectionClosed;
import dev.tenure.ConnectionOpened;
import dev.tenure.lifetime.LifetimeListener;
import dev.tenure.lifetime.PhysicalConnection;
import jakarta.enterprise.inject.spi.BeanManager;
import java.time.Duration;

/** Fires the two CDI events. */
final class EventListener implements LifetimeListener {

    private final BeanManager beanManager;
    private volatile boolean silent;

    EventListener(BeanManager beanManager) {
        this.beanManager = beanManager;
    }

    /** The container is going: observers may not be called any more. */
    void silence() {
        silent = true;
    }

    @Override
    public void ready(PhysicalConnection connection, long tookNanos) {
        fire(new ConnectionOpened(
                connection.database(), connection.id(), connection.raw(), Duration.ofNanos(tookNanos)));
    }

    @Override
    public void closed(PhysicalConnection connection, CloseReason reason, long ageNanos) {
        fire(new ConnectionClosed(
                connection.database(), connection.id(), reason, Duration.ofNanos(ageNanos), connection.uses()));
    }

    private void fire(Object event) {
        if (!silent) {
            beanManager.getEvent().fire(event);
        }
    }
}
