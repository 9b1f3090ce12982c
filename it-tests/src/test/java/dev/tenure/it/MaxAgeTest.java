package dev.tenure.it;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tenure.CloseReason;
import java.util.HashSet;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** R6: how long a connection is kept. */
class MaxAgeTest {

    private static final int REQUESTS = 10;

    @ParameterizedTest
    @EnumSource
    void zeroOpensOneARequestAndLeavesNone(Servers server) throws Exception {
        try (var application = Application.on(server)
                .set("default.max-age", "0")
                .beans(Beans.Orders.class)
                .start()) {
            var orders = application.bean(Beans.Orders.class);
            var ids = new HashSet<Long>();
            for (int i = 0; i < REQUESTS; i++) {
                ids.add(application.request(() -> Application.connectionId(orders.db())));
            }
            assertThat(ids).hasSize(REQUESTS);
            assertThat(application.statistics().opened()).isEqualTo(REQUESTS);
            Eventually.equal(
                    "closed at the end of a unit", (long) REQUESTS, () -> application.closed(CloseReason.END_OF_UNIT));
            server.awaitSessions(0);
            assertThat(application.statistics().open()).isZero();
        }
    }

    @ParameterizedTest
    @EnumSource
    void twoSecondsKeepItWithinThemAndReplaceItAfterThem(Servers server) throws Exception {
        try (var application = Application.on(server)
                .set("default.max-age", "2")
                .set("default.max-age-jitter", "0%")
                .beans(Beans.Orders.class)
                .start()) {
            var orders = application.bean(Beans.Orders.class);
            long first = application.request(() -> Application.connectionId(orders.db()));
            long soon = application.request(() -> Application.connectionId(orders.db()));
            Thread.sleep(2_100);
            long later = application.request(() -> Application.connectionId(orders.db()));
            assertThat(soon).isEqualTo(first);
            assertThat(later).isNotEqualTo(first);
            Eventually.equal("closed for age", 1L, () -> application.closed(CloseReason.MAX_AGE));
        }
    }

    @ParameterizedTest
    @EnumSource
    void unlimitedKeepsIt(Servers server) throws Exception {
        try (var application = Application.on(server)
                .set("default.max-age", "unlimited")
                .beans(Beans.Orders.class)
                .start()) {
            var orders = application.bean(Beans.Orders.class);
            long first = application.request(() -> Application.connectionId(orders.db()));
            Thread.sleep(1_500);
            long later = application.request(() -> Application.connectionId(orders.db()));
            assertThat(later).isEqualTo(first);
            assertThat(application.statistics().closedInAll()).isZero();
        }
    }
}
