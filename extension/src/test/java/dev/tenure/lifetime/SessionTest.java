package dev.tenure.lifetime;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tenure.CloseReason;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("R13, R16, R18: what one unit leaves behind and the next must not find")
class SessionTest {

    private final Fixture fixture = new Fixture("max-age", "60", "check-after", "never");

    @Test
    @DisplayName("R16: a session that has to be reset but cannot be is closed")
    void cannotBeReset() throws Exception {
        var always = new Fixture("max-age", "60", "session-reset", "always");
        always.request1();
        assertThat(always.closed(CloseReason.STATE)).isEqualTo(1);
        assertThat(always.request1()).isEqualTo(1);
    }

    @Test
    @DisplayName("R16, R24: so is a parked one that is lent to another unit")
    void lentOne() throws Exception {
        var always = new Fixture("max-age", "60", "session-reset", "always", "max-connections", "1");
        var worker = always.thread();
        assertThat(always.execute(worker)).isZero();
        assertThat(always.execute(worker)).as("its own use resets nothing").isZero();
        assertThat(always.request1()).isEqualTo(1);
        assertThat(always.closed(CloseReason.STATE)).isEqualTo(2);
    }

    @Test
    @DisplayName("R16: what is set past us on the driver's own connection does not reach the next unit")
    void setOnTheDriversOwn() throws Exception {
        var unit = fixture.request();
        var lease = unit.enter();
        lease.unwrapped();
        unit.exit();
        lease.physical().setAutoCommit(false);
        lease.physical().setNetworkTimeout(Runnable::run, 77);
        unit.end();
        assertThat(fixture.server.last().rollbacks).as("work may be on it").isEqualTo(1);
        assertThat(fixture.server.last().pings).as("errors on it were not seen").isEqualTo(1);
        fixture.request1();
        assertThat(fixture.server.opened).hasSize(1);
        assertThat(fixture.server.last().autoCommit).isTrue();
        assertThat(fixture.server.last().networkTimeout).isZero();
    }

    @Test
    @DisplayName("R24: what one unit has had in hand is in nobody's for the next: a worker parks it")
    void noLongerInHand() throws Exception {
        var unit = fixture.request();
        unit.enter().unwrapped();
        unit.exit();
        unit.end();
        fixture.execute(fixture.thread());
        assertThat(fixture.server.opened).hasSize(1);
        assertThat(fixture.database.statistics().leased()).isZero();
    }

    @Test
    @DisplayName(
            "R24: while a worker has the driver's own connection in hand, it is not lent; after closeOld it may be")
    void inHand() throws Exception {
        var worker = fixture.thread();
        var lease = worker.enter();
        lease.unwrapped();
        worker.exit();
        assertThat(fixture.database.statistics().leased()).isEqualTo(1);
        worker.closeOld();
        assertThat(fixture.database.statistics().idle()).isEqualTo(1);
    }

    @Test
    @DisplayName("R13: questions about metadata begin a transaction, but no work is lost with it")
    void onlyAsked() throws Exception {
        var unit = fixture.request();
        unit.set(JdbcAttribute.AUTOCOMMIT, false);
        var lease = unit.enter();
        lease.asked();
        unit.exit();
        unit.end();
        assertThat(fixture.server.last().rollbacks).isEqualTo(1);
        assertThat(fixture.said).noneMatch(line -> line.startsWith("work lost"));
    }

    @Test
    @DisplayName("R1: commit and roll back need no server when nothing was sent")
    void nothingToEnd() throws Exception {
        var unit = fixture.request();
        unit.set(JdbcAttribute.AUTOCOMMIT, false);
        unit.commit();
        unit.rollback();
        assertThat(fixture.server.opened).isEmpty();
        fixture.execute(unit);
        unit.commit();
        unit.commit();
        unit.rollback();
        assertThat(fixture.server.last().commits).isEqualTo(1);
        assertThat(fixture.server.last().rollbacks).isZero();
    }

    @Test
    @DisplayName("R17, R18: a server that lost its role: its connections are not used again, however well they answer")
    void lostRole() throws Exception {
        var one = fixture.request();
        var two = fixture.request();
        var three = fixture.request();
        fixture.execute(one);
        fixture.execute(two);
        fixture.execute(three);
        two.end();
        var lease = one.enter();
        one.lostRole(lease);
        one.exit();
        one.end();
        three.end();
        fixture.database.sweep();
        assertThat(fixture.closed(CloseReason.STALE_ROLE)).isEqualTo(1);
        assertThat(fixture.closed(CloseReason.RETIRED)).isEqualTo(2);
        assertThat(fixture.request1()).isEqualTo(3);
        assertThat(fixture.request1()).as("one opened since is good").isEqualTo(3);
    }
}
