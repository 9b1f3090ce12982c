package dev.tenure.jfr;

import dev.tenure.CloseReason;
import dev.tenure.OpenLease;
import dev.tenure.integration.Integration;
import dev.tenure.lifetime.BoundaryWork;
import dev.tenure.lifetime.FailureKind;
import dev.tenure.lifetime.LeaseListener;
import dev.tenure.lifetime.LifetimeListener;
import dev.tenure.lifetime.Origin;
import dev.tenure.lifetime.PhysicalConnection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import jdk.jfr.Event;

/**
 * Emits the events of {@code dev.tenure.*}. A recording may begin and end at any time; what has a duration is in it if it began in it. Such an event must exist from
 * its beginning, because the recorder lets nobody set the time: so it waits here, by thread or by connection, until it has ended.
 */
public final class FlightRecorder implements Integration, LeaseListener {

    private static final List<Class<? extends Event>> EVENTS = List.of(
            ConnectionOpenEvent.class,
            ConnectionCloseEvent.class,
            LeaseEvent.class,
            WaitEvent.class,
            BoundaryEvent.class,
            LongLeaseEvent.class);

    // All at once, before the first is written: where the recorder meets a new class of events within a chunk,
    // who reads along (RecordingStream) loses the texts of the chunk so far, and events that name one of them by
    // number have null instead (JDK-8382242, seen on 17.0.15 and 25.0.3).
    static {
        EVENTS.forEach(jdk.jfr.FlightRecorder::register);
    }

    /** Asked whether leases are recorded: the recorder answers with a constant while they are not. */
    private static final LeaseEvent LEASE = new LeaseEvent();

    private final Map<Thread, ConnectionOpenEvent> opening = new ConcurrentHashMap<>();
    private final Map<Thread, WaitEvent> waiting = new ConcurrentHashMap<>();
    private final Map<PhysicalConnection, LeaseEvent> leases = new ConcurrentHashMap<>();

    @Override
    public Optional<LifetimeListener> listener() {
        return Optional.of(this);
    }

    @Override
    public void opening(String database) {
        var event = new ConnectionOpenEvent();
        if (event.isEnabled()) {
            event.begin();
            opening.put(Thread.currentThread(), event);
        }
    }

    @Override
    public void opened(PhysicalConnection connection, long tookNanos) {
        var event = opening.remove(Thread.currentThread());
        if (event != null) {
            event.database = connection.database();
            event.connectionId = connection.id();
            event.commit();
        }
    }

    @Override
    public void openFailed(String database, long tookNanos, Throwable failure) {
        var event = opening.remove(Thread.currentThread());
        if (event != null) {
            event.database = database;
            event.failure = FailureKind.of(failure);
            event.commit();
        }
    }

    @Override
    public void closed(PhysicalConnection connection, CloseReason reason, long ageNanos) {
        var event = new ConnectionCloseEvent();
        if (event.isEnabled()) {
            event.database = connection.database();
            event.connectionId = connection.id();
            event.reason = reason.name();
            event.age = ageNanos;
            event.uses = connection.uses();
            event.commit();
        }
    }

    @Override
    public void waiting(String database, String origin) {
        var event = new WaitEvent();
        if (event.isEnabled()) {
            event.begin();
            waiting.put(Thread.currentThread(), event);
        }
    }

    @Override
    public void waited(String database, String origin, long waitedNanos, boolean served) {
        var event = waiting.remove(Thread.currentThread());
        if (event != null) {
            event.database = database;
            event.unit = origin;
            event.served = served;
            event.commit();
        }
    }

    @Override
    public boolean hearsLeases() {
        return LEASE.isEnabled();
    }

    @Override
    public void leased(PhysicalConnection connection, Origin origin, long waitedNanos) {
        var event = new LeaseEvent();
        event.database = connection.database();
        event.connectionId = connection.id();
        event.unit = origin.toString();
        event.injectionPoints = origin.places();
        event.waitTime = waitedNanos;
        event.begin();
        leases.put(connection, event);
    }

    @Override
    public void released(PhysicalConnection connection, Origin origin, long heldNanos) {
        var event = leases.remove(connection);
        if (event != null) {
            event.holdTime = heldNanos;
            event.commit();
        }
    }

    @Override
    public void boundary(PhysicalConnection connection, String origin, BoundaryWork work) {
        var event = new BoundaryEvent();
        if (event.isEnabled()) {
            event.database = connection.database();
            event.connectionId = connection.id();
            event.unit = origin;
            event.rolledBack = work.rolledBack();
            event.reset = work.reset();
            event.pinged = work.pinged();
            event.time = work.tookNanos();
            event.commit();
        }
    }

    @Override
    public void heldLong(PhysicalConnection connection, OpenLease lease) {
        var event = new LongLeaseEvent();
        if (event.isEnabled()) {
            event.database = lease.database();
            event.connectionId = lease.connectionId();
            event.unit = lease.holder();
            event.injectionPoints = String.join(", ", lease.injectionPoints());
            event.holdTime = lease.held().toNanos();
            event.holder = lease.thread();
            event.inCall = lease.inCall();
            event.statements = lease.statements();
            event.transaction = lease.transaction();
            event.firstUse = lines(lease);
            event.commit();
        }
    }

    private static String lines(OpenLease lease) {
        return lease.firstUse().isEmpty()
                ? null
                : lease.firstUse().stream().map(StackTraceElement::toString).collect(Collectors.joining("\n"));
    }

    @Override
    public void stop() {
        opening.clear();
        waiting.clear();
        leases.clear();
    }
}
