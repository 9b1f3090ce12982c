package dev.tenure.lifetime;

import static java.util.concurrent.TimeUnit.MILLISECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("R5: while a database refuses connections")
class BackoffTest {

    private final Fixture fixture = new Fixture("max-age", "60");

    private void fails(String message) {
        assertThatThrownBy(() -> fixture.execute(fixture.request())).hasMessageContaining(message);
    }

    @Test
    @DisplayName("R5: units fail at once within the window, with the failure as the cause, and nobody connects")
    void failsAtOnce() {
        fixture.server.down = true;
        fails("server down");
        for (int i = 1; i <= 4; i++) { // the shortest window is 50 ms
            fixture.pass(10, MILLISECONDS);
            assertThatThrownBy(() -> fixture.execute(fixture.request()))
                    .isInstanceOf(SQLTransientConnectionException.class)
                    .hasMessageContainingAll("TNR-0211", "\"default\"", 10 * i + "ms ago", "server down")
                    .hasCauseInstanceOf(SQLException.class)
                    .extracting(e -> ((SQLException) e).getSQLState())
                    .isEqualTo("08001");
        }
        assertThat(fixture.server.attempts).isEqualTo(1);
    }

    @Test
    @DisplayName("R5: after the window one tries, the others go on failing")
    void oneTries() {
        fixture.server.down = true;
        fails("server down");
        fixture.pass(100, MILLISECONDS);
        fails("server down");
        assertThat(fixture.server.attempts).isEqualTo(2);
        fixture.pass(90, MILLISECONDS);
        fails("TNR-0211"); // the second window is twice as long: 100 to 200 ms
        assertThat(fixture.server.attempts).isEqualTo(2);
    }

    @Test
    @DisplayName("R5: the window never exceeds 2 s, and one good open ends it")
    void endsWhenTheServerIsBack() throws Exception {
        fixture.server.down = true;
        for (int i = 0; i < 10; i++) {
            fails("server down");
            fixture.pass(2000, MILLISECONDS);
        }
        fixture.server.down = false;
        var one = fixture.request();
        var two = fixture.request();
        assertThat(fixture.execute(one)).isZero();
        assertThat(fixture.execute(two)).isEqualTo(1);
    }

    @Test
    @DisplayName("R5, R4: new settings have not failed yet, so they are tried at once")
    void newSettingsAreTried() throws Exception {
        fixture.server.down = true;
        fails("server down");
        fixture.server.down = false;
        fails("TNR-0211");
        fixture.values.put("password", "rotated");
        assertThat(fixture.request1()).isZero();
    }

    @Test
    @DisplayName("R5: what waiting does not mend closes nothing")
    void onlyTransientFailures() {
        fixture.server.refusal = new SQLException("unknown database", "3D000");
        fails("unknown database");
        fails("unknown database");
        assertThat(fixture.server.attempts).isEqualTo(2);
    }

    @Test
    @DisplayName("R5: an idle connection is handed out meanwhile: only opening is held back")
    void idleOnesAreUsed() throws Exception {
        fixture.request1();
        var holder = fixture.request();
        fixture.execute(holder);
        fixture.server.down = true;
        fails("server down");
        holder.end();
        assertThat(fixture.request1()).isZero();
    }

    @Test
    @DisplayName("R5: while the one tries, the others go on failing, however long it takes")
    void whileOneTries() {
        fixture.server.down = true;
        fails("server down");
        fixture.pass(100, MILLISECONDS);
        fixture.server.whileOpening = () -> {
            fixture.server.whileOpening = () -> {
                throw new AssertionError("a second one tries");
            };
            fails("TNR-0211");
        };
        fails("server down");
        assertThat(fixture.server.attempts).isEqualTo(2);
    }
}
