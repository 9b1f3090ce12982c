package dev.tenure.lifetime;

import dev.tenure.CloseReason;
import dev.tenure.OpenLease;

/**
 * What happens to connections. Logging, CDI events, JFR, metrics and the like are listeners. Called on the thread on which it happens, which may be a user's,
 * so that a listener must be quick; what it throws is caught, but for {@link #ready}. Leases are for {@link LeaseListener}s only.
 */
public interface LifetimeListener {

    /** A connection is about to be opened on this thread; {@link #opened} or {@link #openFailed} follows on the same. */
    default void opening(String database) {}

    /** A connection was opened. */
    default void opened(PhysicalConnection connection, long tookNanos) {}

    /** After {@link #opened}, the last word before the connection's first use: what is thrown here closes it, and its unit is told (R3). */
    default void ready(PhysicalConnection connection, long tookNanos) {}

    /**
     * A connection could not be opened. Not said while nothing is tried because the last attempt has just failed (R5).
     *
     * @param failure its message may quote the URL, and a password in it: show {@link FailureKind#of} (R28)
     */
    default void openFailed(String database, long tookNanos, Throwable failure) {}

    /** A connection was closed, or abandoned if closing failed. Its age counts from before the connect. */
    default void closed(PhysicalConnection connection, CloseReason reason, long ageNanos) {}

    /** A unit begins to wait on this thread because all of {@code max-connections} are in use; {@link #waited} follows on the same. */
    default void waiting(String database, String origin) {}

    /**
     * It waits no more.
     *
     * @param served false if the time-out ended it, or an interrupt, or the end of the application
     */
    default void waited(String database, String origin, long waitedNanos, boolean served) {}

    /** A unit began or ended with work of ours that needed the server; not said when it needed none. */
    default void boundary(PhysicalConnection connection, String origin, BoundaryWork work) {}

    /** A unit ended with work that nobody committed; it was rolled back. */
    default void workLost(PhysicalConnection connection, String origin) {}

    /** A unit ended with open statements; they were closed. */
    default void statementsLeftOpen(PhysicalConnection connection, String origin, int count) {}

    /** A unit was forgotten: its handle is gone, its connection was not given back. It is now. */
    default void forgotten(PhysicalConnection connection, String origin) {}

    /** A connection is held for longer than {@code long-lease}; said once a lease. */
    default void heldLong(PhysicalConnection connection, OpenLease lease) {}

    /** Something of ours failed where nothing may be thrown. */
    default void failed(String database, String what, Throwable failure) {}
}
