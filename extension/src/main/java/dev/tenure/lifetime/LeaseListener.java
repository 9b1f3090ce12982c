package dev.tenure.lifetime;

/**
 * Hears of each lease, too. Apart from {@link LifetimeListener} because leases are the hot path: without one of these they cost nothing, and while all of
 * these say no to {@link #hearsLeases()} a call for each of them.
 *
 * <p>A lease, here as in {@link dev.tenure.DatabaseStatistics}, is the time in which nobody else may have the connection. A worker's (R24) ends whenever it is
 * quiescent, so one unit may have many leases. Times are exact, not those of the coarse clock by which ages are told: it costs two looks at the system's clock,
 * some 40 ns each, and only while somebody hears.
 */
public interface LeaseListener extends LifetimeListener {

    /** Asked when a lease begins; if nobody wants to hear then, nobody hears of its end either. */
    default boolean hearsLeases() {
        return true;
    }

    /**
     * A unit has a connection, on its own thread.
     *
     * @param waitedNanos since it asked for one: waiting, opening and pinging, whatever it was
     */
    default void leased(PhysicalConnection connection, Origin origin, long waitedNanos) {}

    /**
     * It has it no more. Also told to a listener that did not hear of the beginning, because it did not want to then.
     *
     * @param heldNanos since it had it, with what was done at the boundary
     */
    default void released(PhysicalConnection connection, Origin origin, long heldNanos) {}
}
