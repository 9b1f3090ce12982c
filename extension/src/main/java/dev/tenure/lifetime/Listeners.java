package dev.tenure.lifetime;

import dev.tenure.CloseReason;
import java.util.List;
import java.util.function.Consumer;

/** Many listeners as one. One that throws does not keep the others from hearing, but for {@link #opened}, which must fail as a whole. */
public final class Listeners implements LifetimeListener {

    private final List<LifetimeListener> listeners;

    /**
     * Several as one.
     *
     * @param listeners in the order in which they hear
     */
    public Listeners(List<LifetimeListener> listeners) {
        this.listeners = List.copyOf(listeners);
    }

    @Override
    public void opened(PhysicalConnection connection, long tookNanos) {
        listeners.forEach(listener -> listener.opened(connection, tookNanos));
    }

    @Override
    public void closed(PhysicalConnection connection, CloseReason reason) {
        tell(listener -> listener.closed(connection, reason));
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
    public void heldLong(PhysicalConnection connection, String origin, String thread, long heldNanos) {
        tell(listener -> listener.heldLong(connection, origin, thread, heldNanos));
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
