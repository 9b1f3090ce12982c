package dev.tenure.lifetime;

import dev.tenure.OpenLease;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.function.LongFunction;

/** What is told of one database's leases: each to listeners while they want to hear, and those of this moment to whoever asks. */
final class Leases {

    /** Nobody wants to hear. */
    private static final long UNHEARD = Long.MIN_VALUE;

    private static final LeaseListener NOBODY = new LeaseListener() {
        @Override
        public boolean hearsLeases() {
            return false;
        }
    };

    private final Database database;
    private final Registry registry;
    private final LeaseListener listener;

    Leases(Database database, Registry registry, LifetimeListener listener) {
        this.database = database;
        this.registry = registry;
        this.listener = listener instanceof LeaseListener hearing ? hearing : NOBODY;
    }

    /** A unit asks for a connection: the time, if it matters to anybody. */
    long asked() {
        return listener.hearsLeases() ? database.exactNow() : UNHEARD;
    }

    /** It has one. */
    void began(PhysicalConnection connection, Origin origin, long asked) {
        connection.leasedBy = Thread.currentThread().getId();
        if (database.settings().trace()) {
            connection.firstUse = new Throwable();
        }
        if (asked != UNHEARD) {
            connection.heard = true;
            connection.heardAt = database.exactNow();
            listener.leased(connection, origin, connection.heardAt - asked);
        }
    }

    /** A thread's unit uses again what it had parked. */
    void resumed(PhysicalConnection connection, Origin origin) {
        began(connection, origin, asked());
    }

    /** It is about to become free for others, or to be closed. */
    void ended(PhysicalConnection connection, Origin origin) {
        if (connection.firstUse != null) {
            connection.firstUse = null;
        }
        if (connection.heard) {
            connection.heard = false;
            listener.released(connection, origin, database.exactNow() - connection.heardAt);
        }
    }

    /** Who holds what now, by connection. */
    List<OpenLease> now() {
        var names = new ThreadNames();
        long now = database.exactNow();
        var leases = new ArrayList<OpenLease>();
        for (var connection : registry.all()) {
            var holder = connection.heldBy();
            if (holder != null) {
                leases.add(seen(connection, holder, now, names));
            }
        }
        leases.sort(Comparator.comparingLong(OpenLease::connectionId));
        return leases;
    }

    /** One of them. */
    OpenLease of(PhysicalConnection connection, Holder holder, long now) {
        return seen(connection, holder, now, new ThreadNames());
    }

    private static OpenLease seen(
            PhysicalConnection connection, Holder holder, long now, LongFunction<String> threadNames) {
        var inside = holder.inside();
        var firstUse = connection.firstUse;
        return new OpenLease(
                connection.database(),
                connection.id(),
                holder.origin() + holder.circumstances(),
                holder.origin().injectionPoints(),
                inside == null ? threadNames.apply(connection.leasedBy) : inside.getName(),
                inside != null,
                Duration.ofNanos(Math.max(0, now - connection.leasedAt)), // the coarse clock may be ahead
                connection.statements.size(),
                connection.mayBeInTransaction() && !connection.jdbc.autocommit(),
                firstUse == null ? List.of() : ofTheUser(firstUse.getStackTrace()));
    }

    /** Without our own calls on top, down to what called the injected connection. */
    private static List<StackTraceElement> ofTheUser(StackTraceElement[] stack) {
        return Arrays.stream(stack).dropWhile(Leases::isOurs).toList();
    }

    private static boolean isOurs(StackTraceElement frame) {
        var type = frame.getClassName();
        return type.startsWith("dev.tenure.lifetime.")
                || type.startsWith("dev.tenure.jdbc.")
                || type.startsWith("dev.tenure.cdi.");
    }
}
