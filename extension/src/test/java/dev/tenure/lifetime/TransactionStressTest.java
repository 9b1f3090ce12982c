package dev.tenure.lifetime;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.ReentrantLock;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Timeout;

/**
 * Threads that do plain units, their own local transactions and a manager's, nested ones too, at a small cap, while they kill each other's sessions and let
 * each other's transactions run out of time. Each row has a number of its own, so that what is committed can be compared with what was promised.
 */
@DisplayName("R19-R21: many threads with transactions at once")
class TransactionStressTest {

    private static final int THREADS = 6;
    private static final int CAP = 4;
    private static final long NANOS = TimeUnit.MILLISECONDS.toNanos(1_500);

    private final Fixture fixture = new Fixture(
            "max-age",
            "60",
            "check-after",
            "100ms",
            "max-connections",
            "" + CAP,
            "validation-timeout",
            "20ms",
            "acquire-timeout",
            "2ms");
    private final Queue<Throwable> failures = new ConcurrentLinkedQueue<>();
    private final AtomicInteger lastRow = new AtomicInteger();
    private final Queue<String> promised = new ConcurrentLinkedQueue<>();
    private final Set<FakeTransaction> active = ConcurrentHashMap.newKeySet();
    private final ReentrantLock sweeping = new ReentrantLock();
    private final AtomicInteger commits = new AtomicInteger();
    private final AtomicInteger commitsThatFailed = new AtomicInteger();
    private final AtomicInteger timeOuts = new AtomicInteger();
    private final AtomicInteger nested = new AtomicInteger();

    @RepeatedTest(2)
    @Timeout(60)
    @DisplayName(
            "what was committed is there and nothing else, no connection is used by two threads, none is lost, the cap holds")
    void holds() throws Exception {
        fixture.server.whileInACall = TransactionStressTest::takeAWhile;
        var done = new CountDownLatch(THREADS);
        for (int i = 0; i < THREADS; i++) {
            new Thread(
                            () -> {
                                try {
                                    work();
                                } catch (Throwable t) {
                                    failures.add(t);
                                } finally {
                                    done.countDown();
                                }
                            },
                            "worker-" + i)
                    .start();
        }
        done.await();
        fixture.database.sweep();
        assertThat(fixture.server.mixedUp).as("two threads in one connection").isEmpty();
        assertThat(failures).isEmpty();
        assertThat(fixture.server.committed).as("rows").containsExactlyInAnyOrderElementsOf(promised);
        assertThat(fixture.server.most).as("open at once").hasValueLessThanOrEqualTo(CAP);
        var statistics = fixture.database.statistics();
        assertThat(statistics.leased()).as("leased").isZero();
        assertThat(statistics.opened()).isEqualTo(statistics.closedInAll() + statistics.idle());
        assertThat(fixture.server.openNow()).isEqualTo(statistics.idle());
        assertThat(List.of(commits.get(), commitsThatFailed.get(), timeOuts.get(), nested.get()))
                .as("commits, failed commits, time-outs, nested transactions")
                .allMatch(number -> number > 0);
        fixture.database.shutDown();
        assertThat(fixture.server.openNow()).isZero();
    }

    private static void takeAWhile() {
        for (int i = ThreadLocalRandom.current().nextInt(200); i > 0; i--) {
            Thread.onSpinWait(); // so that they meet
        }
    }

    private static boolean onceIn(int times) {
        return ThreadLocalRandom.current().nextInt(times) == 0;
    }

    private void work() {
        var own = onceIn(3) ? fixture.thread() : null;
        long end = System.nanoTime() + NANOS;
        while (System.nanoTime() - end < 0 && failures.isEmpty()) {
            var unit = own == null ? fixture.request() : own;
            switch (ThreadLocalRandom.current().nextInt(8)) {
                case 0 -> alone(unit);
                case 1 -> local(unit);
                case 2 -> hostility();
                default -> managed(unit, 0);
            }
            if (own == null) {
                unit.end();
            }
        }
        if (own != null) {
            own.end();
        }
    }

    /** The row, or null if it was refused, so that it must not be there. */
    private String insert(UnitOfWork unit) {
        var row = "row " + lastRow.incrementAndGet();
        try {
            fixture.execute(unit, row);
            return row;
        } catch (SQLException e) {
            return null;
        }
    }

    private void alone(UnitOfWork unit) {
        var row = insert(unit);
        if (row != null) {
            promised.add(row);
        }
    }

    private void local(UnitOfWork unit) {
        try {
            unit.set(JdbcAttribute.AUTOCOMMIT, false);
            var rows = insertSome(unit, 0);
            if (onceIn(4)) {
                unit.rollback();
            } else {
                unit.commit();
                promised.addAll(rows);
            }
        } catch (SQLException e) {
            // not committed
        }
        try {
            unit.rollback();
            unit.set(JdbcAttribute.AUTOCOMMIT, true);
        } catch (SQLException e) {
            // the session was killed: there is nothing to roll back
        }
    }

    private void managed(UnitOfWork unit, int depth) {
        var suspended = fixture.transactions.get(Thread.currentThread());
        var transaction = fixture.begin();
        active.add(transaction);
        var rows = insertSome(unit, depth + 1);
        if (onceIn(5)) {
            transaction.rollback();
        } else {
            try {
                transaction.commit();
                promised.addAll(rows);
                commits.incrementAndGet();
            } catch (SQLException e) {
                commitsThatFailed.incrementAndGet();
            }
        }
        active.remove(transaction);
        fixture.activate(suspended);
    }

    /** The rows of one transaction; what is done in between in others, or in none, is not among them. */
    private List<String> insertSome(UnitOfWork unit, int depth) {
        var rows = new ArrayList<String>();
        for (int i = ThreadLocalRandom.current().nextInt(4); i >= 0; i--) {
            if (depth == 1 && onceIn(5)) { // REQUIRES_NEW
                nested.incrementAndGet();
                managed(unit, depth);
            } else if (depth == 1 && onceIn(8)) { // NOT_SUPPORTED
                var suspended = fixture.transactions.get(Thread.currentThread());
                fixture.activate(null);
                alone(unit);
                fixture.activate(suspended);
            } else {
                var row = insert(unit);
                if (row != null) {
                    rows.add(row);
                }
            }
        }
        return rows;
    }

    private void hostility() {
        switch (ThreadLocalRandom.current().nextInt(6)) {
            case 0 -> {
                var opened = fixture.server.opened;
                if (!opened.isEmpty()) {
                    opened.get(opened.size() - 1 - ThreadLocalRandom.current().nextInt(Math.min(CAP, opened.size())))
                            .kill();
                }
            }
            case 1, 2, 3 ->
                active.stream()
                        .skip(ThreadLocalRandom.current().nextInt(THREADS))
                        .findFirst()
                        .ifPresent(other -> {
                            timeOuts.incrementAndGet();
                            other.rollback();
                        });
            case 4 -> fixture.database.retireAll();
            default -> sweep();
        }
    }

    private void sweep() {
        if (sweeping.tryLock()) {
            try {
                fixture.pass(ThreadLocalRandom.current().nextInt(200), TimeUnit.MILLISECONDS);
                fixture.database.sweep();
            } finally {
                sweeping.unlock();
            }
        }
    }
}
