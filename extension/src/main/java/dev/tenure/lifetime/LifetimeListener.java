package dev.tenure.lifetime;

import dev.tenure.CloseReason;

/** What happens to connections. Logging, CDI events, metrics and the like are listeners; only {@link #opened} may throw, and makes the opening fail (R3). */
public interface LifetimeListener {

    /** A connection is ready for its first use. */
    default void opened(PhysicalConnection connection, long tookNanos) {}

    /** A connection was closed, or abandoned if closing failed. */
    default void closed(PhysicalConnection connection, CloseReason reason) {}

    /** A unit ended with work that nobody committed; it was rolled back. */
    default void workLost(PhysicalConnection connection, String origin) {}

    /** A unit ended with open statements; they were closed. */
    default void statementsLeftOpen(PhysicalConnection connection, String origin, int count) {}

    /** A unit was forgotten: its handle is gone, its connection was not given back. It is now. */
    default void forgotten(PhysicalConnection connection, String origin) {}

    /** A connection is held for longer than {@code long-lease}; said once a lease. */
    default void heldLong(PhysicalConnection connection, String origin, String thread, long heldNanos) {}

    /** Something of ours failed where nothing may be thrown. */
    default void failed(String database, String what, Throwable failure) {}
}
