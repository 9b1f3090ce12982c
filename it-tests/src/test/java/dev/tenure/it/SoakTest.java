package dev.tenure.it;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.tenure.samples.database.DatabaseServer;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/**
 * R3, R6, R14, R17 to R21: requests and workers that never stop while their database has one trouble after another and connections live for a second. Each trouble
 * once, in any order; {@code -Dsoak.seconds=300} goes on for so long.
 */
class SoakTest {

    private static final Logger LOG = System.getLogger(SoakTest.class.getName());

    private static final int REQUESTS = 24;
    private static final int WORKERS = 8;
    private static final int CAP = 12;
    private static final long ANY = Long.MAX_VALUE;
    private static final long SECONDS = Long.getLong("soak.seconds", 1);
    private static final int PAUSE_MILLIS = 100;
    private static final long CALM_MILLIS = 1000;
    /** Of what begins so long after a trouble nothing may fail. The longest back-off is 2 s, jittered (R5); the rest is for a busy machine. */
    private static final long AFTERMATH_MILLIS = 3000;

    private static final long NANOS_PER_MILLI = 1_000_000;
    private static final long HEAP_MAY_GROW = 8L << 20;
    /** The JVM's own come and go. */
    private static final int THREADS_MAY_GROW = 2;

    /** A time in which so many units may fail. */
    private record Trouble(String what, long mayFail, long from, long until) {
        boolean touches(SoakFailure unit) {
            return unit.from() - until < 0 && unit.until() - from > 0;
        }
    }

    private DatabaseServer database;
    private SoakSessions sessions;
    private final AtomicLong rows = new AtomicLong();
    private final SoakRows committed = new SoakRows();
    private final SoakRows rolledBack = new SoakRows();
    private final Queue<SoakFailure> failed = new ConcurrentLinkedQueue<>();
    private final List<Trouble> troubles = new ArrayList<>();
    private final AtomicBoolean over = new AtomicBoolean();
    private final Queue<Throwable> broken = new ConcurrentLinkedQueue<>();

    @Test
    @Timeout(value = 2, unit = TimeUnit.HOURS) // the long form takes longer than any other test may
    void onlyWhatIsInFlightAtATroubleNoticesIt() throws Exception {
        assumeTrue(OncePerBuild.isThisRun(), "on one container only");
        database = Servers.MARIADB.another();
        sessions = new SoakSessions(database);
        try (var ended = database;
                var proxy = new FaultProxy(ended.port())) {
            sessions.asRoot("create table soak (id bigint primary key)");
            var url = database.url().replace(":" + database.port() + "/", ":" + proxy.port() + "/");
            try (var application = Application.empty()
                    .set("default.url", url)
                    .set("default.user", database.user())
                    .set("default.password", database.password())
                    .set("default.max-age", "1")
                    .set("default.check-after", "100ms")
                    .set("default.validation-timeout", "1s")
                    .set("default.connect-timeout", "1s")
                    .set("default.max-connections", "" + CAP)
                    .beans(Beans.Orders.class, Beans.Worker.class)
                    .start()) {
                var users = users(application);
                calm();
                long heap = usedHeap();
                long threads = threads();
                long deadline = System.nanoTime() + SECONDS * 1000 * NANOS_PER_MILLI;
                do {
                    var steps = steps(application, proxy);
                    Collections.shuffle(steps);
                    for (var step : steps) {
                        trouble(step);
                    }
                } while (System.nanoTime() - deadline < 0);
                long threadsLater = threads();
                over.set(true);
                for (var user : users) {
                    user.join();
                }
                assertThat(broken).isEmpty();
                long heapLater = usedHeap();
                report(application, heapLater - heap, threadsLater - threads);
                assertThat(heapLater - heap).as("bytes of heap").isLessThan(HEAP_MAY_GROW);
                assertThat(threadsLater - threads).as("threads").isLessThanOrEqualTo(THREADS_MAY_GROW);
                assertNobodyElseNoticed();
                assertNothingIsLeftOver(application);
            }
            assertThat(sessions.count()).isZero();
            assertRows();
        }
    }

    private record Step(String what, long mayFail, Scene.Step doIt) {}

    private List<Step> steps(Application application, FaultProxy proxy) {
        return new ArrayList<>(List.of(
                new Step("kill one session", 1, () -> sessions.kill(1)),
                new Step("kill all sessions", 2 * CAP, () -> sessions.kill(CAP)),
                new Step("reset all connections", 2 * CAP, proxy::reset),
                new Step("retire all", 0, () -> application.tenure().retireAll()),
                new Step("restart", ANY, database::restart),
                new Step("kill -9", ANY, () -> {
                    database.kill();
                    database.restart();
                })));
    }

    private void report(Application application, long heap, long threads) {
        report("units", committed.size() + " committed, " + rolledBack.size() + " rolled back");
        troubles.stream()
                .collect(Collectors.groupingBy(Trouble::what))
                .forEach((what, times) -> report(
                        what,
                        times.size() + " times, "
                                + failed.stream()
                                        .filter(unit -> times.stream().anyMatch(trouble -> trouble.touches(unit)))
                                        .count()
                                + " units failed"));
        report("connections", application.statistics().toString());
        report("grown", heap / 1024 + " KiB of heap, " + threads + " threads");
    }

    private static void report(String what, String how) {
        LOG.log(Level.INFO, what + ": " + how);
    }

    private List<Thread> users(Application application) {
        var orders = application.bean(Beans.Orders.class);
        var worker = application.bean(Beans.Worker.class);
        var tenure = application.tenure();
        var users = new ArrayList<Thread>();
        for (int i = 0; i < REQUESTS; i++) {
            users.add(new Thread(() -> untilOver(row -> tenure.run(() -> use(orders.db(), row)))));
        }
        for (int i = 0; i < WORKERS; i++) {
            users.add(new Thread(() -> untilOver(row -> use(worker.db(), row))));
        }
        users.forEach(Thread::start);
        return users;
    }

    /** True if it got as far as the commit. */
    @FunctionalInterface
    private interface Unit {
        boolean run(long row) throws Exception;
    }

    private void untilOver(Unit unit) {
        try {
            while (!over.get()) {
                long row = rows.incrementAndGet();
                long from = System.nanoTime();
                try {
                    (unit.run(row) ? committed : rolledBack).add(row);
                } catch (SoakFailure.AtCommit | SQLException e) {
                    failed.add(SoakFailure.at(from, row, e));
                }
                Thread.sleep(ThreadLocalRandom.current().nextInt(PAUSE_MILLIS));
            }
        } catch (Throwable t) {
            broken.add(t);
        }
    }

    /** A transaction with one row; every tenth is rolled back. */
    private static boolean use(Connection db, long row) throws Exception {
        db.setAutoCommit(false);
        try {
            Application.update(db, "insert into soak values (" + row + ")");
        } catch (SQLException e) {
            db.rollback(); // a worker has no end of a request to do it
            throw e;
        }
        if (row % 500 == 0) {
            db.close(); // left open, which is rolled back, and warned of (R13)
            return false;
        }
        if (row % 10 == 0) {
            db.rollback();
            return false;
        }
        try {
            db.commit();
            return true;
        } catch (SQLException e) {
            db.rollback();
            throw new SoakFailure.AtCommit(e);
        }
    }

    private void trouble(Step step) throws Exception {
        long from = System.nanoTime();
        step.doIt.run();
        troubles.add(
                new Trouble(step.what, step.mayFail, from, System.nanoTime() + AFTERMATH_MILLIS * NANOS_PER_MILLI));
        Thread.sleep(AFTERMATH_MILLIS);
        calm();
    }

    /** Units begin and end, and none may fail. */
    private void calm() throws InterruptedException {
        int before = committed.size();
        Thread.sleep(CALM_MILLIS);
        assertThat(committed.size() - before).as("units in peace").isPositive();
    }

    /**
     * A connection that dies, in use or as it is opened, takes one unit with it at the most; if it was being opened, those that need a new one are told so at once
     * for a moment (R5). While there is no server, all of these fail.
     */
    private void assertNobodyElseNoticed() {
        assertThat(failed)
                .allSatisfy(unit -> assertThat(troubles).as(unit.why()).anyMatch(trouble -> trouble.touches(unit)));
        for (var trouble : troubles) {
            assertThat(failed.stream()
                            .filter(trouble::touches)
                            .filter(unit -> !unit.refused())
                            .count())
                    .as("units that noticed: " + trouble.what)
                    .isLessThanOrEqualTo(trouble.mayFail);
        }
    }

    /** They still expire meanwhile, and a session ends a little later than its connection. */
    private void assertNothingIsLeftOver(Application application) throws Exception {
        var statistics = application.statistics();
        long open = sessions.count();
        for (int look = 0; look < 100 && open != statistics.idle(); look++) {
            Thread.sleep(50);
            statistics = application.statistics();
            open = sessions.count();
        }
        assertThat(open).isEqualTo(statistics.idle()).isLessThanOrEqualTo(CAP);
        assertThat(statistics.leased()).isZero();
        assertThat(statistics.opened()).isEqualTo(statistics.closedInAll() + statistics.idle());
    }

    private void assertRows() throws SQLException {
        try (var root = sessions.root();
                var statement = root.createStatement();
                var found = statement.executeQuery("select id from soak")) {
            var there = new SoakRows();
            while (found.next()) {
                there.add(found.getLong(1));
            }
            assertThat(committed.without(there)).as("committed and lost").isEmpty();
            assertThat(failed.stream().filter(SoakFailure::committing).map(SoakFailure::row))
                    .as("else nothing is there, but of commits that failed")
                    .containsAll(there.without(committed));
            assertThat(rolledBack.size()).isPositive();
        }
    }

    /** Without the proxy's, which are two for each connection. */
    private static long threads() {
        return Thread.getAllStackTraces().keySet().stream()
                .filter(thread -> !thread.getName().startsWith("fault-proxy"))
                .count();
    }

    private static long usedHeap() {
        System.gc();
        return Runtime.getRuntime().totalMemory() - Runtime.getRuntime().freeMemory();
    }
}
