package dev.tenure;

import java.time.Duration;
import java.util.List;

/**
 * Who holds a connection at one moment, as another thread sees it: while it is looked at, it may change hands. The message of an acquire time-out (TNR-0205) and
 * the report of a long lease (TNR-0235) say the same.
 *
 * @param database the database's name
 * @param connectionId as in {@link OpenConnection}
 * @param holder the unit of work: its kind and the first of its injection points
 * @param injectionPoints all of them, as {@code Class.field} or {@code Class.method(...)}; a unit's injection points share one connection, so it may be any of
 *     these. Empty if nothing is injected with this database and scope
 * @param thread the name of the thread that is in a call on it, else of the one that leased it; its number if it has ended or is a virtual one
 * @param inCall whether a call on it is in progress
 * @param held for how long
 * @param statements how many statements are open
 * @param transaction whether there may be uncommitted work: something was sent in a transaction that JDBC began
 * @param firstUse where it was leased, outermost call last; empty without {@code tenure.<database>.trace}
 */
public record OpenLease(
        String database,
        long connectionId,
        String holder,
        List<String> injectionPoints,
        String thread,
        boolean inCall,
        Duration held,
        int statements,
        boolean transaction,
        List<StackTraceElement> firstUse) {

    /** Copies the lists. */
    public OpenLease {
        injectionPoints = List.copyOf(injectionPoints);
        firstUse = List.copyOf(firstUse);
    }
}
