package dev.tenure.it;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A library that borrows and closes within the transaction of its caller. */
class NestedDataSourceTest {

    @ParameterizedTest
    @EnumSource
    @DisplayName("An inner close() does not undo the transaction around it; the outer one gives the connection back")
    void innerCloseKeepsTheTransactionAndOuterCloseGivesBack(Servers server) throws Exception {
        server.execute("drop table if exists nested", "create table nested (id int)");
        try (var application = Application.on(server)
                .set("default.max-age", "60")
                .beans(Beans.Orders.class)
                .start()) {
            var source = application.bean(Beans.Orders.class).source();
            application.request(() -> {
                try (var outer = source.getConnection()) {
                    outer.setAutoCommit(false);
                    Application.update(outer, "insert into nested values (1)");
                    try (var inner = source.getConnection()) {
                        assertThat(Application.connectionId(inner)).isEqualTo(Application.connectionId(outer));
                        Application.update(inner, "insert into nested values (2)");
                    }
                    assertThat(Application.number(outer, "select count(*) from nested"))
                            .isEqualTo(2);
                    assertThat(outer.getAutoCommit()).isFalse();
                    outer.commit();
                }
                assertThat(application.statistics().leased()).isZero();
                return null;
            });
            assertThat(server.number("select count(*) from nested")).isEqualTo(2);
            assertThat(application.statistics().opened()).isEqualTo(1);
        }
    }

    @ParameterizedTest
    @EnumSource
    void anOuterCloseWithoutCommitRollsBack(Servers server) throws Exception {
        server.execute("drop table if exists nested", "create table nested (id int)");
        try (var application = Application.on(server)
                .set("default.max-age", "60")
                .beans(Beans.Orders.class)
                .start()) {
            var source = application.bean(Beans.Orders.class).source();
            long left = application.request(() -> {
                try (var outer = source.getConnection()) {
                    outer.setAutoCommit(false);
                    Application.update(outer, "insert into nested values (1)");
                }
                try (var next = source.getConnection()) {
                    assertThat(next.getAutoCommit()).isTrue();
                    return Application.number(next, "select count(*) from nested");
                }
            });
            assertThat(left).isZero();
        }
    }
}
