package dev.tenure;

import java.time.Duration;

/**
 * CDI event: a physical connection was closed. Fired once for each, on any thread; an observer that throws is logged and changes nothing. Not fired for
 * those that the end of the application closes ({@link CloseReason#SHUTDOWN}): its beans have gone by then, and some containers would make them anew.
 *
 * @param database the database's name
 * @param connectionId as in {@link ConnectionOpened}
 * @param reason why
 * @param age from before the connect to the close
 * @param uses how many leases it served
 */
public record ConnectionClosed(String database, long connectionId, CloseReason reason, Duration age, long uses) {}
