package dev.tenure.lifetime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tenure.CloseReason;
import java.sql.SQLException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.FutureTask;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@DisplayName("R13, R23: one thread at a time, and what others want meanwhile")
@Timeout(60)
class OneThreadAtATimeTest {

    @Test
    @DisplayName("R23 D23: a second thread within a call is refused with both names")
    void secondThread() throws Exception {
        var fixture = new Fixture("max-age", "60");
        var unit = fixture.request();
        unit.enter();
        var refused = CompletableFuture.supplyAsync(() -> {
                    try {
                        unit.enter();
                        return "entered";
                    } catch (SQLException e) {
                        return e.getMessage() + " / " + Thread.currentThread().getName();
                    }
                })
                .get();
        assertThat(refused).contains("TNR-0203", Thread.currentThread().getName());
        unit.exit();
        assertThat(fixture.use(unit)).isZero();
    }

    @Test
    @DisplayName("R23: who has looked at the door before another thread was in and out does not come in under its name")
    void anotherOwnerMeanwhile() throws Exception {
        var unit = new Fixture().request();
        unit.enterOrRefuse();
        unit.leave();
        long seen = unit.look(); // with this thread's name, as in enterOrRefuse just before it comes in
        CompletableFuture.runAsync(() -> {
                    try {
                        unit.enterOrRefuse();
                        unit.leave();
                    } catch (SQLException e) {
                        throw new AssertionError(e);
                    }
                })
                .get();
        assertThat(unit.comeIn(seen, OneThreadAtATime.OWNER)).isFalse();
        assertThat(unit.comeIn(unit.look(), OneThreadAtATime.OWNER))
                .as("nobody is inside")
                .isTrue();
    }

    @Test
    @DisplayName("R23, trap 1: a second thread waits while the first gives the connection back at the request's end")
    void secondThreadDuringTheBoundary() throws Exception {
        var fixture = new Fixture("max-age", "60");
        var unit = fixture.request();
        fixture.execute(unit);
        fixture.server.last().failsNext = new SQLException("odd", "HY000");
        assertThatThrownBy(() -> fixture.execute(unit)).hasMessage("odd"); // so there is a ping at the boundary
        var pinged = new CountDownLatch(1);
        var answer = new CountDownLatch(1);
        fixture.server.last().whilePinged = () -> {
            pinged.countDown();
            try {
                answer.await();
            } catch (InterruptedException e) {
                throw new AssertionError(e);
            }
        };
        var first = new FutureTask<Void>(unit::endWhenQuiescent, null);
        new Thread(first, "first").start();
        pinged.await();
        var second = new FutureTask<>(() -> fixture.execute(unit));
        var thread = new Thread(second, "second");
        thread.start();
        while (thread.getState() != Thread.State.TIMED_WAITING && !second.isDone()) {
            Thread.onSpinWait();
        }
        assertThat(second).isNotDone();
        answer.countDown();
        first.get();
        assertThat(second.get()).isZero();
        assertThat(fixture.database.statistics().leased()).isZero();
    }

    @Test
    @DisplayName("Trap 1: a request that ends while another thread works gives back when that thread is done")
    void endsWhenQuiescent() throws Exception {
        var fixture = new Fixture("max-age", "60");
        var unit = fixture.request();
        var call = new CallInProgress(unit);
        unit.endWhenQuiescent();
        assertThat(fixture.database.statistics().leased()).isEqualTo(1);
        call.end();
        assertThat(fixture.database.statistics().leased()).isZero();
        assertThat(fixture.use(unit)).isZero();
        assertThat(fixture.database.statistics().leased()).isZero();
    }

    @Test
    @DisplayName(
            "R13, R23: a word that the leaving thread has overlooked is not lost: the sweep looks until it has been inside")
    void overlookedWord() throws Exception {
        var fixture = new Fixture("max-age", "60");
        var unit = fixture.request();
        unit.enter();
        CompletableFuture.runAsync(unit::end).get();
        fixture.database.sweep();
        assertThat(fixture.database.statistics().leased()).isEqualTo(1);
        unit.leave(); // as one that had looked just before the word was said: its way out is no fence
        assertThat(fixture.database.statistics().leased()).isEqualTo(1);
        fixture.database.sweep();
        assertThat(fixture.database.statistics().leased()).isZero();
        assertThat(fixture.database.statistics().idle()).isEqualTo(1);
    }

    @Test
    @DisplayName("R13, R23: a word left just after the last look of a call is heeded by the thread that leaves it")
    void wordToTheOwner() throws Exception {
        var fixture = new Fixture("max-age", "60");
        var unit = fixture.request();
        unit.enter();
        unit.settle();
        CompletableFuture.runAsync(unit::end).get();
        assertThat(fixture.database.statistics().leased()).isEqualTo(1);
        unit.unlock();
        assertThat(fixture.database.statistics().leased()).isZero();
    }

    @Test
    @DisplayName("R13, R23: a word left while work of ours is done inside is heeded when that is done")
    void wordToACaretaker() throws Exception {
        var fixture = new Fixture("max-age", "60");
        var unit = fixture.request();
        fixture.execute(unit);
        assertThat(unit.enterIfEmpty()).isTrue();
        CompletableFuture.runAsync(unit::end).get();
        assertThat(fixture.database.statistics().leased()).isEqualTo(1);
        unit.unlockAsCaretaker();
        assertThat(fixture.database.statistics().leased()).isZero();
    }

    @Test
    @DisplayName("R25: shutdown, too, looks after what a leaving thread has overlooked: nothing is aborted")
    void overlookedAtShutdown() throws Exception {
        var fixture = new Fixture("max-age", "60", "validation-timeout", "5s");
        var unit = fixture.request();
        unit.enter();
        var shutDown = CompletableFuture.runAsync(fixture.database::shutDown);
        while (!unit.over()) {
            Thread.onSpinWait();
        }
        unit.leave();
        shutDown.get();
        assertThat(fixture.server.last().calls).doesNotContain("abort");
        assertThat(fixture.closed(CloseReason.SHUTDOWN)).isEqualTo(1);
    }
}
