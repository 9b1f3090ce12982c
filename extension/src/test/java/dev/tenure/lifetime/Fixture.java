package dev.tenure.lifetime;

import dev.tenure.CloseReason;
import dev.tenure.OpenLease;
import dev.tenure.config.DatabaseSettings;
import dev.tenure.config.TestSettings;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;

/** A database on a fake server with a clock that moves when told to. Nothing sleeps, no sweep runs unless called. */
final class Fixture implements LeaseListener {

    final FakeServer server = new FakeServer();
    final AtomicLong clock = new AtomicLong(Long.MAX_VALUE - TimeUnit.SECONDS.toNanos(2)); // overflows on the way
    final List<String> said = Collections.synchronizedList(new ArrayList<>());
    /** What only those who measure want to know. */
    final List<String> events = Collections.synchronizedList(new ArrayList<>());

    final List<OpenLease> longLeases = Collections.synchronizedList(new ArrayList<>());
    volatile boolean hearsLeases;
    final Map<String, String> values = new HashMap<>();
    final Database database;
    volatile RuntimeException observerThrows;
    volatile boolean renewalWoken;
    /** The one that is active on each thread. */
    final Map<Thread, FakeTransaction> transactions = new ConcurrentHashMap<>();

    Fixture(String... keysAndValues) {
        this(null, keysAndValues);
    }

    /** With a listener of the test's own. */
    Fixture(LifetimeListener listener, String... keysAndValues) {
        values.put("max-age-jitter", "0%");
        values.put("acquire-timeout", "50ms");
        for (int i = 0; i < keysAndValues.length; i += 2) {
            values.put(keysAndValues[i], keysAndValues[i + 1]);
        }
        database = new Database(
                "default",
                settings(),
                this::settings,
                server,
                clock::get,
                listener == null ? this : listener,
                (level, text) -> said.add(text),
                new Background() {
                    @Override
                    public void wakeSweep() {}

                    @Override
                    public void wakeRenewal() {
                        renewalWoken = true;
                    }
                },
                () -> transactions.get(Thread.currentThread()));
    }

    DatabaseSettings settings() {
        return TestSettings.of("default", values);
    }

    UnitOfWork request() {
        return UnitOfWork.ofRequest(database, this, new Origin("request", List.of()));
    }

    UnitOfWork thread() {
        return UnitOfWork.ofThread(database, this, new Origin("worker", List.of()));
    }

    /** From here on this thread works in it; null for none. */
    FakeTransaction activate(FakeTransaction transaction) {
        if (transaction == null) {
            transactions.remove(Thread.currentThread());
        } else {
            transactions.put(Thread.currentThread(), transaction);
        }
        return transaction;
    }

    FakeTransaction begin() {
        return activate(new FakeTransaction());
    }

    void pass(long amount, TimeUnit unit) {
        clock.addAndGet(unit.toNanos(amount));
    }

    /** A use that needs the server; tells which connection served it, as its position among those opened. */
    int use(UnitOfWork own) throws SQLException {
        var unit = own.current();
        var lease = unit.enter();
        try {
            return indexOf(lease);
        } finally {
            unit.exit();
        }
    }

    /** Sends a statement, and closes it. */
    int execute(UnitOfWork own) throws SQLException {
        return execute(own, "insert");
    }

    int execute(UnitOfWork own, String sql) throws SQLException {
        var unit = own.current();
        var lease = unit.enter();
        try {
            lease.executed();
            try (var statement = lease.physical().createStatement()) {
                statement.execute(sql);
            }
            return indexOf(lease);
        } catch (Throwable t) {
            lease.saw(t);
            throw t;
        } finally {
            unit.exit();
        }
    }

    /** Which of the opened ones; they are numbered from 1. */
    private static int indexOf(Lease lease) {
        return (int) lease.connection().id() - 1;
    }

    /** A whole request: one statement, then the end. */
    int request1() throws SQLException {
        var unit = request();
        try {
            return execute(unit);
        } finally {
            unit.end();
            database.sweep();
        }
    }

    long closed(CloseReason reason) {
        return database.statistics().closed().get(reason);
    }

    @Override
    public void opened(PhysicalConnection connection, long tookNanos) {
        said.add("opened " + connection.id());
    }

    @Override
    public void ready(PhysicalConnection connection, long tookNanos) {
        if (observerThrows != null) {
            throw observerThrows;
        }
    }

    @Override
    public void closed(PhysicalConnection connection, CloseReason reason, long ageNanos) {
        said.add("closed " + connection.id() + " " + reason);
    }

    @Override
    public void opening(String name) {
        events.add("opening " + name);
    }

    @Override
    public void openFailed(String name, long tookNanos, Throwable failure) {
        events.add("open failed after " + tookNanos + " ns: " + FailureKind.of(failure));
    }

    @Override
    public void waiting(String name, String origin) {
        events.add("waiting: " + origin);
    }

    @Override
    public void waited(String name, String origin, long waitedNanos, boolean served) {
        events.add("waited " + waitedNanos + " ns: " + origin + (served ? "" : ", in vain"));
    }

    @Override
    public boolean hearsLeases() {
        return hearsLeases;
    }

    @Override
    public void leased(PhysicalConnection connection, Origin origin, long waitedNanos) {
        events.add("leased #" + connection.id() + " to " + origin + " after " + waitedNanos + " ns");
    }

    @Override
    public void released(PhysicalConnection connection, Origin origin, long heldNanos) {
        events.add("released #" + connection.id() + " by " + origin + " after " + heldNanos + " ns");
    }

    @Override
    public void boundary(PhysicalConnection connection, String origin, BoundaryWork work) {
        events.add("boundary of #" + connection.id() + ", " + origin + (work.pinged() ? ", pinged" : "")
                + (work.rolledBack() ? ", rolled back" : "") + (work.reset() ? ", reset" : "") + ", "
                + work.tookNanos() + " ns");
    }

    @Override
    public void workLost(PhysicalConnection connection, String origin) {
        said.add("work lost of " + origin);
    }

    @Override
    public void statementsLeftOpen(PhysicalConnection connection, String origin, int count) {
        said.add(count + " statements left open by " + origin);
    }

    @Override
    public void heldLong(PhysicalConnection connection, OpenLease lease) {
        longLeases.add(lease);
        said.add("held long by " + lease.holder());
    }

    @Override
    public void failed(String name, String what, Throwable failure) {
        said.add("failed " + what);
    }
}
