package dev.tenure.it;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.tenure.samples.database.DatabaseServer;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestReporter;

/**
 * R3, R6, R14, R17 to R21: requests and workers that never stop while their database has one trouble after another. Each trouble once; {@code -Dsoak.seconds=300} goes
 * on for so long.
 */
class SoakTest {

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
    private static final long HEAP_MAY_GROW = 16L << 20;

    /** A time in which so many units may fail. */
    private record Trouble(String what, long mayFail, long from, long until) {
        boolean touches(Failed unit) {
            return unit.from - until < 0 && unit.until - from > 0;
        }
    }

    private record Failed(long from, long until, boolean committing, long row, Exception why) {
        boolean refused() {
            return String.valueOf(why.getMessage()).startsWith("TNR-0211");
        }
    }

    private DatabaseServer database;
    private final AtomicLong rows = new AtomicLong();
    private final Set<Long> committed = ConcurrentHashMap.newKeySet();
    private final Set<Long> rolledBack = ConcurrentHashMap.newKeySet();
    private final Queue<Failed> failed = new ConcurrentLinkedQueue<>();
    private final List<Trouble> troubles = new ArrayList<>();
    private final AtomicBoolean over = new AtomicBoolean();
    private final Queue<Throwable> broken = new ConcurrentLinkedQueue<>();

    @Test
    void onlyWhatIsInFlightAtATroubleNoticesIt(TestReporter reporter) throws Exception {
        assumeTrue(OncePerBuild.isThisRun(), "on one container only");
        database = Servers.MARIADB.another();
        try (var ended = database;
                var proxy = new FaultProxy(ended.port())) {
            asRoot("create table soak (id bigint primary key)");
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
                long deadline = System.nanoTime() + SECONDS * 1000 * NANOS_PER_MILLI;
                do {
                    trouble("kill one session", 1, () -> kill(1));
                    trouble("kill all sessions", 2 * CAP, () -> kill(CAP));
                    trouble("reset all connections", 2 * CAP, proxy::reset);
                    trouble("retire all", 0, () -> application.tenure().retireAll());
                    trouble("restart", ANY, database::restart);
                    trouble("kill -9", ANY, () -> {
                        database.kill();
                        database.restart();
                    });
                } while (System.nanoTime() - deadline < 0);
                over.set(true);
                for (var user : users) {
                    user.join();
                }
                assertThat(broken).isEmpty();
                reporter.publishEntry("units", committed.size() + " committed, " + rolledBack.size() + " rolled back");
                for (var trouble : troubles) {
                    reporter.publishEntry(
                            trouble.what,
                            failed.stream().filter(trouble::touches).count() + " failed");
                }
                assertThat(usedHeap() - heap).as("bytes of heap").isLessThan(HEAP_MAY_GROW);
                assertNobodyElseNoticed();
                assertNothingIsLeftOver(application);
            }
            assertThat(sessions()).isZero();
            assertRows();
        }
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

    private static final class AtCommit extends Exception {
        private static final long serialVersionUID = 1;

        AtCommit(SQLException cause) {
            super(cause);
        }
    }

    private void untilOver(Unit unit) {
        try {
            while (!over.get()) {
                long row = rows.incrementAndGet();
                long from = System.nanoTime();
                try {
                    (unit.run(row) ? committed : rolledBack).add(row);
                } catch (AtCommit | SQLException e) {
                    failed.add(new Failed(from, System.nanoTime(), e instanceof AtCommit, row, e));
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
            throw new AtCommit(e);
        }
    }

    private void trouble(String what, long mayFail, Scene.Step step) throws Exception {
        long from = System.nanoTime();
        step.run();
        troubles.add(new Trouble(what, mayFail, from, System.nanoTime() + AFTERMATH_MILLIS * NANOS_PER_MILLI));
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
                .allSatisfy(unit ->
                        assertThat(troubles).as(unit.why.toString()).anyMatch(trouble -> trouble.touches(unit)));
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
        long sessions = sessions();
        for (int look = 0; look < 100 && sessions != statistics.idle(); look++) {
            Thread.sleep(50);
            statistics = application.statistics();
            sessions = sessions();
        }
        assertThat(sessions).isEqualTo(statistics.idle()).isLessThanOrEqualTo(CAP);
        assertThat(statistics.leased()).isZero();
        assertThat(statistics.opened()).isEqualTo(statistics.closedInAll() + statistics.idle());
    }

    private void assertRows() throws SQLException {
        var unsure = failed.stream().filter(Failed::committing).map(Failed::row).toList();
        try (var root = root();
                var statement = root.createStatement();
                var found = statement.executeQuery("select id from soak")) {
            var there = ConcurrentHashMap.<Long>newKeySet();
            while (found.next()) {
                there.add(found.getLong(1));
            }
            assertThat(there).as("what was committed").containsAll(committed);
            there.removeAll(committed);
            assertThat(unsure).as("else nothing, but of commits that failed").containsAll(there);
            assertThat(rolledBack).isNotEmpty();
        }
    }

    private void kill(int most) throws SQLException {
        try (var root = root();
                var statement = root.createStatement()) {
            var ids = new ArrayList<Long>();
            try (var found = statement.executeQuery("select id from information_schema.processlist where user = '"
                    + database.user() + "' order by rand() limit " + most)) {
                while (found.next()) {
                    ids.add(found.getLong(1));
                }
            }
            for (var id : ids) {
                try {
                    statement.execute("kill " + id);
                } catch (SQLException e) {
                    // it has ended meanwhile
                }
            }
        }
    }

    private long sessions() throws SQLException {
        try (var root = root()) {
            return Application.number(
                    root, "select count(*) from information_schema.processlist where user = '" + database.user() + "'");
        }
    }

    private void asRoot(String sql) throws SQLException {
        try (var root = root()) {
            Application.update(root, sql);
        }
    }

    private Connection root() throws SQLException {
        return DriverManager.getConnection(database.url(), database.rootUser(), database.rootPassword());
    }

    private static long usedHeap() {
        System.gc();
        return Runtime.getRuntime().totalMemory() - Runtime.getRuntime().freeMemory();
    }
}
