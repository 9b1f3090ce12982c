package dev.tenure.lifetime;

import static java.util.concurrent.TimeUnit.DAYS;
import static java.util.concurrent.TimeUnit.NANOSECONDS;
import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;

import dev.tenure.CloseReason;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("R6, R7, R8: age")
class AgeTest {

    @Test
    @DisplayName("R6 G1: kept at age-1ns, closed at the age")
    void closedAtItsAge() throws Exception {
        var fixture = new Fixture("max-age", "60", "check-after", "never");
        fixture.request1();
        fixture.pass(SECONDS.toNanos(60) - 1, NANOSECONDS);
        assertThat(fixture.request1()).isZero();
        fixture.pass(1, NANOSECONDS);
        assertThat(fixture.request1()).isEqualTo(1);
        assertThat(fixture.closed(CloseReason.MAX_AGE)).isEqualTo(1);
    }

    @Test
    @DisplayName("R6 G2: 0 closes at the unit's end, even on a clock that stands still")
    void zeroClosesAtTheEnd() throws Exception {
        var fixture = new Fixture();
        for (int i = 0; i < 10; i++) {
            assertThat(fixture.request1()).isEqualTo(i);
        }
        assertThat(fixture.server.openNow()).isZero();
        assertThat(fixture.closed(CloseReason.END_OF_UNIT)).isEqualTo(10);
    }

    @Test
    @DisplayName("R6 G2: unlimited never closes for age")
    void unlimitedIsKeptForYears() throws Exception {
        var fixture = new Fixture("max-age", "unlimited", "max-idle", "unlimited");
        fixture.request1();
        fixture.pass(3650, DAYS);
        assertThat(fixture.request1()).isZero();
    }

    @Test
    @DisplayName("R6 G5: use does not extend the age")
    void useDoesNotExtend() throws Exception {
        var fixture = new Fixture("max-age", "60");
        for (int i = 0; i < 6; i++) {
            fixture.request1();
            fixture.pass(10, SECONDS);
        }
        assertThat(fixture.request1()).isEqualTo(1);
    }

    @Test
    @DisplayName("R7 G3: age does not interrupt a unit; it is closed at the boundary")
    void unitIsNotInterrupted() throws Exception {
        var fixture = new Fixture("max-age", "60", "max-idle", "unlimited");
        var unit = fixture.request();
        fixture.execute(unit);
        fixture.pass(100, SECONDS);
        assertThat(fixture.execute(unit)).isZero();
        unit.end();
        fixture.database.sweep();
        assertThat(fixture.closed(CloseReason.MAX_AGE)).isEqualTo(1);
        assertThat(fixture.server.openNow()).isZero();
    }

    @Test
    @DisplayName("R8 G26: jitter shortens, never lengthens, and spreads")
    void jitterShortens() throws Exception {
        var fixture = new Fixture("max-age", "100", "max-age-jitter", "10%", "max-connections", "200");
        var lifetimes = IntStream.range(0, 200)
                .mapToObj(i -> {
                    try {
                        return fixture.database.supply().acquire(fixture.request()).lifetime;
                    } catch (Exception e) {
                        throw new AssertionError(e);
                    }
                })
                .toList();
        assertThat(lifetimes).allMatch(lifetime -> lifetime <= SECONDS.toNanos(100));
        assertThat(lifetimes).allMatch(lifetime -> lifetime >= SECONDS.toNanos(90));
        assertThat(lifetimes).doesNotHaveDuplicates();
    }
}
