package dev.tenure.lifetime;

import dev.tenure.CloseReason;
import dev.tenure.OpenLease;
import java.util.List;
import java.util.function.Consumer;

/** Many listeners as one. One that throws does not keep the others from hearing, but for {@link #ready}, which must fail as a whole. */
public final class Listeners implements LeaseListener {

    private final List<LifetimeListener> listeners;
    /** An array, because it is looked at for each lease. */
    private final LeaseListener[] ofLeases;

    /**
     * Several as one.
     *
     * @param listeners in the order in which they hear
     */
    public Listeners(List<LifetimeListener> listeners) {
        this.listeners = List.copyOf(listeners);
        this.ofLeases =
                listeners.stream().filter(LeaseListener.class::isInstance).toArray(LeaseListener[]::new);
    }

    @Override
    public void opening(String database) {
        tell(listener -> listener.opening(database));
    }

    @Override
    public void opened(PhysicalConnection connection, long tookNanos) {
        tell(listener -> listener.opened(connection, tookNanos));
    }

    @Override
    public void ready(PhysicalConnection connection, long tookNanos) {
        listeners.forEach(listener -> listener.ready(connection, tookNanos));
    }

    @Override
    public void openFailed(String database, long tookNanos, Throwable failure) {
        tell(listener -> listener.openFailed(database, tookNanos, failure));
    }

    @Override
    public void closed(PhysicalConnection connection, CloseReason reason, long ageNanos) {
        tell(listener -> listener.closed(connection, reason, ageNanos));
    }

    @Override
    public void waiting(String database, String origin) {
        tell(listener -> listener.waiting(database, origin));
    }

    @Override
    public void waited(String database, String origin, long waitedNanos, boolean served) {
        tell(listener -> listener.waited(database, origin, waitedNanos, served));
    }

    @Override
    public boolean hearsLeases() {
        for (var listener : ofLeases) {
            if (listener.hearsLeases()) {
                return true;
            }
        }
        return false;
    }

    @Override
    public void leased(PhysicalConnection connection, Origin origin, long waitedNanos) {
        for (var listener : ofLeases) {
            try {
                if (listener.hearsLeases()) {
                    listener.leased(connection, origin, waitedNanos);
                }
            } catch (RuntimeException | Error e) {
                failed("?", "a listener", e);
            }
        }
    }

    @Override
    public void released(PhysicalConnection connection, Origin origin, long heldNanos) {
        for (var listener : ofLeases) {
            try {
                listener.released(connection, origin, heldNanos);
            } catch (RuntimeException | Error e) {
                failed("?", "a listener", e);
            }
        }
    }

    @Override
    public void boundary(PhysicalConnection connection, String origin, BoundaryWork work) {
        tell(listener -> listener.boundary(connection, origin, work));
    }

    @Override
    public void workLost(PhysicalConnection connection, String origin) {
        tell(listener -> listener.workLost(connection, origin));
    }

    @Override
    public void statementsLeftOpen(PhysicalConnection connection, String origin, int count) {
        tell(listener -> listener.statementsLeftOpen(connection, origin, count));
    }

    @Override
    public void forgotten(PhysicalConnection connection, String origin) {
        tell(listener -> listener.forgotten(connection, origin));
    }

    @Override
    public void heldLong(PhysicalConnection connection, OpenLease lease) {
        tell(listener -> listener.heldLong(connection, lease));
    }

    @Override
    public void failed(String database, String what, Throwable failure) {
        for (var listener : listeners) {
            try {
                listener.failed(database, what, failure);
            } catch (RuntimeException | Error e) {
                failure.addSuppressed(e);
            }
        }
    }

    private void tell(Consumer<LifetimeListener> event) {
        for (var listener : listeners) {
            try {
                event.accept(listener);
            } catch (RuntimeException | Error e) {
                failed("?", "a listener", e);
            }
        }
    }
}
