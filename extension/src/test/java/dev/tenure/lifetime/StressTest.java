package dev.tenure.lifetime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import java.sql.SQLException;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@DisplayName("R20-R25, R30: many threads at once")
class StressTest {

    private static final int THREADS = 8;
    private static final int UNITS = 2_000;
    private static final int CAP = 3;
    private static final long MEETING_NANOS = 3_000_000_000L;

    private final Fixture fixture = new Fixture(
            "max-age",
            "1",
            "max-age-jitter",
            "50%",
            "check-after",
            "100ms",
            "max-connections",
            "" + CAP,
            "acquire-timeout",
            "30s");
    private final Map<PhysicalConnection, Thread> owners = new ConcurrentHashMap<>();
    private final Queue<Throwable> failures = new ConcurrentLinkedQueue<>();
    private final AtomicInteger most = new AtomicInteger();

    @RepeatedTest(5)
    @Timeout(120)
    @DisplayName("no connection has two owners, the cap holds, each is closed once, nobody waits for ever")
    void holds() throws Exception {
        var done = new CountDownLatch(THREADS);
        for (int i = 0; i < THREADS; i++) {
            start(() -> {
                try {
                    boolean worker = ThreadLocalRandom.current().nextInt(4) == 0;
                    units(worker);
                } finally {
                    done.countDown();
                }
            });
        }
        var over = new AtomicBoolean();
        var background = new CountDownLatch(2);
        start(() -> background(over, background, () -> {
            fixture.pass(ThreadLocalRandom.current().nextInt(50), TimeUnit.MILLISECONDS);
            fixture.database.sweep();
        }));
        start(() -> background(over, background, () -> {
            switch (ThreadLocalRandom.current().nextInt(20)) {
                case 0 -> fixture.database.retireAll();
                case 1 -> fixture.database.closeIdle();
                default -> fixture.database.renew();
            }
        }));
        done.await();
        over.set(true);
        background.await();
        fixture.database.shutDown();
        assertThat(failures).isEmpty();
        assertThat(most.get()).as("open at once").isLessThanOrEqualTo(CAP);
        assertThat(fixture.server.openNow()).isZero();
        var statistics = fixture.database.statistics();
        assertThat(statistics.closedInAll()).isEqualTo(statistics.opened()).isEqualTo(fixture.server.opened.size());
        assertThat(statistics.open()).isZero();
        assertThat(fixture.server.opened.stream().mapToInt(connection -> connection.closes))
                .as("closings")
                .allMatch(closes -> closes == 1);
    }

    private void start(Runnable task) {
        new Thread(() -> {
                    try {
                        task.run();
                    } catch (Throwable t) {
                        failures.add(t);
                    }
                })
                .start();
    }

    private static void background(AtomicBoolean over, CountDownLatch ended, Runnable task) {
        try {
            while (!over.get()) {
                task.run();
            }
        } finally {
            ended.countDown();
        }
    }

    private void units(boolean worker) {
        try {
            var own = worker ? fixture.thread() : null;
            for (int i = 0; i < UNITS && failures.isEmpty(); i++) {
                var unit = worker ? own : fixture.request();
                use(unit);
                use(unit);
                if (!worker) {
                    unit.end();
                } else if (i % 100 == 0) {
                    unit.closeOld();
                }
            }
            if (worker) {
                own.end();
            }
        } catch (SQLException e) {
            throw new AssertionError(e);
        }
    }

    private void use(UnitOfWork unit) throws SQLException {
        var lease = unit.enter();
        try {
            var connection = lease.connection();
            var other = owners.putIfAbsent(connection, Thread.currentThread());
            if (other != null) {
                throw new AssertionError(connection + " is used by " + other);
            }
            most.accumulateAndGet((int) fixture.server.openNow(), Math::max);
            lease.executed();
            if (connection.state() != PhysicalConnection.State.LEASED) {
                throw new AssertionError(connection + " is in use, but not leased");
            }
            owners.remove(connection);
        } finally {
            unit.exit();
        }
    }

    @Test
    @Timeout(120)
    @DisplayName(
            "R14, traps 1 and 2: one thread says that the request is over, another that its bean is destroyed: the second is not lost")
    void twoEnds() throws Exception {
        int rounds = 20_000;
        var turn = new AtomicInteger();
        var unit = new AtomicReference<UnitOfWork>();
        var other = new Thread(() -> {
            for (int round = 1; round <= rounds; round++) {
                awaitTurn(turn, 2 * round - 1);
                unit.get().end();
                turn.incrementAndGet();
            }
        });
        other.start();
        for (int round = 1; round <= rounds; round++) {
            unit.set(fixture.request());
            unit.get().set(JdbcAttribute.AUTOCOMMIT, false);
            fixture.execute(unit.get());
            turn.incrementAndGet();
            unit.get().endWhenQuiescent();
            awaitTurn(turn, 2 * round);
            assertThat(fixture.database.statistics().leased())
                    .as("in round " + round)
                    .isZero();
        }
        other.join();
    }

    @Test
    @Timeout(120)
    @DisplayName(
            "R13, R23: the unit ends at the very moment at which another thread leaves a call: the connection is given back by one of them, or by the sweep")
    void endWhileAnotherLeaves() throws Exception {
        var turn = new AtomicInteger();
        var unit = new AtomicReference<UnitOfWork>();
        var ended = new AtomicBoolean();
        int forTheSweep = 0;
        var other = new Thread(() -> {
            for (int round = 1; awaitTurn(turn, 2 * round - 1, ended); round++) {
                unit.get().end();
                turn.incrementAndGet();
            }
        });
        other.start();
        long end = System.nanoTime() + MEETING_NANOS;
        for (int round = 1; System.nanoTime() < end; round++) {
            var mine = fixture.request();
            unit.set(mine);
            mine.enter();
            turn.incrementAndGet();
            for (int i = round % 64; i > 0; i--) {
                Thread.onSpinWait(); // so that they meet
            }
            mine.exit();
            awaitTurn(turn, 2 * round, ended);
            if (fixture.database.statistics().leased() > 0) {
                forTheSweep++;
                fixture.database.sweep();
            }
            assertThat(fixture.database.statistics().leased())
                    .as("in round %s, %s of them for the sweep", round, forTheSweep)
                    .isZero();
        }
        ended.set(true);
        other.join();
    }

    @Test
    @Timeout(120)
    @DisplayName(
            "R23: one thread at a time is inside; each other one is refused, and told the name of one that was inside")
    void oneInside() throws Exception {
        var unit = fixture.request();
        fixture.use(unit);
        var inside = new AtomicInteger();
        var entries = new AtomicInteger();
        var refusals = new AtomicInteger();
        var ended = new CountDownLatch(4);
        for (int i = 0; i < 4; i++) {
            start(() -> {
                try {
                    for (int k = 0; k < 50_000 && failures.isEmpty(); k++) {
                        enterAndLeave(unit, inside, entries, refusals);
                    }
                } finally {
                    ended.countDown();
                }
            });
        }
        ended.await();
        assertThat(failures).isEmpty();
        assertThat(entries.get()).isPositive();
        assertThat(entries.get() + refusals.get()).isEqualTo(4 * 50_000);
        unit.end();
        assertThat(fixture.database.statistics().leased()).isZero();
    }

    private static void enterAndLeave(
            UnitOfWork unit, AtomicInteger inside, AtomicInteger entries, AtomicInteger refusals) {
        try {
            unit.enter();
        } catch (SQLException refused) {
            assertThat(refused.getMessage())
                    .contains("TNR-0203")
                    .doesNotContain(
                            "is in use by thread \"" + Thread.currentThread().getName());
            refusals.incrementAndGet();
            return;
        }
        if (inside.incrementAndGet() != 1) {
            throw new AssertionError("two threads are inside");
        }
        entries.incrementAndGet();
        if (entries.get() % 3 == 0) { // a call within a call
            assertThatCode(unit::enter).doesNotThrowAnyException();
            unit.exit();
        }
        inside.decrementAndGet();
        unit.exit();
    }

    private static void awaitTurn(AtomicInteger turn, int wanted) {
        awaitTurn(turn, wanted, new AtomicBoolean());
    }

    @SuppressWarnings("ThreadPriorityCheck") // the other one may need the processor
    private static boolean awaitTurn(AtomicInteger turn, int wanted, AtomicBoolean ended) {
        for (int looks = 0; turn.get() != wanted; looks++) {
            if (ended.get()) {
                return false;
            }
            if (looks < 1_000) {
                Thread.onSpinWait();
            } else {
                Thread.yield();
            }
        }
        return true;
    }
}
