package dev.tenure.it;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.SQLException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** R4: what is wrong only when a connection is opened. */
class LoginTest {

    @ParameterizedTest
    @EnumSource
    void aWrongPasswordFailsTheFirstUseAndARightOneIsReadByTheNext(Servers server) throws Exception {
        try (var application = Application.on(server)
                .set("default.password", "hunter2")
                .beans(Beans.Orders.class)
                .start()) {
            var orders = application.bean(Beans.Orders.class);
            assertThatThrownBy(() -> application.request(() -> Application.connectionId(orders.db())))
                    .isInstanceOf(SQLException.class)
                    .hasMessageContaining("Access denied")
                    .hasMessageNotContaining("hunter2");
            assertThat(application.statistics().open()).isZero();

            System.setProperty("tenure.default.password", server.started().password());
            assertThat(application.request(() -> Application.connectionId(orders.db())))
                    .isPositive();
        }
    }

    @Test
    void aServerThatIsDownFailsTheFirstUse() throws Exception {
        try (var application = Application.empty()
                .set("default.url", "jdbc:mysql://127.0.0.1:1/none")
                .beans(Beans.Orders.class)
                .start()) {
            var orders = application.bean(Beans.Orders.class);
            assertThatThrownBy(() -> application.request(() -> Application.connectionId(orders.db())))
                    .isInstanceOf(SQLException.class)
                    .hasMessageContaining("Communications link failure")
                    .extracting(e -> ((SQLException) e).getSQLState())
                    .asString()
                    .startsWith("08");
            assertThat(application.statistics().open()).isZero();
            assertThat(application.statistics().opened()).isZero();
        }
    }
}
