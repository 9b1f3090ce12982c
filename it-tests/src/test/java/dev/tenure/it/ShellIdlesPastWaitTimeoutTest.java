package dev.tenure.it;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tenure.CloseReason;
import java.sql.SQLException;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** R9: "MySQL server has gone away" in a shell that waits for its user. */
class ShellIdlesPastWaitTimeoutTest {

    private static final int WAIT_TIMEOUT_S = 2;
    private static final long LONGER_MS = 3_000;

    @ParameterizedTest
    @EnumSource
    void aPlainConnectionIsDeadAfterwards(Servers server) throws Exception {
        try (var plain = server.plain(server.url(WAIT_TIMEOUT_S))) {
            Application.connectionId(plain);
            Thread.sleep(LONGER_MS);
            assertThatThrownBy(() -> Application.connectionId(plain)).isInstanceOf(SQLException.class);
        }
    }

    @ParameterizedTest
    @EnumSource
    void aManagedOneIsReplacedWithoutAnError(Servers server) throws Exception {
        try (var application = Application.on(server, WAIT_TIMEOUT_S)
                .set("default.max-age", "60")
                .beans(Beans.Orders.class)
                .start()) {
            var orders = application.bean(Beans.Orders.class);
            var ids = application.request(() -> {
                long before = Application.connectionId(orders.db());
                Thread.sleep(LONGER_MS);
                return new long[] {before, Application.connectionId(orders.db())};
            });
            assertThat(ids[1]).isNotEqualTo(ids[0]);
            assertThat(application.statistics().opened()).isEqualTo(2);
            Eventually.equal("closed because idle", 1L, () -> application.closed(CloseReason.IDLE));
        }
    }
}
