package dev.tenure.lifetime;

import static org.assertj.core.api.Assertions.assertThat;

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

    private static void awaitTurn(AtomicInteger turn, int wanted) {
        while (turn.get() != wanted) {
            Thread.onSpinWait();
        }
    }
}
