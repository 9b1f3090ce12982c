package dev.tenure.lifetime;

import static java.util.concurrent.TimeUnit.MILLISECONDS;
import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;

import dev.tenure.CloseReason;
import java.sql.SQLException;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("R30: a connection in steady use is renewed ahead of its end")
class RenewalTest {

    /** Just before the end: an open takes no time here, so the lead is the shortest, 50 ms. */
    private static void nearTheEnd(Fixture fixture) throws SQLException {
        for (int i = 0; i < 59; i++) {
            fixture.pass(1, SECONDS);
            fixture.request1();
        }
        fixture.pass(960, MILLISECONDS);
    }

    @Test
    @DisplayName("R30: below the cap the successor is there first, and no request opens one")
    void aheadOfTheEnd() throws Exception {
        var fixture = new Fixture("max-age", "60");
        fixture.request1();
        nearTheEnd(fixture);
        assertThat(fixture.renewalWoken).as("too early").isFalse();
        var unit = fixture.request();
        fixture.execute(unit);
        unit.end();
        assertThat(fixture.renewalWoken)
                .as("woken by the end of a unit, not only by the sweep")
                .isTrue();
        fixture.database.renew();
        assertThat(fixture.said).endsWith("opened 2", "closed 1 MAX_AGE");
        assertThat(fixture.request1()).isEqualTo(1);
        fixture.database.renew();
        assertThat(fixture.server.opened).hasSize(2);
    }

    @Test
    @DisplayName("R30, R7: one that is held has its successor, and ends at its boundary")
    void whileItIsHeld() throws Exception {
        var fixture = new Fixture("max-age", "60");
        fixture.request1();
        nearTheEnd(fixture);
        var unit = fixture.request();
        fixture.execute(unit);
        fixture.database.renew();
        assertThat(fixture.database.statistics().open()).isEqualTo(2);
        assertThat(fixture.execute(unit)).as("not taken away").isZero();
        fixture.database.renew();
        assertThat(fixture.database.statistics().opened()).as("one successor").isEqualTo(2);
        unit.end();
        fixture.database.sweep();
        assertThat(fixture.closed(CloseReason.MAX_AGE)).isEqualTo(1);
        assertThat(fixture.request1()).isEqualTo(1);
    }

    @Test
    @DisplayName("R30, R21: at the cap it is replaced in its place, and only while another one is idle")
    void atTheCap() throws Exception {
        var fixture = new Fixture("max-age", "60", "max-connections", "2");
        var one = fixture.request();
        var two = fixture.request();
        fixture.execute(one);
        fixture.execute(two);
        fixture.pass(59_960, MILLISECONDS);
        one.end();
        fixture.database.renew();
        assertThat(fixture.server.opened).as("nobody else's is idle").hasSize(2);
        two.end();
        fixture.database.renew();
        assertThat(fixture.database.statistics().opened()).isEqualTo(4);
        assertThat(fixture.server.openNow()).isEqualTo(2);
        assertThat(fixture.closed(CloseReason.MAX_AGE)).isEqualTo(2);
    }

    @Test
    @DisplayName("R30: not what nobody used lately, nor with max-age 0 or unlimited")
    void onlyWhatIsUsed() throws Exception {
        for (var age : new String[] {"60", "0", "unlimited"}) {
            var fixture = new Fixture("max-age", age);
            fixture.request1();
            fixture.pass(59_960, MILLISECONDS);
            fixture.database.renew();
            fixture.database.sweep();
            assertThat(fixture.server.opened).as("max-age=" + age).hasSize(1);
            assertThat(fixture.renewalWoken).isFalse();
        }
    }

    @Test
    @DisplayName("R30, R24: a worker's parked connection is renewed, and the worker goes on with the successor")
    void aWorkers() throws Exception {
        var fixture = new Fixture("max-age", "60");
        var worker = fixture.thread();
        fixture.execute(worker);
        fixture.pass(50, SECONDS);
        fixture.execute(worker);
        fixture.pass(9_960, MILLISECONDS);
        fixture.database.sweep();
        assertThat(fixture.renewalWoken).isTrue();
        fixture.database.renew();
        assertThat(fixture.execute(worker)).isEqualTo(1);
    }

    @Test
    @DisplayName("R30, R5: a renewal that fails is tried again a second later, and the old one serves on")
    void serverDown() throws Exception {
        var fixture = new Fixture("max-age", "60");
        fixture.request1();
        fixture.pass(50, SECONDS);
        fixture.request1();
        fixture.pass(9_960, MILLISECONDS);
        fixture.server.down = true;
        fixture.database.renew();
        fixture.database.renew();
        assertThat(fixture.server.attempts).isEqualTo(2);
        assertThat(fixture.said).endsWith("failed renewing default#1 (another database, IDLE)");
        assertThat(fixture.request1()).isZero();
        assertThat(fixture.database.sweep()).as("no hurry").isGreaterThan(1_000_000L);
    }

    @Test
    @DisplayName("R30: a failure that waiting does not mend is not repeated at once either")
    void refused() throws Exception {
        var fixture = new Fixture("max-age", "60");
        fixture.request1();
        fixture.pass(50, SECONDS);
        fixture.request1();
        fixture.pass(9_900, MILLISECONDS);
        fixture.server.refusal = new SQLException("denied", "28000");
        fixture.pass(60, MILLISECONDS);
        fixture.database.renew();
        fixture.database.renew();
        assertThat(fixture.server.attempts).isEqualTo(2);
    }
}
