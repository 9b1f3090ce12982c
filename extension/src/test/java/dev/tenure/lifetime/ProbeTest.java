package dev.tenure.lifetime;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;

import dev.tenure.CloseReason;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.FutureTask;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("Whether the server is there, asked outside of units of work")
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
    @DisplayName("a server that is down refuses; R5: the back-off holds for this, too")
    void down() {
        var fixture = new Fixture("max-age", "60");
        fixture.server.down = true;
        assertThat(fixture.database.ask()).isEqualTo(ServerAnswer.REFUSES);
        assertThat(fixture.server.attempts).isEqualTo(1);
        assertThat(fixture.database.statistics().open()).isZero();
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
        fixture.server.whileOpening = () -> {
            try {
                connected.await();
            } catch (InterruptedException e) {
                throw new IllegalStateException(e);
            }
        };
        assertThat(fixture.database.ask()).isEqualTo(ServerAnswer.SILENT);
        fixture.pass(10, SECONDS);
        var second = new FutureTask<>(fixture.database::ask);
        new Thread(second).start();
        assertThat(second.get()).isEqualTo(ServerAnswer.SILENT);
        assertThat(fixture.server.attempts).isEqualTo(1);
        connected.countDown();
        fixture.database.shutDown();
        assertThat(fixture.server.openNow()).isZero();
    }

    @Test
    @DisplayName("R25: after shutdown nothing is opened for it")
    void afterShutdown() {
        var fixture = new Fixture("max-age", "60");
        fixture.database.shutDown();
        assertThat(fixture.database.ask()).isEqualTo(ServerAnswer.REFUSES);
        assertThat(fixture.server.attempts).isZero();
    }
}
