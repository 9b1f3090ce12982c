package dev.tenure.it;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tenure.CloseReason;
import java.sql.Connection;
import java.sql.SQLException;
import org.junit.jupiter.api.Test;

/** What is of PostgreSQL alone; its failures are in the table. */
class PostgreSqlTest {

    private static Application.Builder kept() {
        return Application.on(PostgreSqlServer.shared())
                .set("default.max-age", "60")
                .beans(Beans.Orders.class);
    }

    private static long id(Connection connection) throws SQLException {
        return Application.number(connection, PostgreSqlServer.shared().dialect().idQuery);
    }

    @Test
    void aHundredRequestsShareOneConnection() throws Exception {
        try (var application = kept().start()) {
            var orders = application.bean(Beans.Orders.class);
            for (int i = 0; i < 100; i++) {
                application.request(() -> id(orders.db()));
            }
            assertThat(application.statistics().opened()).isEqualTo(1);
        }
    }

    @Test
    void uncommittedWorkIsRolledBackAndReadingMetadataIsNoWork() throws Exception {
        try (var application = kept().set("default.autocommit", "false").start()) {
            var orders = application.bean(Beans.Orders.class);
            application.request(() -> {
                Application.update(orders.db(), "create table if not exists left_open (id int)");
                Application.update(orders.db(), "delete from left_open");
                orders.db().commit();
                return Application.update(orders.db(), "insert into left_open values (1)");
            });
            assertThat(application.request(() -> Application.number(orders.db(), "select count(*) from left_open")))
                    .isZero();
            application.request(() -> orders.db().getSchema());
            assertThat(application.statistics().opened()).isEqualTo(1);
            assertThat(application.statistics().leased()).isZero();
        }
    }

    /** R16: DISCARD ALL, and what the configuration adds is there afterwards. */
    @Test
    void alwaysResetsEverything() throws Exception {
        try (var application = kept().set("default.session-reset", "always")
                .set("default.isolation", "serializable")
                .set("default.init-sql", "set application_name = 'shop'")
                .start()) {
            var orders = application.bean(Beans.Orders.class);
            long first = application.request(() -> id(orders.db()));
            application.request(() -> {
                Application.update(orders.db(), "create temporary table left_behind (a int)");
                Application.update(orders.db(), "set work_mem = '77MB'");
                Application.update(orders.db(), "set application_name = 'other'");
                return Application.number(orders.db(), "select 1 from pg_advisory_lock(7)");
            });
            application.request(() -> {
                assertThat(id(orders.db())).as("the same session").isEqualTo(first);
                assertThat(Application.number(
                                orders.db(), "select count(*) from pg_class where relname = 'left_behind'"))
                        .isZero();
                assertThat(Application.number(orders.db(), "select count(*) from pg_locks where locktype = 'advisory'"))
                        .isZero();
                assertThat(Application.number(
                                orders.db(),
                                "select count(*) from pg_settings where name = 'work_mem' and source = 'session'"))
                        .isZero();
                assertThat(
                                Application.number(
                                        orders.db(),
                                        "select count(*) from pg_settings where name = 'application_name' and setting = 'shop'"))
                        .isEqualTo(1);
                assertThat(orders.db().getTransactionIsolation()).isEqualTo(Connection.TRANSACTION_SERIALIZABLE);
                return null;
            });
            assertThat(application.closed(CloseReason.STATE)).isZero();
        }
    }
}
