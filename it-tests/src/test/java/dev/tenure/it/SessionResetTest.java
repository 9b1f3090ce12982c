package dev.tenure.it;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tenure.CloseReason;
import dev.tenure.it.Beans.Orders;
import java.sql.Connection;
import java.sql.SQLException;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** R16: what one request sets by SQL, the next does not find, and the session is the same one nevertheless. */
class SessionResetTest {

    private static final String[] CHANGES = {
        "set @left_behind = 1",
        "set sql_mode = ''",
        "set time_zone = '+07:00'",
        "create temporary table left_behind (a int)",
        "use information_schema",
        "set autocommit = 0",
        "set session transaction isolation level serializable",
        "prepare left_behind from 'select 1'",
    };

    /** All that the changes above would change. */
    private static final String STATE =
            "select concat_ws(' ', ifnull(@left_behind, 'unset'), @@sql_mode, @@time_zone, ifnull(database(), 'none'), @@autocommit)";

    private static Application.Builder kept(Servers server) {
        return Application.on(server).beans(Orders.class).set("default.max-age", "60");
    }

    @ParameterizedTest
    @EnumSource(Servers.class)
    void whatIsChangedIsResetByDefault(Servers server) throws Exception {
        try (var application = kept(server).start()) {
            var orders = application.bean(Orders.class);
            var before = application.request(() -> text(orders.db(), STATE));
            long first = application.request(() -> Application.connectionId(orders.db()));
            for (var change : CHANGES) {
                application.request(() -> execute(orders.db(), change));
                assertThat(application.request(() -> text(orders.db(), STATE)))
                        .as("after " + change)
                        .isEqualTo(before);
                assertThat(application.request(() -> fails(orders.db(), "select * from left_behind")))
                        .as("temporary table")
                        .isTrue();
                assertThat(application.request(() -> fails(orders.db(), "execute left_behind")))
                        .as("prepared statement")
                        .isTrue();
                assertThat(application.request(() -> orders.db().getTransactionIsolation()))
                        .as("isolation")
                        .isEqualTo(Connection.TRANSACTION_REPEATABLE_READ);
            }
            assertThat(application.request(() -> Application.connectionId(orders.db())))
                    .as("no new session was needed")
                    .isEqualTo(first);
        }
    }

    @ParameterizedTest
    @EnumSource(Servers.class)
    void whatTheConfigurationAddsIsThereAfterTheReset(Servers server) throws Exception {
        try (var application = kept(server)
                .set("default.init-sql", "set @greeting = 'hello'")
                .set("default.isolation", "read-committed")
                .set("default.autocommit", "false")
                .start()) {
            var orders = application.bean(Orders.class);
            long first = application.request(() -> Application.connectionId(orders.db()));
            application.request(() -> execute(orders.db(), "set @greeting = 'bye'"));
            assertThat(application.request(() -> text(orders.db(), "select @greeting")))
                    .isEqualTo("hello");
            assertThat(application.request(() -> orders.db().getTransactionIsolation()))
                    .isEqualTo(Connection.TRANSACTION_READ_COMMITTED);
            assertThat(application.request(() -> text(orders.db(), "select @@autocommit")))
                    .isEqualTo("0");
            assertThat(application.request(() -> Application.connectionId(orders.db())))
                    .isEqualTo(first);
        }
    }

    @ParameterizedTest
    @EnumSource(Servers.class)
    void aSecondChangeIsNoticedAsTheFirst(Servers server) throws Exception {
        try (var application = kept(server).start()) {
            var orders = application.bean(Orders.class);
            for (int i = 0; i < 3; i++) {
                application.request(() -> execute(orders.db(), "set @left_behind = 1"));
                assertThat(application.request(() -> text(orders.db(), "select ifnull(@left_behind, 'unset')")))
                        .isEqualTo("unset");
            }
            assertThat(application.statistics().opened()).isEqualTo(1);
        }
    }

    @ParameterizedTest
    @EnumSource(Servers.class)
    void withoutResetItStays(Servers server) throws Exception {
        try (var application = kept(server).set("default.session-reset", "none").start()) {
            var orders = application.bean(Orders.class);
            application.request(() -> execute(orders.db(), "set @left_behind = 1"));
            assertThat(application.request(() -> text(orders.db(), "select ifnull(@left_behind, 'unset')")))
                    .as("the pain, so that the other tests show something")
                    .isEqualTo("1");
        }
    }

    @ParameterizedTest
    @EnumSource(Servers.class)
    void alwaysResetsWhatIsNotReported(Servers server) throws Exception {
        try (var application =
                kept(server).set("default.session-reset", "always").start()) {
            var orders = application.bean(Orders.class);
            application.request(() -> text(orders.db(), "select @left_behind := 1"));
            assertThat(application.request(() -> text(orders.db(), "select ifnull(@left_behind, 'unset')")))
                    .isEqualTo("unset");
            assertThat(application.statistics().opened()).isEqualTo(1);
        }
    }

    @ParameterizedTest
    @EnumSource(Servers.class)
    void aSessionThatCannotBeResetSafelyIsClosed(Servers server) throws Exception {
        try (var application = kept(server)
                .set("default.url", server.started().url() + "&useServerPrepStmts=true&cachePrepStmts=true")
                .start()) {
            var orders = application.bean(Orders.class);
            long first = application.request(() -> Application.connectionId(orders.db()));
            application.request(() -> execute(orders.db(), "set @left_behind = 1"));
            assertThat(application.request(() -> Application.connectionId(orders.db())))
                    .isNotEqualTo(first);
            assertThat(application.closed(CloseReason.STATE)).isEqualTo(1);
        }
    }

    private static String text(Connection connection, String query) throws SQLException {
        try (var statement = connection.createStatement();
                var rows = statement.executeQuery(query)) {
            rows.next();
            return rows.getString(1);
        }
    }

    private static boolean execute(Connection connection, String sql) throws SQLException {
        try (var statement = connection.createStatement()) {
            return statement.execute(sql);
        }
    }

    private static boolean fails(Connection connection, String sql) {
        try {
            execute(connection, sql);
            return false;
        } catch (SQLException e) {
            return true;
        }
    }
}
