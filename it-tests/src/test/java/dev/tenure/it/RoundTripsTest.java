package dev.tenure.it;

import static org.assertj.core.api.Assertions.assertThat;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.condition.DisabledIf;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** R11, R13, R16: what a unit of work costs in round trips, counted on the wire, beside the driver alone and HikariCP. */
@DisabledIf("dev.tenure.it.RoundTripsTest#elsewhere")
class RoundTripsTest {

    private static final long GAP = 700;

    static boolean elsewhere() {
        return !OncePerBuild.isThisRun();
    }

    /** A unit of work, from getting its connection to giving it back. */
    @FunctionalInterface
    private interface Cycle {
        void run() throws Exception;
    }

    /** What a unit does with its connection. */
    private enum Work {
        AUTOCOMMIT_SELECT(true, 1, 2) {
            @Override
            void on(Connection connection) throws SQLException {
                Application.number(connection, "select 1");
            }
        },
        /** The table in PEERS.md calls it setAutoCommit(false), select, commit. */
        TRANSACTION(true, 3, 4) {
            @Override
            void on(Connection connection) throws SQLException {
                connection.setAutoCommit(false);
                Application.number(connection, "select count(*) from trips");
                connection.commit();
            }
        },
        CONFIGURED_TRANSACTION(false, 2, 3) {
            @Override
            void on(Connection connection) throws SQLException {
                Application.number(connection, "select count(*) from trips");
                connection.commit();
            }
        };

        private final boolean autocommit;
        private final long hotAtMost;
        private final long afterAGapAtMost;

        Work(boolean autocommit, long hotAtMost, long afterAGapAtMost) {
            this.autocommit = autocommit;
            this.hotAtMost = hotAtMost;
            this.afterAGapAtMost = afterAGapAtMost;
        }

        abstract void on(Connection connection) throws SQLException;
    }

    /** Round trips hot, and after a gap. */
    private record Trips(long hot, long afterAGap) {
        @Override
        public String toString() {
            return hot + " / " + afterAGap;
        }
    }

    @ParameterizedTest
    @EnumSource
    void tenureNeedsNoneThatItCanDoWithout(Servers server) throws Exception {
        server.execute("drop table if exists trips", "create table trips (id int) engine=InnoDB");
        try (var proxy = new FaultProxy(server.started().port())) {
            var url = server.target().urlThrough(proxy);
            System.out.printf("%n| %s | driver alone | HikariCP | Tenure |%n| --- | --- | --- | --- |%n", server);
            for (var work : Work.values()) {
                var raw = raw(proxy, server, url, work);
                var hikari = hikari(proxy, server, url, work);
                var tenure = tenure(proxy, server, url, work);
                System.out.printf("| %s | %s | %s | %s |%n", work.name().toLowerCase(Locale.ROOT), raw, hikari, tenure);
                assertThat(tenure.hot()).as(work + ", hot").isBetween(1L, work.hotAtMost);
                assertThat(tenure.afterAGap())
                        .as(work + ", after a gap")
                        .isBetween(tenure.hot() + 1, work.afterAGapAtMost);
                assertThat(tenure.hot()).isLessThanOrEqualTo(hikari.hot());
                assertThat(tenure.afterAGap()).isLessThanOrEqualTo(hikari.afterAGap());
            }
        }
    }

    private static Trips raw(FaultProxy proxy, Servers server, String url, Work work) throws Exception {
        try (var connection = server.plain(url)) {
            connection.setAutoCommit(work.autocommit);
            return count(proxy, () -> work.on(connection));
        }
    }

    private static Trips hikari(FaultProxy proxy, Servers server, String url, Work work) throws Exception {
        var config = new HikariConfig();
        config.setJdbcUrl(url);
        config.setUsername(server.started().user());
        config.setPassword(server.started().password());
        config.setMaximumPoolSize(1);
        config.setAutoCommit(work.autocommit);
        try (var pool = new HikariDataSource(config)) {
            return count(proxy, () -> {
                try (var connection = pool.getConnection()) {
                    work.on(connection);
                }
            });
        }
    }

    private static Trips tenure(FaultProxy proxy, Servers server, String url, Work work) throws Exception {
        try (var application = Application.empty()
                .database("default", server, url)
                .set("default.max-age", "60")
                .set("default.autocommit", Boolean.toString(work.autocommit))
                .beans(Beans.Orders.class)
                .start()) {
            var orders = application.bean(Beans.Orders.class);
            Callable<Object> unit = () -> {
                work.on(orders.db());
                return null;
            };
            return count(proxy, () -> application.request(unit));
        }
    }

    private static Trips count(FaultProxy proxy, Cycle cycle) throws Exception {
        cycle.run();
        cycle.run();
        long before = proxy.requests();
        cycle.run();
        long hot = proxy.requests() - before;
        Thread.sleep(GAP);
        before = proxy.requests();
        cycle.run();
        return new Trips(hot, proxy.requests() - before);
    }
}
