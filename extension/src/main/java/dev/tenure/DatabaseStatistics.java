package dev.tenure;

import java.util.Map;

/**
 * The figures of one database at one moment. Other threads go on meanwhile, so {@code open} may differ from {@code idle + leased} by what is being opened
 * or closed.
 *
 * @param database the database's name
 * @param open physical connections, including those being opened or closed; never more than {@code max-connections}
 * @param idle open ones that nobody leases
 * @param leased open ones that a unit of work holds
 * @param waiting threads that wait for one
 * @param opened how many were opened since the start
 * @param closed how many were closed since the start, by reason; every reason is present
 * @param boundariesSkipped how often {@link ManagedConnections#closeOld()} left a transaction alone
 */
public record DatabaseStatistics(
        String database,
        int open,
        int idle,
        int leased,
        int waiting,
        long opened,
        Map<CloseReason, Long> closed,
        long boundariesSkipped) {

    /** Copies the map. */
    public DatabaseStatistics {
        closed = Map.copyOf(closed);
    }

    /**
     * How many were closed, for whatever reason.
     *
     * @return the sum of {@link #closed()}
     */
    public long closedInAll() {
        return closed.values().stream().mapToLong(Long::longValue).sum();
    }
}
