package dev.tenure.lifetime;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tenure.CloseReason;
import dev.tenure.config.DatabaseSettings;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.OptionalLong;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("R1, R3, R9: opening")
class OpeningTest {

    @Test
    @DisplayName("R1 D31: a unit that needs no server opens nothing and pings nothing")
    void lazy() throws Exception {
        var fixture = new Fixture("max-age", "60");
        var unit = fixture.request();
        unit.set(JdbcAttribute.AUTOCOMMIT, false);
        unit.set(JdbcAttribute.ISOLATION, Connection.TRANSACTION_SERIALIZABLE);
        unit.release();
        unit.end();
        assertThat(fixture.server.opened).isEmpty();
    }

    @Test
    @DisplayName("R1: what was set before the first use holds at the first use")
    void settersAreApplied() throws Exception {
        var fixture = new Fixture("max-age", "60");
        var unit = fixture.request();
        unit.set(JdbcAttribute.AUTOCOMMIT, false);
        fixture.execute(unit);
        assertThat(fixture.server.last().autoCommit).isFalse();
    }

    @Test
    @DisplayName("R3 D50: init-sql runs once a connection and is committed before hand-out")
    void initSqlIsCommitted() throws Exception {
        var fixture = new Fixture("max-age", "60", "init-sql", "SET x = 1", "autocommit", "false");
        fixture.request1();
        fixture.request1();
        assertThat(fixture.server.opened).hasSize(1);
        assertThat(fixture.server.last().sql).filteredOn("SET x = 1"::equals).hasSize(1);
        assertThat(fixture.server.last().autoCommit).isFalse();
    }

    @Test
    @DisplayName("R3 G18 D54: an observer that throws closes the connection; the next use starts clean")
    void observerThatThrows() throws Exception {
        var fixture = new Fixture("max-age", "60", "max-connections", "1");
        fixture.observerThrows = new IllegalStateException("observer");
        var unit = fixture.request();
        assertThatThrownBy(() -> fixture.execute(unit))
                .isInstanceOf(SQLException.class)
                .hasMessageContaining("TNR-0208");
        assertThat(fixture.server.openNow()).isZero();
        assertThat(fixture.closed(CloseReason.NOT_READY)).isEqualTo(1);
        fixture.observerThrows = null;
        assertThat(fixture.execute(unit)).isEqualTo(1);
    }

    @Test
    @DisplayName("R21 G27: a failed open frees its slot and reaches the caller as it is")
    void failedOpenFreesItsSlot() throws Exception {
        var fixture = new Fixture("max-age", "60", "max-connections", "1");
        fixture.server.down = true;
        assertThatThrownBy(() -> fixture.execute(fixture.request())).hasMessage("server down");
        fixture.server.down = false;
        fixture.pass(1, SECONDS); // R5
        assertThat(fixture.request1()).isZero();
    }

    @Test
    @DisplayName("R27: whoever runs it reads once why nothing can be opened, and again when that happens again")
    void saysWhyNothingCanBeOpened() throws Exception {
        var fixture = new Fixture("max-age", "0");
        for (int outage = 1; outage <= 2; outage++) {
            fixture.server.down = true;
            for (int attempt = 0; attempt < 2; attempt++) {
                assertThatThrownBy(() -> fixture.execute(fixture.request())).isInstanceOf(SQLException.class);
                fixture.pass(10, SECONDS); // R5
            }
            fixture.server.down = false;
            fixture.request1();

            assertThat(fixture.said)
                    .filteredOn(line -> line.startsWith("TNR-0222: Database \"default\" cannot be opened"))
                    .hasSize(outage);
        }
    }

    @Test
    @DisplayName(
            "R4, R5, R27: credentials changed during the attempt are tried at once, and their failure counts as any other")
    void credentialsChangedMeanwhile() throws Exception {
        var fixture = new Fixture("max-age", "0", "password", "old");
        fixture.server.refusal = new SQLException("access denied", "28000", 1045);
        fixture.server.whileOpening = () -> {
            fixture.server.whileOpening = () -> fixture.server.down = true;
            fixture.values.put("password", "new");
        };
        assertThatThrownBy(() -> fixture.execute(fixture.request())).hasMessage("server down");
        assertThat(fixture.server.attempts).isEqualTo(2);
        assertThat(fixture.said)
                .filteredOn(line -> line.startsWith("TNR-0222"))
                .singleElement()
                .asString()
                .contains("SQLNonTransientConnectionException 08001");
        assertThatThrownBy(() -> fixture.execute(fixture.request())).hasMessageContaining("TNR-0211");
        assertThat(fixture.server.attempts).isEqualTo(2);
    }

    @Test
    @DisplayName("R4: a rotated password opens the connection, in silence")
    void passwordRotatedMeanwhile() throws Exception {
        var fixture = new Fixture("max-age", "60", "password", "old");
        fixture.server.refusal = new SQLException("access denied", "28000", 1045);
        fixture.server.whileOpening = () -> {
            fixture.server.whileOpening = () -> fixture.server.refusal = null;
            fixture.values.put("password", "new");
        };
        fixture.request1();
        assertThat(fixture.server.attempts).isEqualTo(2);
        assertThat(fixture.said).noneMatch(line -> line.startsWith("TNR-0222"));
    }

    @Test
    @DisplayName("R9: the margin is max(1 s, 10 %) of the server's limit, and the user's own limit may be less")
    void idleLimit() {
        long second = SECONDS.toNanos(1);
        assertThat(Opening.idleLimit(DatabaseSettings.AUTO, OptionalLong.of(2 * second)))
                .isEqualTo(second);
        assertThat(Opening.idleLimit(DatabaseSettings.AUTO, OptionalLong.of(100 * second)))
                .isEqualTo(90 * second);
        assertThat(Opening.idleLimit(5 * second, OptionalLong.of(100 * second))).isEqualTo(5 * second);
        assertThat(Opening.idleLimit(500 * second, OptionalLong.of(100 * second)))
                .isEqualTo(90 * second);
        assertThat(Opening.idleLimit(DatabaseSettings.AUTO, OptionalLong.empty()))
                .isEqualTo(DatabaseSettings.UNLIMITED);
        assertThat(Opening.idleLimit(DatabaseSettings.AUTO, OptionalLong.of(second / 2)))
                .isZero();
    }
}
