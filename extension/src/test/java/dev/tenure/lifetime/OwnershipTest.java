package dev.tenure.lifetime;

import static java.util.concurrent.TimeUnit.NANOSECONDS;
import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tenure.CloseReason;
import dev.tenure.OpenConnection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@DisplayName("R10, R21-R25: ownership, cap, sweep, shutdown")
@Timeout(60)
class OwnershipTest {

    @Test
    @DisplayName("R21 D56: the cap is hard, the wait bounded, the message names the holders")
    void capAndTimeout() throws Exception {
        var fixture = new Fixture("max-age", "60", "max-connections", "1");
        var holder = fixture.request();
        fixture.execute(holder);
        assertThatThrownBy(() -> fixture.execute(fixture.request()))
                .isInstanceOf(SQLException.class)
                .hasMessageContainingAll("TNR-0205", "acquire-timeout=50ms", "all 1", "request (#1");
        assertThat(fixture.database.statistics().waiting()).isZero();
        holder.end();
        assertThat(fixture.request1()).isZero();
    }

    @Test
    @SuppressWarnings("ThreadPriorityCheck") // to mix the threads
    @DisplayName("R20, R21: under a race the cap holds, nobody shares, everybody is served")
    void race() throws Exception {
        var fixture = new Fixture("max-age", "60", "max-connections", "3", "acquire-timeout", "30s");
        var most = new AtomicInteger();
        var holding = new AtomicInteger();
        var pool = Executors.newFixedThreadPool(16);
        try {
            var done = new ArrayList<Future<?>>();
            for (int i = 0; i < 16; i++) {
                done.add(pool.submit(() -> {
                    for (int n = 0; n < 500; n++) {
                        var unit = fixture.request();
                        unit.enter();
                        most.accumulateAndGet(holding.incrementAndGet(), Math::max);
                        Thread.yield();
                        holding.decrementAndGet();
                        unit.exit();
                        unit.end();
                    }
                    return null;
                }));
            }
            for (var future : done) {
                future.get();
            }
        } finally {
            pool.shutdownNow();
        }
        assertThat(most.get()).isLessThanOrEqualTo(3);
        assertThat(fixture.server.opened.size()).isLessThanOrEqualTo(3);
        assertThat(fixture.database.statistics().idle()).isEqualTo(fixture.server.opened.size());
    }

    @Test
    @DisplayName("R21: with max-age 0 waiters get the slots of closed ones")
    void ageZeroHonoursTheCap() throws Exception {
        var fixture = new Fixture("max-connections", "1", "acquire-timeout", "30s");
        var first = fixture.request();
        fixture.execute(first);
        var waiting = CompletableFuture.supplyAsync(() -> {
            try {
                return fixture.execute(fixture.request());
            } catch (SQLException e) {
                throw new AssertionError(e);
            }
        });
        while (fixture.database.statistics().waiting() == 0) {
            Thread.onSpinWait();
        }
        first.end();
        fixture.database.sweep();
        assertThat(waiting.get()).isEqualTo(1);
        assertThat(fixture.server.openNow()).isEqualTo(1);
    }

    @Test
    @DisplayName("R22: what another thread opened can be closed by any")
    void anyThreadCanClose() throws Exception {
        var fixture = new Fixture("max-age", "60");
        CompletableFuture.runAsync(() -> {
                    try {
                        fixture.request1();
                    } catch (SQLException e) {
                        throw new AssertionError(e);
                    }
                })
                .get();
        fixture.database.closeIdle();
        assertThat(fixture.server.openNow()).isZero();
        assertThat(fixture.closed(CloseReason.IDLE)).isEqualTo(1);
    }

    @Test
    @DisplayName("R24: a worker's connection is replaced past its age on next use, without the worker noticing")
    void workerIsRenewed() throws Exception {
        var fixture = new Fixture("max-age", "60");
        var unit = fixture.thread();
        fixture.execute(unit);
        fixture.pass(61, SECONDS);
        assertThat(fixture.execute(unit)).isEqualTo(1);
        fixture.database.sweep();
        assertThat(fixture.closed(CloseReason.MAX_AGE)).isEqualTo(1);
    }

    @Test
    @DisplayName("R24: max-age 0 keeps a worker's connection until closeOld")
    void workerWithAgeZero() throws Exception {
        var fixture = new Fixture();
        var unit = fixture.thread();
        fixture.execute(unit);
        fixture.pass(1, SECONDS);
        fixture.database.sweep();
        assertThat(fixture.execute(unit)).isZero();
        unit.closeOld();
        fixture.database.sweep();
        assertThat(fixture.closed(CloseReason.END_OF_UNIT)).isEqualTo(1);
    }

    @Test
    @DisplayName("R24, R21: what a worker has parked is lent at the cap; the worker gets another one later")
    void parkedIsLent() throws Exception {
        var fixture = new Fixture("max-age", "60", "max-connections", "1");
        var worker = fixture.thread();
        worker.set(JdbcAttribute.AUTOCOMMIT, false);
        fixture.execute(worker);
        worker.commit();
        var request = fixture.request();
        assertThat(fixture.execute(request)).isZero();
        assertThat(fixture.server.last().autoCommit).isTrue();
        request.end();
        assertThat(fixture.execute(worker)).isZero();
        assertThat(fixture.server.last().autoCommit).isFalse();
    }

    @Test
    @DisplayName(
            "R20, R24: what a worker made under its lease takes the parked connection again, or finds the lease ended")
    void parkedLeaseIsUsed() throws Exception {
        var fixture = new Fixture("max-age", "60", "max-connections", "1");
        var worker = fixture.thread();
        var lease = worker.enter();
        worker.exit();
        assertThat(fixture.database.statistics().leased()).isZero();
        lease.enter(); // metadata, say
        assertThat(fixture.database.statistics().leased()).isEqualTo(1);
        lease.exit();
        var request = fixture.request();
        fixture.execute(request);
        assertThatThrownBy(lease::enter).hasMessageContaining("TNR-0202");
        assertThat(lease.ended()).isTrue();
    }

    @Test
    @DisplayName("R20, R24: a worker's boundary and end leave alone what it has parked and another unit has")
    void parkedIsAnothers() throws Exception {
        for (var boundary : List.<Consumer<UnitOfWork>>of(UnitOfWork::closeOld, UnitOfWork::end)) {
            var fixture = new Fixture("max-age", "60", "max-connections", "1");
            var worker = fixture.thread();
            fixture.execute(worker);
            var request = fixture.request();
            request.set(JdbcAttribute.AUTOCOMMIT, false);
            fixture.execute(request);
            boundary.accept(worker);
            assertThat(fixture.server.last().inTransaction).isTrue();
            assertThat(fixture.database.statistics().leased()).isEqualTo(1);
            request.commit();
            assertThat(fixture.server.last().commits).isEqualTo(1);
        }
    }

    @Test
    @DisplayName(
            "R10: the sweep closes idle ones past their limits, says when it must run again, and touches nothing in use")
    void sweep() throws Exception {
        var fixture = new Fixture("max-age", "60", "max-idle", "10");
        assertThat(fixture.database.sweep()).isEqualTo(Long.MAX_VALUE);
        fixture.request1();
        assertThat(fixture.database.sweep()).isEqualTo(SECONDS.toNanos(10));
        var busy = fixture.request();
        busy.set(JdbcAttribute.AUTOCOMMIT, false);
        fixture.execute(busy);
        fixture.pass(100, SECONDS);
        fixture.database.sweep();
        assertThat(fixture.server.openNow()).isEqualTo(1);
        busy.end();
        fixture.database.sweep();
        assertThat(fixture.server.openNow()).isZero();
    }

    @Test
    @DisplayName("R10: what is held longer than long-lease is reported once")
    void longLease() throws Exception {
        var fixture = new Fixture("max-age", "60", "long-lease", "1m");
        var unit = fixture.request();
        fixture.execute(unit);
        fixture.pass(61, SECONDS);
        fixture.database.sweep();
        fixture.database.sweep();
        assertThat(fixture.said).filteredOn("held long by request"::equals).hasSize(1);
    }

    @Test
    @DisplayName("R10: the time between two uses, and that of a ping, is no lease, and its last user holds nothing")
    void noLongLease() throws Exception {
        var fixture = new Fixture("max-age", "3600", "long-lease", "1m", "max-connections", "1");
        fixture.request1();
        fixture.server.last().whilePinged = () -> {
            fixture.database.sweep();
            assertThat(fixture.database.leases().now()).isEmpty();
            assertThat(fixture.database.connections()).singleElement().satisfies(connection -> {
                assertThat(connection.leased()).isTrue();
                assertThat(connection.since()).isZero();
                assertThat(connection.holder()).isEmpty();
            });
        };
        fixture.pass(61, SECONDS);
        fixture.execute(fixture.thread());
        fixture.pass(61, SECONDS);
        var worker = fixture.thread();
        fixture.execute(worker);
        assertThat(fixture.server.last().pings)
                .as("for another one, after a request and after a worker")
                .isEqualTo(2);
        fixture.server.last().whilePinged = () -> {};
        fixture.pass(61, SECONDS);
        worker.enter();
        try {
            fixture.database.sweep();
            assertThat(fixture.said).noneMatch(line -> line.startsWith("held long"));
            fixture.pass(61, SECONDS);
            fixture.database.sweep();
            assertThat(fixture.said).contains("held long by worker");
        } finally {
            worker.exit();
        }
    }

    @Test
    @DisplayName("R10 G22: what a dead thread held in a transaction is taken back")
    void deadThread() throws Exception {
        var fixture = new Fixture("max-age", "60");
        var thread = new Thread(() -> {
            try {
                var unit = fixture.thread();
                unit.set(JdbcAttribute.AUTOCOMMIT, false);
                fixture.execute(unit);
            } catch (SQLException e) {
                throw new AssertionError(e);
            }
        });
        thread.start();
        thread.join();
        fixture.database.sweep();
        fixture.database.sweep();
        assertThat(fixture.closed(CloseReason.THREAD_ENDED)).isEqualTo(1);
        assertThat(fixture.server.last().rollbacks).isEqualTo(1);
        assertThat(fixture.server.openNow()).isZero();
    }

    @Test
    @DisplayName("Trap 17: a handle that nobody destroys gives its connection back when it is collected")
    void forgottenHandle() throws Exception {
        var fixture = new Fixture("max-age", "60");
        forget(fixture);
        for (int i = 0; i < 100 && fixture.database.statistics().leased() > 0; i++) {
            System.gc();
            Thread.onSpinWait();
            fixture.database.sweep();
        }
        assertThat(fixture.database.statistics().idle()).isEqualTo(1);
    }

    private static void forget(Fixture fixture) throws SQLException {
        fixture.execute(UnitOfWork.ofRequest(fixture.database, new Object(), new Origin("forgotten", List.of())));
    }

    @Test
    @DisplayName("retireAll: nothing opened before is leased again")
    void retireAll() throws Exception {
        var fixture = new Fixture("max-age", "60");
        fixture.request1();
        fixture.database.retireAll();
        assertThat(fixture.request1()).isEqualTo(1);
        assertThat(fixture.request1()).isEqualTo(1);
        assertThat(fixture.closed(CloseReason.RETIRED)).isEqualTo(1);
    }

    @Test
    @DisplayName("R25 D29 G31: shutdown closes idle, parked and held ones, and opens no more")
    void shutDown() throws Exception {
        var fixture = new Fixture("max-age", "60");
        var held = fixture.request();
        held.set(JdbcAttribute.AUTOCOMMIT, false);
        fixture.execute(held);
        fixture.execute(fixture.thread());
        fixture.request1();
        fixture.database.shutDown();
        assertThat(fixture.server.openNow()).isZero();
        assertThat(fixture.server.opened).allMatch(connection -> connection.closed);
        assertThatThrownBy(() -> fixture.execute(fixture.request())).hasMessageContaining("TNR-0207");
        assertThatThrownBy(() -> fixture.execute(held)).hasMessageContaining("TNR-0201");
        var statistics = fixture.database.statistics();
        assertThat(statistics.closedInAll()).isEqualTo(statistics.opened());
    }

    @Test
    @DisplayName("R10: the sweep closes an idle one at its age and at its idle limit, with nobody using anything")
    void sweepAlone() throws Exception {
        for (var limits : new String[][] {{"10", "60", "MAX_AGE"}, {"60", "10", "IDLE"}}) {
            var fixture = new Fixture("max-age", limits[0], "max-idle", limits[1]);
            fixture.request1();
            fixture.pass(10_000_000_000L - 1, NANOSECONDS);
            fixture.database.sweep();
            assertThat(fixture.server.openNow()).isEqualTo(1);
            fixture.pass(1, NANOSECONDS);
            fixture.database.sweep();
            assertThat(fixture.said).endsWith("closed 1 " + limits[2]);
        }
    }

    @Test
    @DisplayName("R10, R24: with max-age 0 what a dead worker has parked is closed, else it is everybody's")
    void deadWorkersParkedOne() throws Exception {
        for (var age : new String[] {"0", "60"}) {
            var fixture = new Fixture("max-age", age);
            var thread = new Thread(() -> {
                try {
                    fixture.execute(fixture.thread());
                } catch (SQLException e) {
                    throw new AssertionError(e);
                }
            });
            thread.start();
            thread.join();
            fixture.database.sweep();
            assertThat(fixture.closed(CloseReason.THREAD_ENDED)).isEqualTo(age.equals("0") ? 1 : 0);
            assertThat(fixture.request1()).isEqualTo(age.equals("0") ? 1 : 0);
        }
    }

    @Test
    @DisplayName("R25: who waits at shutdown is told at once")
    void waiterAtShutdown() throws Exception {
        var fixture = new Fixture("max-age", "60", "max-connections", "1", "acquire-timeout", "1h");
        var holder = fixture.request();
        fixture.execute(holder);
        var told = new CompletableFuture<Throwable>();
        var waiter = new Thread(() -> {
            try {
                fixture.execute(fixture.request());
                told.complete(null);
            } catch (SQLException e) {
                told.complete(e);
            }
        });
        waiter.start();
        while (fixture.database.statistics().waiting() == 0) {
            Thread.onSpinWait();
        }
        fixture.database.shutDown();
        assertThat(told.get()).hasMessageContaining("TNR-0207");
    }

    @Test
    @DisplayName("R25: what is in a call at shutdown is aborted after validation-timeout, and counted once")
    void inACallAtShutdown() throws Exception {
        var fixture = new Fixture("max-age", "60", "validation-timeout", "20ms");
        var unit = fixture.request();
        var call = new CallInProgress(unit);
        fixture.database.shutDown();
        assertThat(fixture.server.last().calls).contains("abort");
        call.end();
        assertThat(fixture.closed(CloseReason.SHUTDOWN)).isEqualTo(1);
        assertThat(fixture.database.statistics().open()).isZero();
    }

    @Test
    @DisplayName(
            "closeAll: what is held but not in a call is rolled back and closed; the unit goes on with another one")
    void closeAll() throws Exception {
        var fixture = new Fixture("max-age", "60");
        var unit = fixture.request();
        unit.set(JdbcAttribute.AUTOCOMMIT, false);
        fixture.execute(unit);
        fixture.request1();
        fixture.database.closeAll();
        assertThat(fixture.server.openNow()).isZero();
        assertThat(fixture.server.opened.get(0).rollbacks).isEqualTo(1);
        assertThat(fixture.closed(CloseReason.CLOSED_BY_APPLICATION)).isEqualTo(2);
        assertThat(fixture.execute(unit)).isEqualTo(2);
    }

    @Test
    @DisplayName("R19: abort reaches the driver under a call in progress; the unit's next call has another one")
    void abort() throws Exception {
        var fixture = new Fixture("max-age", "60");
        var unit = fixture.request();
        unit.enter();
        CompletableFuture.runAsync(() -> {
                    try {
                        unit.abort(Runnable::run);
                    } catch (SQLException e) {
                        throw new AssertionError(e);
                    }
                })
                .get();
        assertThat(fixture.server.last().calls).contains("abort");
        unit.exit();
        assertThat(fixture.execute(unit)).isEqualTo(1);
        fixture.database.sweep();
        assertThat(fixture.closed(CloseReason.BROKEN)).isEqualTo(1);
    }

    @Test
    @DisplayName("R22: every open connection can be seen by any thread: age, use and holder")
    void openConnections() throws Exception {
        var fixture = new Fixture("max-age", "60");
        var first = fixture.request();
        fixture.execute(first);
        fixture.pass(2, SECONDS);
        first.end();
        var second = fixture.thread();
        fixture.execute(second);
        fixture.execute(fixture.request());
        fixture.pass(3, SECONDS);

        var seen = fixture.database.connections();
        assertThat(seen).extracting(OpenConnection::connectionId).containsExactly(1L, 2L);
        var parked = seen.get(0);
        assertThat(parked.age()).isEqualTo(Duration.ofSeconds(5));
        assertThat(parked.maxAge()).contains(Duration.ofSeconds(60));
        assertThat(parked.leased()).isFalse();
        assertThat(parked.uses()).isEqualTo(2);
        assertThat(parked.holder()).contains("worker");
        var held = seen.get(1);
        assertThat(held.leased()).isTrue();
        assertThat(held.since()).isEqualTo(Duration.ofSeconds(3));
        assertThat(held.holder()).contains("request");
        assertThat(held.database()).isEqualTo("default");

        fixture.database.shutDown();
        assertThat(fixture.database.connections()).isEmpty();
    }
}
