package dev.tenure.it;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tenure.CloseReason;
import java.sql.SQLException;
import org.junit.jupiter.api.Test;

/** The other driver of the MySQL family. */
class MariaDbConnectorTest {

    private static Application.Builder kept(String parameters) {
        var url = Servers.MARIADB
                .started()
                .url()
                .replaceFirst("^jdbc:mysql:", "jdbc:mariadb:")
                .replaceFirst("\\?.*", "");
        return Application.empty()
                .database("default", Servers.MARIADB, url + parameters)
                .set("default.max-age", "60")
                .beans(Beans.Orders.class);
    }

    @Test
    void aHundredRequestsShareOneConnection() throws Exception {
        try (var application = kept("").start()) {
            var orders = application.bean(Beans.Orders.class);
            for (int i = 0; i < 100; i++) {
                application.request(() -> Application.connectionId(orders.db()));
            }
            assertThat(application.statistics().opened()).isEqualTo(1);
        }
    }

    @Test
    void theServersIdleLimitIsAskedFor() throws Exception {
        try (var application = kept("?sessionVariables=wait_timeout=2").start()) {
            var orders = application.bean(Beans.Orders.class);
            application.request(() -> Application.connectionId(orders.db()));
            Thread.sleep(3000);
            application.request(() -> Application.connectionId(orders.db()));
            assertThat(application.closed(CloseReason.IDLE)).isEqualTo(1);
            assertThat(application.statistics().opened()).isEqualTo(2);
        }
    }

    @Test
    void uncommittedWorkIsRolledBack() throws Exception {
        Servers.MARIADB.execute("drop table if exists left_open_m", "create table left_open_m (id int)");
        try (var application = kept("").start()) {
            var orders = application.bean(Beans.Orders.class);
            application.request(() -> {
                orders.db().setAutoCommit(false);
                return Application.update(orders.db(), "insert into left_open_m values (1)");
            });
            assertThat(application.request(() -> Application.number(orders.db(), "select count(*) from left_open_m")))
                    .isZero();
            assertThat(application.request(() -> orders.db().getAutoCommit())).isTrue();
            assertThat(application.statistics().opened()).isEqualTo(1);
        }
    }

    @Test
    void aKilledConnectionIsReplacedWithinTheRequest() throws Exception {
        try (var application = kept("").start()) {
            var orders = application.bean(Beans.Orders.class);
            application.request(() -> {
                long first = Application.connectionId(orders.db());
                Servers.MARIADB.execute("kill " + first);
                assertThatThrownBy(() -> Application.connectionId(orders.db())).isInstanceOf(SQLException.class);
                assertThat(Application.connectionId(orders.db())).isNotEqualTo(first);
                return null;
            });
            Eventually.equal("broken", 1L, () -> application.closed(CloseReason.BROKEN));
        }
    }
}
