package dev.tenure.lifetime;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tenure.CloseReason;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.FutureTask;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@DisplayName("Whether the server is there, asked outside of units of work")
@Timeout(60)
class ProbeTest {

    @Test
    @DisplayName("an idle connection is pinged, stays idle for as long as it was, and nothing is opened")
    void idleIsPinged() throws Exception {
        var fixture = new Fixture("max-age", "60", "max-idle", "10");
        fixture.request1();
        fixture.pass(9, SECONDS);
        assertThat(fixture.database.ask()).isEqualTo(ServerAnswer.ANSWERS);
        assertThat(fixture.server.last().pings).isEqualTo(1);
        assertThat(fixture.server.opened).hasSize(1);
        assertThat(fixture.database.statistics().idle()).isEqualTo(1);
        fixture.pass(1, SECONDS);
        fixture.database.sweep();
        assertThat(fixture.closed(CloseReason.IDLE)).as("R9").isEqualTo(1);
    }

    @Test
    @DisplayName("R18: a dead idle connection is closed, and a new one tells")
    void deadIsClosed() throws Exception {
        var fixture = new Fixture("max-age", "60");
        fixture.request1();
        fixture.server.last().dead = true;
        assertThat(fixture.database.ask()).isEqualTo(ServerAnswer.ANSWERS);
        assertThat(fixture.closed(CloseReason.BROKEN)).isEqualTo(1);
        assertThat(fixture.server.openNow()).isEqualTo(1);
        assertThat(fixture.database.statistics().idle())
                .as("for who comes next")
                .isEqualTo(1);
    }

    @Test
    @DisplayName("R6: with max-age 0 what was opened for it is closed")
    void ageZero() {
        var fixture = new Fixture("max-age", "0");
        assertThat(fixture.database.ask()).isEqualTo(ServerAnswer.ANSWERS);
        assertThat(fixture.server.opened).hasSize(1);
        assertThat(fixture.server.openNow()).isZero();
    }

    @Test
    @DisplayName("R21: at the cap it neither opens one nor takes what a unit has")
    void capIsHonoured() throws Exception {
        var fixture = new Fixture("max-age", "60", "max-connections", "1");
        var unit = fixture.request();
        fixture.execute(unit);
        int calls = fixture.server.last().calls.size();
        assertThat(fixture.database.ask()).isEqualTo(ServerAnswer.ALL_IN_USE);
        assertThat(fixture.server.opened).hasSize(1);
        assertThat(fixture.server.last().calls).hasSize(calls);
        unit.end();
    }

    @Test
    @DisplayName("a server that is down refuses")
    void down() {
        var fixture = new Fixture("max-age", "60");
        fixture.server.down = true;
        assertThat(fixture.database.ask()).isEqualTo(ServerAnswer.REFUSES);
        assertThat(fixture.server.attempts).isEqualTo(1);
        assertThat(fixture.database.statistics().open()).isZero();
    }

    @Test
    @DisplayName("R5: it opens nothing while requests must not, and its own failure holds them back")
    void backOff() {
        var fixture = new Fixture("max-age", "60");
        fixture.server.down = true;
        assertThatThrownBy(fixture::request1).hasMessageContaining("server down");
        assertThat(fixture.database.ask()).isEqualTo(ServerAnswer.REFUSES);
        assertThat(fixture.server.attempts).isEqualTo(1);

        fixture.pass(1, SECONDS);
        assertThat(fixture.database.ask()).isEqualTo(ServerAnswer.REFUSES);
        assertThat(fixture.server.attempts).as("the back-off is over").isEqualTo(2);
        assertThatThrownBy(fixture::request1).hasMessageContaining("TNR-0211");
        assertThat(fixture.server.attempts).isEqualTo(2);
    }

    @Test
    @DisplayName("R6, R9: one that is past its age is closed, not pinged, and a new one tells")
    void pastItsAge() throws Exception {
        var fixture = new Fixture("max-age", "60", "max-idle", "unlimited");
        fixture.request1();
        var old = fixture.server.last();
        fixture.pass(60, SECONDS);
        assertThat(fixture.database.ask()).isEqualTo(ServerAnswer.ANSWERS);
        assertThat(old.pings).isZero();
        assertThat(old.closed).isTrue();
        assertThat(fixture.closed(CloseReason.MAX_AGE)).isEqualTo(1);
        assertThat(fixture.server.openNow()).isEqualTo(1);
    }

    @Test
    @DisplayName("with a datasource nothing is opened for it")
    void dataSource() {
        var fixture = new Fixture("max-age", "60", "datasource", "java:app/jdbc/some");
        assertThat(fixture.database.ask()).isEqualTo(ServerAnswer.NOT_ASKED);
        assertThat(fixture.server.attempts).isZero();
    }

    @Test
    @DisplayName("its ping is no unit's boundary")
    void noBoundary() throws Exception {
        var fixture = new Fixture("max-age", "60", "check-after", "never");
        fixture.request1();
        fixture.database.ask();
        assertThat(fixture.server.last().pings).isEqualTo(1);
        fixture.events.clear();
        fixture.request1();
        assertThat(fixture.events).noneMatch(event -> event.startsWith("boundary"));
    }

    @Test
    @DisplayName("who is interrupted while asking does not wait, and stays interrupted")
    void interrupted() throws Exception {
        var fixture = new Fixture("max-age", "60");
        var connected = new CountDownLatch(1);
        fixture.server.whileOpening = () -> await(connected);
        Thread.currentThread().interrupt();
        assertThat(fixture.database.ask()).isEqualTo(ServerAnswer.SILENT);
        assertThat(Thread.interrupted()).isTrue();
        connected.countDown();
        fixture.database.shutDown();
    }

    @Test
    @DisplayName("an answer is told again for a second")
    void toldAgain() {
        var fixture = new Fixture("max-age", "0");
        for (int i = 0; i < 10; i++) {
            fixture.database.ask();
        }
        assertThat(fixture.server.attempts).isEqualTo(1);
        fixture.pass(1, SECONDS);
        fixture.database.ask();
        assertThat(fixture.server.attempts).isEqualTo(2);
    }

    @Test
    @DisplayName("R12: a server that is silent costs validation-timeout, and is asked by one thread however many ask")
    void silent() throws Exception {
        var fixture = new Fixture("max-age", "60", "validation-timeout", "20ms");
        var connected = new CountDownLatch(1);
        fixture.server.whileOpening = () -> await(connected);
        assertThat(fixture.database.ask()).isEqualTo(ServerAnswer.SILENT);
        fixture.pass(10, SECONDS);
        var second = new FutureTask<>(fixture.database::ask);
        new Thread(second).start();
        assertThat(second.get()).isEqualTo(ServerAnswer.SILENT);
        assertThat(fixture.server.attempts).isEqualTo(1);
        var end = new Thread(fixture.database::shutDown);
        end.start();
        end.join(50);
        assertThat(end.isAlive()).as("R25: it waits for the question under way").isTrue();
        connected.countDown();
        end.join();
        assertThat(fixture.server.openNow()).isZero();
    }

    @Test
    @DisplayName("the thread that asks keeps neither the JVM nor the application of who asked")
    void thread() {
        var fixture = new Fixture("max-age", "60");
        var asking = new AtomicReference<Thread>();
        var loader = new AtomicReference<ClassLoader>();
        fixture.server.whileOpening = () -> {
            asking.set(Thread.currentThread());
            loader.set(Thread.currentThread().getContextClassLoader());
        };
        var own = Thread.currentThread();
        var before = own.getContextClassLoader();
        own.setContextClassLoader(new ClassLoader(before) {});
        try {
            fixture.database.ask();
        } finally {
            own.setContextClassLoader(before);
        }
        assertThat(asking.get().getName()).isEqualTo("tenure-probe");
        assertThat(asking.get().isDaemon()).isTrue();
        assertThat(loader.get()).isSameAs(Probe.class.getClassLoader());
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    @DisplayName("R25: after shutdown nothing is opened for it, and no thread started")
    void afterShutdown() {
        var fixture = new Fixture("max-age", "60");
        fixture.database.shutDown();
        Thread.currentThread().interrupt(); // an answer that another thread were to give would not be waited for
        assertThat(fixture.database.ask()).isEqualTo(ServerAnswer.REFUSES);
        assertThat(Thread.interrupted()).isTrue();
        assertThat(fixture.server.attempts).isZero();
    }
}
