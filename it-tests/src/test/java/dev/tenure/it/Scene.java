package dev.tenure.it;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;

/** An application, its database and the network between them, for one failure. Writes down what its units of work see, and how long they wait. */
final class Scene implements AutoCloseable {

    /** A little more than {@code check-after}: idle connections are pinged from here on. */
    static final long A_GAP = 700;

    static final Step NOTHING = () -> {};

    final Target target;
    /** Null where it is shared with other tests. */
    final ServerControl server;

    final FaultProxy proxy;
    private final Application application;
    private final Beans.Orders orders;
    private final StringBuilder inFlight = new StringBuilder();
    private final StringBuilder next = new StringBuilder();
    private long longestNanos;
    private long lastId;

    /** On MariaDB or MySQL. */
    static Scene on(Servers kind, Failure failure) throws Exception {
        var server = failure.ownServer() ? kind.another() : kind.started();
        return new Scene(failure, Target.of(server), failure.ownServer() ? ServerControl.of(server) : null);
    }

    static Scene onPostgreSql(Failure failure) throws Exception {
        if (!failure.ownServer()) {
            return new Scene(failure, PostgreSqlServer.shared(), null);
        }
        var server = PostgreSqlServer.another();
        return new Scene(failure, server.target(), server);
    }

    private Scene(Failure failure, Target target, ServerControl server) throws Exception {
        this.target = target;
        this.server = server;
        this.proxy = new FaultProxy(target.port());
        try (var plain = plain()) {
            Application.update(plain, "drop table if exists faults");
            Application.update(plain, "create table faults (id int primary key, v int)");
            Application.update(plain, "insert into faults values (1, 0), (2, 0)");
        }
        var builder = Application.empty()
                .set("default.url", target.urlThrough(proxy) + failure.urlParameters())
                .set("default.user", target.user())
                .set("default.password", target.password())
                .set("default.max-age", "60")
                .set("default.validation-timeout", "500ms")
                .set("default.connect-timeout", "1s")
                .set("default.acquire-timeout", "3s")
                .beans(Beans.Orders.class);
        this.application = builder.start();
        this.orders = application.bean(Beans.Orders.class);
    }

    /** The connection of the unit of work that this thread is in. */
    Connection db() {
        return orders.db();
    }

    Application application() {
        return application;
    }

    /** A unit of work of its own. */
    void unit(Step work) throws Exception {
        application.request(() -> {
            work.run();
            return null;
        });
    }

    /** So many units at the same time, each with a connection of its own; how many failed. */
    int atOnce(int units) throws Exception {
        var together = new CountDownLatch(units);
        var threads = new ArrayList<Thread>();
        var failures = new AtomicInteger();
        for (int i = 0; i < units; i++) {
            threads.add(new Thread(() -> {
                try {
                    unit(() -> {
                        try {
                            served();
                        } finally {
                            together.countDown();
                        }
                        together.await(10, TimeUnit.SECONDS);
                    });
                } catch (Exception e) {
                    failures.incrementAndGet();
                }
            }));
        }
        threads.forEach(Thread::start);
        for (var thread : threads) {
            thread.join();
        }
        return failures.get();
    }

    /** A unit that has been served when it happens, what it sees then, and the one after it. */
    void whileInUse(Step happens, Work... calls) throws Exception {
        unit(() -> {
            served();
            happens.run();
            for (var call : calls) {
                inFlight(call);
            }
        });
        nextUnit();
    }

    /** Something that happens while the unit is in a call. */
    static void later(long millis, Step step) {
        new Thread(() -> {
                    try {
                        Thread.sleep(millis);
                        step.run();
                    } catch (Exception e) {
                        throw new AssertionError(e);
                    }
                })
                .start();
    }

    /** The unit that is there when it happens. */
    void inFlight(Work call) {
        record(inFlight, call);
    }

    /** The unit after it. */
    void nextUnit(Work call) throws Exception {
        application.request(() -> {
            record(next, call);
            return null;
        });
    }

    void nextUnit() throws Exception {
        nextUnit(this::served);
    }

    /** What is done, or happens. */
    @FunctionalInterface
    interface Step {
        void run() throws Exception;
    }

    /** What a unit of work does, and tells what it saw. */
    @FunctionalInterface
    interface Work {
        String run() throws Exception;
    }

    /** An ordinary query; tells whether the connection is the one that served before. */
    String served() throws SQLException {
        long id = Application.number(db(), target.dialect().idQuery);
        var by = lastId == 0 ? "served" : id == lastId ? "served by the same" : "served by another";
        lastId = id;
        return by;
    }

    /** A query that takes 20 s. */
    String slept() throws SQLException {
        return "slept " + Application.number(db(), target.dialect().sleep);
    }

    String commit() throws SQLException {
        db().commit();
        return "committed";
    }

    String update(String sql) throws SQLException {
        Application.update(db(), sql);
        return "done";
    }

    private void record(StringBuilder seen, Work call) {
        long start = System.nanoTime();
        String outcome;
        try {
            outcome = call.run();
        } catch (SQLException e) {
            outcome = rendered(e);
        } catch (Exception e) {
            outcome = e.toString();
        }
        longestNanos = Math.max(longestNanos, System.nanoTime() - start);
        seen.append(seen.isEmpty() ? "" : ", then ").append(outcome);
    }

    private static String rendered(SQLException e) {
        var message = String.valueOf(e.getMessage());
        var what = message.startsWith("TNR-")
                ? message.substring(0, 8)
                : e.getClass().getSimpleName();
        return what + " " + e.getSQLState() + (e.getErrorCode() == 0 ? "" : "/" + e.getErrorCode());
    }

    void asRoot(String... statements) throws SQLException {
        target.asRoot(statements);
    }

    /** A connection of the same user without Tenure. */
    Connection plain() throws SQLException {
        return target.plain();
    }

    /** Ends the session that served last. */
    void killSession() throws SQLException {
        target.kill(lastId);
    }

    String seenInFlight() {
        return inFlight.toString();
    }

    String seenNext() {
        return next.toString();
    }

    long longestMillis() {
        return longestNanos / 1_000_000;
    }

    /** Opened and closed since the start, by reason; what is being closed is waited for. */
    String connections() throws InterruptedException {
        for (int i = 0; i < 100; i++) {
            var now = application.statistics();
            if (now.open() == now.idle() + now.leased()) {
                break;
            }
            Thread.sleep(20);
        }
        var statistics = application.statistics();
        var closed = statistics.closed().entrySet().stream()
                .filter(entry -> entry.getValue() > 0)
                .map(entry -> entry.getKey() + " " + entry.getValue())
                .sorted()
                .collect(Collectors.joining(", "));
        return statistics.opened() + " opened" + (closed.isEmpty() ? "" : ", closed: " + closed);
    }

    @Override
    public void close() throws Exception {
        application.close();
        proxy.close();
        if (server != null) {
            server.close();
        }
    }
}
