package dev.tenure.it;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tenure.CloseReason;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** R20: who shares a connection with whom. */
class OneConnectionAUnitTest {

    @ParameterizedTest
    @EnumSource
    void injectionPointsOfOneDatabaseShareOne(Servers server) throws Exception {
        try (var application = Application.on(server)
                .beans(Beans.Orders.class, Beans.Customers.class)
                .start()) {
            var orders = application.bean(Beans.Orders.class);
            var customers = application.bean(Beans.Customers.class);
            application.request(() -> {
                long id = Application.connectionId(orders.db());
                assertThat(Application.connectionId(customers.db())).isEqualTo(id);
                try (var borrowed = orders.source().getConnection()) {
                    assertThat(Application.connectionId(borrowed)).isEqualTo(id);
                }
                return null;
            });
            assertThat(application.statistics().opened()).isEqualTo(1);
        }
    }

    @ParameterizedTest
    @EnumSource
    void twoDatabasesInOneRequestHaveOneEach(Servers server) throws Exception {
        try (var application = Application.on(server)
                .database("reports", server, server.started().url())
                .set("reports.max-age", "60")
                .beans(Beans.Orders.class, Beans.Reports.class)
                .start()) {
            var orders = application.bean(Beans.Orders.class);
            var reports = application.bean(Beans.Reports.class);
            application.request(() -> {
                assertThat(Application.connectionId(orders.db())).isNotEqualTo(Application.connectionId(reports.db()));
                return null;
            });
            assertThat(application.statistics().opened()).isEqualTo(1);
            Eventually.equal("closed at the end", 1L, () -> application.closed(CloseReason.END_OF_UNIT));
            var second = application.tenure().statistics().get("reports");
            assertThat(second.opened()).isEqualTo(1);
            assertThat(second.idle()).isEqualTo(1);
        }
    }

    @ParameterizedTest
    @EnumSource
    void aJobWithARequestOfItsOwnGivesItBack(Servers server) throws Exception {
        try (var application = Application.on(server)
                .set("default.max-age", "60")
                .beans(Beans.Orders.class)
                .start()) {
            var orders = application.bean(Beans.Orders.class);
            long first = Application.onNewThread(orders::job);
            assertThat(application.statistics().leased()).isZero();
            assertThat(application.statistics().idle()).isEqualTo(1);
            assertThat(Application.onNewThread(orders::job)).isEqualTo(first);
        }
    }
}
