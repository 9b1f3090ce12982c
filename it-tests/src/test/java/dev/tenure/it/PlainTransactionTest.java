package dev.tenure.it;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** R13, D63, D64: without JTA the user's own transactions and savepoints work as JDBC says, and what is not committed does not outlive its unit. */
@ParameterizedClass
@EnumSource
@Timeout(60)
class PlainTransactionTest {

    private final Target server;
    private Application application;
    private Beans.Orders orders;

    PlainTransactionTest(EveryServer kind) {
        this.server = kind.target();
    }

    @BeforeEach
    void start() throws SQLException {
        server.asUser("drop table if exists noted", "create table noted (id int primary key)");
        application = Application.on(server)
                .set("default.max-age", "60")
                .beans(Beans.Orders.class)
                .start();
        orders = application.bean(Beans.Orders.class);
    }

    @AfterEach
    void stop() throws Exception {
        application.close();
    }

    private void note(int id) throws SQLException {
        Application.update(orders.db(), "insert into noted values (" + id + ")");
    }

    /** As another session sees it, by the sum of the numbers. */
    private long committed() throws SQLException {
        try (var plain = server.plain()) {
            return Application.number(plain, "select coalesce(sum(id), 0) from noted");
        }
    }

    /** What the outer and the inner block note, whether each of them keeps it, and what is there in the end. */
    private static Stream<Arguments> outcomes() {
        return Stream.of(
                Arguments.of(true, true, 3),
                Arguments.of(true, false, 1),
                Arguments.of(false, true, 0),
                Arguments.of(false, false, 0));
    }

    @ParameterizedTest
    @MethodSource("outcomes")
    void aSavepointIsABlockWithinTheTransaction(boolean outer, boolean inner, int expected) throws Exception {
        application.request(() -> {
            var db = orders.db();
            db.setAutoCommit(false);
            note(1);
            var savepoint = db.setSavepoint("inner_block");
            note(2);
            if (inner) {
                db.releaseSavepoint(savepoint);
            } else {
                db.rollback(savepoint);
            }
            assertThat(committed()).as("before the end").isZero();
            if (outer) {
                db.commit();
            } else {
                db.rollback();
            }
            return null;
        });
        assertThat(committed()).isEqualTo(expected);
        assertThat(application.statistics().opened()).isEqualTo(1);
    }

    @Test
    void afterAnErrorTheSavepointIsStillThere() throws Exception {
        application.request(() -> {
            var db = orders.db();
            db.setAutoCommit(false);
            note(1);
            var savepoint = db.setSavepoint();
            assertThatThrownBy(() -> note(1)).isInstanceOf(SQLException.class);
            db.rollback(savepoint);
            note(2);
            db.commit();
            return null;
        });
        assertThat(committed()).isEqualTo(3);
    }

    @Test
    void whatIsNotCommittedDoesNotOutliveItsUnit() throws Exception {
        application.request(() -> {
            var db = orders.db();
            db.setAutoCommit(false);
            note(1);
            db.releaseSavepoint(db.setSavepoint());
            note(2);
            return null;
        });
        assertThat(committed()).isZero();
        application.request(() -> {
            assertThat(orders.db().getAutoCommit()).as("of the next unit").isTrue();
            note(4);
            return null;
        });
        assertThat(committed()).isEqualTo(4);
        assertThat(application.statistics().opened()).isEqualTo(1);
    }

    @Test
    void aSavepointOfOneUnitIsNothingToTheNext() throws Exception {
        var left = application.request(() -> {
            orders.db().setAutoCommit(false);
            note(1);
            return orders.db().setSavepoint("left");
        });
        application.request(() -> {
            Connection db = orders.db();
            db.setAutoCommit(false);
            note(2);
            assertThatThrownBy(() -> db.rollback(left)).isInstanceOf(SQLException.class);
            db.rollback();
            return null;
        });
        assertThat(committed()).isZero();
    }
}
