package dev.tenure.it;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tenure.CloseReason;
import java.sql.SQLException;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/** The manager's reaper rolls back from a thread of its own what has taken too long. */
@ParameterizedClass
@EnumSource
@Timeout(60)
class TransactionTimeOutTest {

    private static final int TIME_OUT_SECONDS = 1;

    private final Servers server;
    private TransactionScene scene;

    TransactionTimeOutTest(Servers server) {
        this.server = server;
    }

    @BeforeEach
    void start() throws SQLException {
        scene = TransactionScene.on(server);
        server.execute("insert into booked values (1)");
    }

    @AfterEach
    void stop() throws Exception {
        scene.close();
    }

    private void begin() throws Exception {
        scene.manager.setTransactionTimeout(TIME_OUT_SECONDS);
        scene.manager.begin();
    }

    private void assertNotCommitted() {
        assertThatThrownBy(scene.manager::commit).isInstanceOf(jakarta.transaction.RollbackException.class);
    }

    private void assertGoesOn() throws Exception {
        scene.assertNothingLeased();
        scene.inTransaction(() -> scene.insert(9));
        assertThat(server.number("select sum(id) from booked")).isEqualTo(10);
    }

    @Test
    void betweenTwoCallsItIsRolledBackAndTheNextCallSaysSo() throws Exception {
        scene.request(() -> {
            begin();
            scene.insert(2);
            Eventually.equal("rolled back", true, this::noRowIsLocked);
            assertThatThrownBy(() -> scene.insert(3))
                    .isInstanceOf(SQLException.class)
                    .hasMessageContaining("TNR-0404");
            assertNotCommitted();
            return scene.count();
        });
        assertThat(scene.application.statistics().opened())
                .as("the connection is good")
                .isEqualTo(1);
        assertGoesOn();
    }

    /** Asked of the rows themselves: information_schema.innodb_trx shows an old picture to whoever looks more than ten times a second. */
    private boolean noRowIsLocked() throws SQLException {
        try {
            server.number("select id from booked for update nowait");
            return true;
        } catch (SQLException e) {
            assertThat(e.getErrorCode())
                    .as(e.getMessage())
                    .isIn(1205, 3572); // MariaDB's and MySQL's "locked by another"
            return false;
        }
    }

    @Test
    void withinACallThatReturnsTheCallersThreadRollsBack() throws Exception {
        scene.request(() -> {
            begin();
            scene.insert(2);
            Application.number(scene.service.db(), "select sleep(1.3)");
            Eventually.equal("rolled back when the call returned", true, this::noRowIsLocked);
            assertThatThrownBy(() -> scene.insert(3)).hasMessageContaining("TNR-04");
            assertNotCommitted();
            return null;
        });
        assertGoesOn();
    }

    @Test
    void aCallThatDoesNotReturnIsCutShortAndItsLocksGo() throws Exception {
        long start = System.nanoTime();
        scene.request(() -> {
            begin();
            Application.update(scene.service.db(), "update booked set id = 2 where id = 1");
            assertThatThrownBy(() -> Application.number(scene.service.db(), "select sleep(30)"))
                    .isInstanceOf(SQLException.class);
            assertThatThrownBy(() -> scene.insert(3)).hasMessageContaining("TNR-04");
            assertNotCommitted();
            return null;
        });
        assertThat(TimeUnit.NANOSECONDS.toSeconds(System.nanoTime() - start)).isLessThan(15);
        Eventually.equal("closed as broken", 1L, () -> scene.application.closed(CloseReason.BROKEN));
        assertGoesOn();
    }

    @Test
    void whileRowsAreReadTheConnectionIsGivenUp() throws Exception {
        scene.request(() -> {
            begin();
            scene.insert(2);
            try (var statement = scene.service.db().createStatement();
                    var rows = statement.executeQuery("select id from booked")) {
                Eventually.equal("given up", 1L, () -> scene.application.closed(CloseReason.STATE));
                rows.next(); // which may work, or say that it is closed
            } catch (SQLException e) {
                assertThat(e.getMessage()).contains("losed");
            }
            assertNotCommitted();
            return null;
        });
        assertGoesOn();
    }

    @Test
    void manyWorkersMeetTheReaperAtAnyMoment() throws Exception {
        for (int i = 0; i < 8; i++) {
            int pause = 980 + 5 * i;
            scene.request(() -> {
                begin();
                scene.insert(2);
                Thread.sleep(pause);
                for (int n = 0; n < 20; n++) {
                    try {
                        Application.number(scene.service.db(), "select sleep(0.002)");
                    } catch (SQLException e) {
                        break;
                    }
                }
                assertNotCommitted();
                return null;
            });
        }
        assertGoesOn();
    }
}
