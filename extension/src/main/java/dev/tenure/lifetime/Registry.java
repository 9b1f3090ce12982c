package dev.tenure.lifetime;

import dev.tenure.CloseReason;
import dev.tenure.DatabaseStatistics;
import dev.tenure.OpenConnection;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;

/** All open connections of one database, whoever holds them (R22), the slots of the cap (R21), and the counts. The idle set is those that are idle. */
final class Registry {

    private static final int HINTS = 64;
    /** In references, so that two threads seldom write to the same cache line. */
    private static final int APART = 16;

    /** Guesses: plain, because {@link PhysicalConnection#tryLease} orders all that matters. */
    private final PhysicalConnection[] hints = new PhysicalConnection[HINTS * APART];

    private final CopyOnWriteArrayList<PhysicalConnection> connections = new CopyOnWriteArrayList<>();
    private final AtomicInteger slotsTaken = new AtomicInteger();
    private final AtomicLong opened = new AtomicLong();
    private final Map<CloseReason, AtomicLong> closed = new EnumMap<>(CloseReason.class);
    private final AtomicLong skipped = new AtomicLong();

    Registry() {
        for (var reason : CloseReason.values()) {
            closed.put(reason, new AtomicLong());
        }
    }

    /** A slot is taken before the connect and freed after the close, so the server never sees more than the cap. */
    boolean tryTakeSlot(int max) {
        int taken = slotsTaken.get();
        while (taken < max) {
            if (slotsTaken.compareAndSet(taken, taken + 1)) {
                return true;
            }
            taken = slotsTaken.get();
        }
        return false;
    }

    void freeSlot() {
        slotsTaken.decrementAndGet();
    }

    int slotsTaken() {
        return slotsTaken.get();
    }

    void add(PhysicalConnection connection) {
        opened.incrementAndGet();
        connections.add(connection);
    }

    /** Counts it as closed, once. */
    boolean remove(PhysicalConnection connection, CloseReason reason) {
        if (!connections.remove(connection)) {
            return false;
        }
        for (int i = 0; i < HINTS * APART; i += APART) {
            if (hints[i] == connection) {
                hints[i] = null; // else a closed one would stay in memory
            }
        }
        closed.get(reason).incrementAndGet();
        return true;
    }

    /** An idle connection, now leased; none that is parked. The one this thread had last, if it is there, else the one that was used last (R11). */
    PhysicalConnection takeIdle() {
        var mine = hints[hint()];
        if (mine != null && mine.parkedBy() == null && mine.tryLease()) {
            return mine;
        }
        while (true) {
            PhysicalConnection latest = null;
            for (var connection : connections) {
                if (connection.state() == PhysicalConnection.State.IDLE
                        && connection.parkedBy() == null
                        && (latest == null || connection.idleSince - latest.idleSince > 0)) {
                    latest = connection;
                }
            }
            if (latest == null || latest.tryLease()) {
                return latest;
            }
        }
    }

    /** Whether a unit that comes now finds one that is idle, besides this one; null for any. */
    boolean hasAnotherIdle(PhysicalConnection one) {
        for (var connection : connections) {
            if (connection != one && connection.state() == PhysicalConnection.State.IDLE) {
                return true;
            }
        }
        return false;
    }

    /** The parked connection that its thread has left alone longest, now leased. */
    PhysicalConnection takeParked() {
        while (true) {
            PhysicalConnection oldest = null;
            for (var connection : connections) {
                if (connection.state() == PhysicalConnection.State.IDLE
                        && (oldest == null || connection.idleSince - oldest.idleSince < 0)) {
                    oldest = connection;
                }
            }
            if (oldest == null || oldest.tryLease()) {
                return oldest;
            }
        }
    }

    Iterable<PhysicalConnection> all() {
        return connections;
    }

    boolean isEmpty() {
        return connections.isEmpty() && slotsTaken.get() == 0;
    }

    /** The thread may well want the same again: the driver's objects are in its processor's cache. A guess, so it needs no order among threads (R22). */
    void hint(PhysicalConnection connection) {
        int mine = hint();
        if (hints[mine] != connection) {
            hints[mine] = connection;
        }
    }

    private static int hint() {
        return ((int) Thread.currentThread().getId() & (HINTS - 1)) * APART;
    }

    void countSkip() {
        skipped.incrementAndGet();
    }

    /** What is open, by id, as any thread sees it. */
    List<OpenConnection> seenAt(long now) {
        return connections.stream()
                .filter(connection -> connection.state() != PhysicalConnection.State.CLOSED)
                .map(connection -> connection.seenAt(now))
                .sorted(Comparator.comparingLong(OpenConnection::connectionId))
                .toList();
    }

    DatabaseStatistics statistics(String database, int waiting) {
        int idle = 0;
        int leased = 0;
        for (var connection : connections) {
            switch (connection.state()) {
                case IDLE -> idle++;
                case LEASED -> leased++;
                case CLOSED -> {
                    // being closed
                }
            }
        }
        var byReason = new EnumMap<CloseReason, Long>(CloseReason.class);
        closed.forEach((reason, count) -> byReason.put(reason, count.get()));
        return new DatabaseStatistics(
                database, slotsTaken.get(), idle, leased, waiting, opened.get(), byReason, skipped.get());
    }
}
