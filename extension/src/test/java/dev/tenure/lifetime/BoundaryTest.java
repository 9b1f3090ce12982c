package dev.tenure.lifetime;

import static java.util.concurrent.TimeUnit.MILLISECONDS;
import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tenure.CloseReason;
import java.sql.SQLException;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("R9, R11, R13-R20: boundaries")
class BoundaryTest {

    @Test
    @DisplayName("R11 D9 G12: pinged once a unit, only after check-after, never when fresh")
    void pingedAfterAGap() throws Exception {
        var fixture = new Fixture("max-age", "unlimited");
        fixture.request1();
        assertThat(fixture.server.last().pings).isZero();
        fixture.pass(500, MILLISECONDS);
        fixture.request1();
        assertThat(fixture.server.last().pings).isZero();
        fixture.pass(501, MILLISECONDS);
        var unit = fixture.request();
        fixture.execute(unit);
        fixture.execute(unit);
        unit.end();
        assertThat(fixture.server.last().pings).isEqualTo(1);
    }

    @Test
    @DisplayName("R11: dead after a gap: the unit gets another one and sees no error")
    void deadAfterAGap() throws Exception {
        var fixture = new Fixture("max-age", "unlimited");
        fixture.request1();
        fixture.pass(600, MILLISECONDS);
        fixture.server.last().dead = true;
        assertThat(fixture.request1()).isEqualTo(1);
        assertThat(fixture.closed(CloseReason.BROKEN)).isEqualTo(1);
    }

    @Test
    @DisplayName("R18 G28: after a proven death those opened before are checked, whatever check-after says")
    void deathRetiresTheGeneration() throws Exception {
        var fixture = new Fixture("max-age", "unlimited", "check-after", "never");
        var one = fixture.request();
        var two = fixture.request();
        fixture.execute(one);
        fixture.execute(two);
        one.end();
        two.end();
        fixture.server.opened.forEach(connection -> connection.dead = true);
        assertThatThrownBy(fixture::request1).hasMessage("gone away");
        assertThat(fixture.request1()).isEqualTo(2);
        assertThat(fixture.closed(CloseReason.BROKEN)).isEqualTo(2);
        assertThat(fixture.request1()).isEqualTo(2);
        assertThat(fixture.server.last().pings).isZero();
    }

    @Test
    @DisplayName("R9: idle as long as the limit: neither handed out nor pinged")
    void idleTooLong() throws Exception {
        var fixture = new Fixture("max-age", "unlimited", "max-idle", "10");
        fixture.request1();
        fixture.pass(10, SECONDS);
        fixture.server.last().dead = true;
        var unit = fixture.request();
        assertThat(fixture.execute(unit)).isEqualTo(1);
        assertThat(fixture.server.opened.get(0).pings).isZero();
        assertThat(fixture.closed(CloseReason.IDLE)).isEqualTo(1);
    }

    @Test
    @DisplayName("R9: within a request that idles past the limit, too (a shell)")
    void shellIdlesTooLong() throws Exception {
        var fixture = new Fixture("max-age", "unlimited", "max-idle", "10");
        var unit = fixture.request();
        fixture.execute(unit);
        fixture.pass(10, SECONDS);
        assertThat(fixture.execute(unit)).isEqualTo(1);
        fixture.database.sweep();
        assertThat(fixture.closed(CloseReason.IDLE)).isEqualTo(1);
    }

    @Test
    @DisplayName("R13 G7: uncommitted work is rolled back and reported; the next unit sees autocommit")
    void uncommittedWork() throws Exception {
        var fixture = new Fixture("max-age", "60");
        var unit = fixture.request();
        unit.set(JdbcAttribute.AUTOCOMMIT, false);
        fixture.execute(unit);
        unit.end();
        assertThat(fixture.server.last().rollbacks).isEqualTo(1);
        assertThat(fixture.said).contains("work lost of request");
        var next = fixture.request();
        assertThat(fixture.execute(next)).isZero();
        assertThat(fixture.server.last().autoCommit).isTrue();
    }

    @Test
    @DisplayName("R13 G8: the same with autocommit off by configuration (Django leaks it)")
    void configuredAutocommitOff() throws Exception {
        var fixture = new Fixture("max-age", "60", "autocommit", "false");
        fixture.request1();
        assertThat(fixture.server.last().rollbacks).isEqualTo(1);
        assertThat(fixture.server.last().autoCommit).isFalse();
    }

    @Test
    @DisplayName("R13: committed work needs no roll back")
    void committedWork() throws Exception {
        var fixture = new Fixture("max-age", "60");
        var unit = fixture.request();
        unit.set(JdbcAttribute.AUTOCOMMIT, false);
        fixture.execute(unit);
        unit.commit();
        unit.end();
        assertThat(fixture.server.last().commits).isEqualTo(1);
        assertThat(fixture.server.last().rollbacks).isZero();
    }

    @Test
    @DisplayName("R13 D16: open statements are closed and counted")
    void openStatements() throws Exception {
        var fixture = new Fixture("max-age", "60");
        var unit = fixture.request();
        var lease = unit.enter();
        var statement = lease.physical().createStatement();
        lease.opened(statement);
        unit.exit();
        unit.end();
        assertThat(statement.isClosed()).isTrue();
        assertThat(fixture.said).contains("1 statements left open by request");
    }

    @Test
    @DisplayName("R13 G17: a roll back that fails does not reach the user; the connection is closed")
    void rollbackFails() throws Exception {
        var fixture = new Fixture("max-age", "60");
        var unit = fixture.request();
        unit.set(JdbcAttribute.AUTOCOMMIT, false);
        fixture.execute(unit);
        fixture.server.last().dead = true;
        unit.end();
        fixture.database.sweep();
        assertThat(fixture.closed(CloseReason.BROKEN)).isEqualTo(1);
        assertThat(fixture.request1()).isEqualTo(1);
    }

    @Test
    @DisplayName("R14 G16: closeOld leaves a transaction alone and counts it; else it gives back")
    void closeOld() throws Exception {
        var fixture = new Fixture();
        var unit = fixture.request();
        unit.set(JdbcAttribute.AUTOCOMMIT, false);
        fixture.execute(unit);
        unit.closeOld();
        assertThat(fixture.database.statistics().boundariesSkipped()).isEqualTo(1);
        assertThat(fixture.server.last().rollbacks).isZero();
        unit.commit();
        unit.closeOld();
        fixture.database.sweep();
        assertThat(fixture.closed(CloseReason.END_OF_UNIT)).isEqualTo(1);
    }

    @Test
    @DisplayName("R15: close() is an early release; after the end every use throws")
    void closeIsEarlyRelease() throws Exception {
        var fixture = new Fixture("max-age", "60");
        var unit = fixture.request();
        fixture.execute(unit);
        unit.release();
        assertThat(fixture.database.statistics().idle()).isEqualTo(1);
        assertThat(fixture.execute(unit)).isZero();
        unit.end();
        unit.end();
        assertThatThrownBy(() -> fixture.execute(unit))
                .isInstanceOf(SQLException.class)
                .hasMessageContaining("TNR-0201");
    }

    @Test
    @DisplayName("R17 G11: an unknown error makes it suspect; one ping decides, harmless errors cost none")
    void suspect() throws Exception {
        var fixture = new Fixture("max-age", "60");
        var unit = fixture.request();
        fixture.execute(unit);
        fixture.server.last().failsNext = new SQLException("duplicate", "23000", 1062);
        assertThatThrownBy(() -> fixture.execute(unit)).hasMessage("duplicate");
        unit.end();
        assertThat(fixture.server.last().pings).isZero();

        var second = fixture.request();
        fixture.execute(second);
        fixture.server.last().failsNext = new SQLException("odd", "XX999");
        assertThatThrownBy(() -> fixture.execute(second)).hasMessage("odd");
        second.end();
        assertThat(fixture.server.last().pings).isEqualTo(1);
        assertThat(fixture.server.opened).hasSize(1);
    }

    @Test
    @DisplayName("R19: broken outside a transaction: another one; inside: every call fails until roll back")
    void broken() throws Exception {
        var fixture = new Fixture("max-age", "60");
        var unit = fixture.request();
        fixture.execute(unit);
        fixture.server.last().dead = true;
        assertThatThrownBy(() -> fixture.execute(unit)).hasMessage("gone away");
        assertThat(fixture.execute(unit)).isEqualTo(1);

        unit.set(JdbcAttribute.AUTOCOMMIT, false);
        fixture.execute(unit);
        fixture.server.last().dead = true;
        assertThatThrownBy(() -> fixture.execute(unit)).hasMessage("gone away");
        assertThatThrownBy(() -> fixture.execute(unit)).hasMessageContaining("TNR-0204");
        assertThatThrownBy(unit::commit).hasMessageContaining("TNR-0204");
        unit.rollback();
        assertThat(fixture.execute(unit)).isEqualTo(2);
        assertThat(fixture.server.last().autoCommit).isFalse();
    }

    @Test
    @DisplayName("R20 G32: two units never hold the same connection; a unit holds one")
    void exclusive() throws Exception {
        var fixture = new Fixture("max-age", "60");
        var one = fixture.request();
        var two = fixture.request();
        assertThat(fixture.execute(one)).isZero();
        assertThat(fixture.execute(two)).isEqualTo(1);
        assertThat(fixture.execute(one)).isZero();
        one.end();
        assertThat(fixture.execute(fixture.request())).isZero();
    }

    @Test
    @DisplayName("R11: last in, first out")
    void lifo() throws Exception {
        var fixture = new Fixture("max-age", "60", "check-after", "never");
        var one = fixture.request();
        var two = fixture.request();
        fixture.execute(one);
        fixture.execute(two);
        two.end();
        fixture.pass(1, SECONDS);
        one.end();
        assertThat(fixture.request1()).isZero();
    }

    @Test
    @DisplayName("R11: without a hint of the thread, the one that was used last")
    void lastUsed() throws Exception {
        var fixture = new Fixture("max-age", "60", "check-after", "never");
        var leases = new Lease[] {
            fixture.request().enter(),
            fixture.request().enter(),
            fixture.request().enter()
        };
        for (int i : new int[] {0, 2, 1}) {
            fixture.pass(1, SECONDS);
            leases[i].connection().becomeIdle(fixture.clock.get()); // by another thread, so to speak
        }
        assertThat(fixture.use(fixture.request())).isEqualTo(1);
        assertThat(fixture.use(fixture.request())).isEqualTo(2);
        assertThat(fixture.use(fixture.request())).isZero();
    }

    @Test
    @DisplayName("R11: check-after=0 pings at every first use, never does at none")
    void alwaysAndNever() throws Exception {
        var always = new Fixture("max-age", "60", "check-after", "0");
        always.request1();
        always.request1();
        assertThat(always.server.last().pings).isEqualTo(1);
        var never = new Fixture("max-age", "unlimited", "check-after", "never");
        never.request1();
        never.pass(1000, SECONDS);
        never.request1();
        assertThat(never.server.last().pings).isZero();
    }

    @Test
    @DisplayName("R18: what a ping has proved alive after a death is not pinged again")
    void checkedOnce() throws Exception {
        var fixture = new Fixture("max-age", "60", "check-after", "never");
        var one = fixture.request();
        var two = fixture.request();
        fixture.execute(one);
        fixture.execute(two);
        one.end();
        fixture.server.last().dead = true;
        assertThatThrownBy(() -> fixture.execute(two)).hasMessage("gone away");
        two.end();
        fixture.request1();
        fixture.request1();
        assertThat(fixture.server.opened.get(0).pings).isEqualTo(1);
    }

    @Test
    @DisplayName("R15, R16: what was set before close() does not hold for the next lease of the same unit")
    void closeForgetsWhatWasSet() throws Exception {
        var fixture = new Fixture("max-age", "60");
        var unit = fixture.request();
        unit.set(JdbcAttribute.AUTOCOMMIT, false);
        fixture.use(unit);
        assertThat(fixture.server.last().autoCommit).isFalse();
        unit.release();
        fixture.use(unit);
        assertThat(fixture.server.last().autoCommit).isTrue();
    }

    @Test
    @DisplayName("R17: a commit that succeeds clears suspicion")
    void commitClears() throws Exception {
        var fixture = new Fixture("max-age", "60");
        var unit = fixture.request();
        unit.set(JdbcAttribute.AUTOCOMMIT, false);
        fixture.execute(unit);
        fixture.server.last().failsNext = new SQLException("odd", "XX999");
        assertThatThrownBy(() -> fixture.execute(unit)).hasMessage("odd");
        unit.commit();
        unit.end();
        assertThat(fixture.server.last().pings).isZero();
    }

    @Test
    @DisplayName("R20: what was made under a lease is of no use after it, also when the unit has another one")
    void statementsOfAnEndedLease() throws Exception {
        var fixture = new Fixture("max-age", "60");
        var unit = fixture.request();
        var lease = unit.enter();
        unit.exit();
        unit.release();
        fixture.use(unit);
        assertThatThrownBy(lease::enter).isInstanceOf(SQLException.class).hasMessageContaining("TNR-0202");
        assertThat(fixture.use(unit)).as("the guard is free again").isZero();
    }

    @Test
    @DisplayName("Trap 18: a connection that was closed under us is replaced, without a ping")
    void closedUnderUs() throws Exception {
        var fixture = new Fixture("max-age", "60");
        var unit = fixture.request();
        fixture.execute(unit);
        fixture.server.last().closed = true;
        assertThat(fixture.execute(unit)).isEqualTo(1);
        unit.end();
        fixture.server.last().closed = true;
        assertThat(fixture.request1()).isEqualTo(2);
        assertThat(fixture.closed(CloseReason.BROKEN)).isEqualTo(2);
    }

    @Test
    @DisplayName("R13: a roll back that the living server refuses: nobody gets the transaction that may be left")
    void rollbackRefused() throws Exception {
        var fixture = new Fixture("max-age", "60");
        var unit = fixture.request();
        unit.set(JdbcAttribute.AUTOCOMMIT, false);
        fixture.execute(unit);
        fixture.server.last().failsNext = new SQLException("odd", "XX999");
        unit.end();
        assertThat(fixture.request1()).isEqualTo(1);
        assertThat(fixture.closed(CloseReason.STATE)).isEqualTo(1);
    }
}
