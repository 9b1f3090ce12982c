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

    private final EveryServer kind;
    private TransactionScene scene;

    TransactionTimeOutTest(EveryServer kind) {
        this.kind = kind;
    }

    @BeforeEach
    void start() throws SQLException {
        scene = TransactionScene.on(kind);
        scene.server.asUser("insert into booked values (1)");
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
        assertThat(scene.server.number("select sum(id) from booked")).isEqualTo(10);
    }

    @Test
    void betweenTwoCallsItIsRolledBackAndTheNextCallSaysSo() throws Exception {
        scene.request(() -> {
            begin();
            scene.lockTheRow();
            Eventually.equal("locked", false, scene::theRowIsLocked);
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

    @Test
    void withinACallThatReturnsTheCallersThreadRollsBack() throws Exception {
        scene.request(() -> {
            begin();
            scene.lockTheRow();
            scene.sleep("1.3");
            Eventually.equal("locked when the call has returned", false, scene::theRowIsLocked);
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
            scene.lockTheRow();
            assertThatThrownBy(() -> scene.sleep("30")).isInstanceOf(SQLException.class);
            Eventually.equal("locked", false, scene::theRowIsLocked);
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
                        scene.sleep("0.002");
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
