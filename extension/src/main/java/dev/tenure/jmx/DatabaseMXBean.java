package dev.tenure.jmx;

import java.util.List;
import java.util.Map;

/**
 * One database of one application, registered as {@code dev.tenure:type=Database,application="...",name="..."} while the application is deployed. The figures are
 * those of {@link dev.tenure.DatabaseStatistics}, read when they are asked for.
 */
public interface DatabaseMXBean {

    /** As configured. */
    String getName();

    /** Open connections, including those being opened or closed. */
    int getOpen();

    /** Open ones that nobody leases. */
    int getIdle();

    /** Open ones that a unit of work holds. */
    int getLeased();

    /** Threads that wait for one. */
    int getWaiting();

    /** The cap, {@code max-connections}. */
    int getMaxConnections();

    /** How many were opened since the application started. */
    long getOpened();

    /** How many were closed since, for whatever reason. */
    long getClosed();

    /** The same, by constant of {@link dev.tenure.CloseReason}. */
    Map<String, Long> getClosedByReason();

    /** How often {@code closeOld()} left a transaction alone. */
    long getBoundariesSkipped();

    /** Who holds a connection now. */
    List<HeldConnection> getLeases();

    /** Closes every idle connection, whatever its age. */
    void closeIdle();

    /** Soft eviction: nothing opened before now is used by another unit of work again. */
    void retireAll();
}
