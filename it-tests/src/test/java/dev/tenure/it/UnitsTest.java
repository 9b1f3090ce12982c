package dev.tenure.it;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.Connection;
import java.sql.SQLException;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** R13, R15, R20: what a unit of work has, and what it leaves. */
class UnitsTest {

    @ParameterizedTest
    @EnumSource
    void injectionPointsAndDataSourceShareOneConnection(Servers server) throws Exception {
        try (var application = Application.on(server)
                .set("default.max-age", "60")
                .beans(Beans.Requests.class)
                .start()) {
            var requests = application.bean(Beans.Requests.class);
            application.tenure().run(() -> {
                long id = Application.connectionId(requests.db());
                assertThat(Application.connectionId(requests.again())).isEqualTo(id);
                try (var borrowed = requests.source().getConnection()) {
                    assertThat(Application.connectionId(borrowed)).isEqualTo(id);
                }
                return null;
            });
            assertThat(application.statistics().opened()).isEqualTo(1);
            assertThat(application.statistics().leased()).isZero();
        }
    }

    @ParameterizedTest
    @EnumSource
    void twoDatabasesInOneRequest(Servers server) throws Exception {
        try (var application = Application.on(server)
                .database("reports", server, server.started().url())
                .beans(Beans.Requests.class, Beans.Reports.class)
                .start()) {
            var requests = application.bean(Beans.Requests.class);
            var reports = application.bean(Beans.Reports.class);
            application.tenure().run(() -> {
                assertThat(Application.connectionId(requests.db()))
                        .isNotEqualTo(Application.connectionId(reports.reports()));
                return null;
            });
            assertThat(application.tenure().statistics().get("reports").opened())
                    .isEqualTo(1);
        }
    }

    @ParameterizedTest
    @EnumSource
    void uncommittedWorkIsRolledBackAndTheNextUnitStartsClean(Servers server) throws Exception {
        try (var application = Application.on(server)
                .set("default.max-age", "60")
                .beans(Beans.Requests.class)
                .start()) {
            var requests = application.bean(Beans.Requests.class);
            update(requests.db(), application, "create or replace table left_open (id int) engine=innodb", server);
            application.tenure().run(() -> {
                requests.db().setAutoCommit(false);
                try (var statement = requests.db().createStatement()) {
                    return statement.executeUpdate("insert into left_open values (1)");
                }
            });
            int rows = application.tenure().run(() -> {
                assertThat(requests.db().getAutoCommit()).isTrue();
                try (var statement = requests.db().createStatement();
                        var count = statement.executeQuery("select count(*) from left_open")) {
                    count.next();
                    return count.getInt(1);
                }
            });
            assertThat(rows).isZero();
            assertThat(application.statistics().opened()).isEqualTo(1);
        }
    }

    private static void update(Connection db, Application application, String sql, Servers server) throws Exception {
        application.tenure().run(() -> {
            try (var statement = db.createStatement()) {
                if (server == Servers.MYSQL) {
                    statement.executeUpdate("drop table if exists left_open");
                    return statement.executeUpdate("create table left_open (id int)");
                }
                return statement.executeUpdate(sql);
            }
        });
    }

    @ParameterizedTest
    @EnumSource
    void anInnerCloseDoesNotUndoTheTransactionAroundIt(Servers server) throws Exception {
        try (var application = Application.on(server)
                .set("default.max-age", "60")
                .beans(Beans.Requests.class)
                .start()) {
            var requests = application.bean(Beans.Requests.class);
            application.tenure().run(() -> {
                try (var outer = requests.source().getConnection()) {
                    outer.setAutoCommit(false);
                    long id = Application.connectionId(outer);
                    try (var statement = outer.createStatement()) {
                        statement.executeUpdate("create temporary table outer_work (id int)");
                        statement.executeUpdate("insert into outer_work values (1)");
                    }
                    try (var inner = requests.source().getConnection()) {
                        assertThat(Application.connectionId(inner)).isEqualTo(id);
                    }
                    try (var statement = outer.createStatement();
                            var count = statement.executeQuery("select count(*) from outer_work")) {
                        count.next();
                        assertThat(count.getInt(1)).isEqualTo(1);
                    }
                    outer.commit();
                }
                assertThat(application.statistics().leased()).isZero();
                return null;
            });
        }
    }

    @ParameterizedTest
    @EnumSource
    void closeGivesBackEarlyAndObjectsGiveTheHandle(Servers server) throws Exception {
        try (var application = Application.on(server)
                .set("default.max-age", "60")
                .beans(Beans.Requests.class)
                .start()) {
            var requests = application.bean(Beans.Requests.class);
            var kept = application.tenure().run(() -> {
                var statement = requests.db().createStatement();
                assertThat(statement.getConnection().unwrap(com.mysql.cj.jdbc.JdbcConnection.class))
                        .isNotNull();
                assertThat(statement.getConnection()).isNotInstanceOf(com.mysql.cj.jdbc.JdbcConnection.class);
                requests.db().close();
                assertThat(application.statistics().leased()).isZero();
                assertThat(statement.isClosed()).isTrue();
                assertThat(Application.connectionId(requests.db())).isPositive();
                return requests.db().createStatement();
            });
            assertThatThrownBy(() -> kept.executeQuery("select 1")).isInstanceOf(SQLException.class);
            assertThat(application.statistics().idle()).isEqualTo(1);
        }
    }

    @ParameterizedTest
    @EnumSource
    void shutdownLeavesNothingOnTheServerAndNoThread(Servers server) throws Exception {
        try (var application = Application.on(server)
                .set("default.max-age", "60")
                .beans(Beans.Worker.class, Beans.Requests.class)
                .start()) {
            application.bean(Beans.Worker.class).db().setAutoCommit(false);
            application.bean(Beans.Worker.class).work();
            application.bean(Beans.Requests.class).job();
            assertThat(server.sessions()).isEqualTo(2);
        }
        assertThat(server.sessions()).isZero();
        assertThat(Thread.getAllStackTraces().keySet())
                .noneMatch(thread -> thread.getName().equals("tenure-sweep"));
    }
}
