package dev.tenure.it;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.SQLException;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** R13, R15, R16: what a request leaves to the next. */
class EndOfUnitTest {

    @ParameterizedTest
    @EnumSource
    void uncommittedWorkIsRolledBackAndTheNextRequestStartsClean(Servers server) throws Exception {
        server.execute("drop table if exists left_open", "create table left_open (id int)");
        try (var application = Application.on(server)
                .set("default.max-age", "60")
                .beans(Beans.Orders.class)
                .start()) {
            var orders = application.bean(Beans.Orders.class);
            long first = application.request(() -> {
                orders.db().setAutoCommit(false);
                Application.update(orders.db(), "insert into left_open values (1)");
                return Application.connectionId(orders.db());
            });
            application.request(() -> {
                assertThat(Application.connectionId(orders.db())).isEqualTo(first);
                assertThat(orders.db().getAutoCommit()).isTrue();
                assertThat(Application.number(orders.db(), "select count(*) from left_open"))
                        .isZero();
                return Application.update(orders.db(), "insert into left_open values (2)");
            });
            assertThat(server.number("select count(*) from left_open"))
                    .as("the server commits by itself again")
                    .isEqualTo(1);
        }
    }

    @ParameterizedTest
    @EnumSource
    void closeGivesBackEarlyAndTheNextUseLeasesAgain(Servers server) throws Exception {
        try (var application = Application.on(server)
                .set("default.max-age", "60")
                .beans(Beans.Orders.class)
                .start()) {
            var orders = application.bean(Beans.Orders.class);
            application.request(() -> {
                var statement = orders.db().createStatement();
                assertThat(application.statistics().leased()).isEqualTo(1);
                orders.db().close();
                assertThat(application.statistics().leased()).isZero();
                assertThat(statement.isClosed()).isTrue();
                assertThat(Application.connectionId(orders.db())).isPositive();
                assertThat(application.statistics().leased()).isEqualTo(1);
                return null;
            });
            assertThat(application.statistics().idle()).isEqualTo(1);
            assertThat(application.statistics().opened()).isEqualTo(1);
        }
    }

    @ParameterizedTest
    @EnumSource
    void useAfterTheEndIsAnErrorThatSaysSo(Servers server) throws Exception {
        try (var application = Application.on(server)
                .set("default.max-age", "60")
                .beans(Beans.Orders.class)
                .start()) {
            var orders = application.bean(Beans.Orders.class);
            var statement = application.request(() -> {
                var created = orders.db().createStatement();
                created.getConnection(); // the handle, not the driver's
                return created;
            });
            assertThatThrownBy(() -> statement.executeQuery("select 1")).isInstanceOf(SQLException.class);

            var handle = application.request(() -> orders.db().createStatement().getConnection());
            assertThat(handle.isClosed()).isTrue();
            assertThatThrownBy(handle::createStatement)
                    .isInstanceOf(SQLException.class)
                    .hasMessageContaining("TNR-0201")
                    .hasMessageContaining("has ended");
            assertThat(application.statistics().leased()).isZero();
        }
    }
}
