package dev.tenure.it;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.transaction.RollbackException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** A manager that knows no last resource asks the connection to prepare, which it cannot: all is rolled back, and the log says why (TNR-0406). */
@Timeout(60)
class TransactionWithoutLastResourceTest {

    private LogLines log;

    @BeforeEach
    void listen() {
        log = LogLines.of("dev.tenure");
    }

    @AfterEach
    void stopListening() {
        log.close();
    }

    private static TransactionScene scene() throws Exception {
        var server = EveryServer.MARIADB.target();
        return TransactionScene.of(
                server,
                TransactionScene.builder(server)
                        .beans(TransactionBeans.Service.class, ManagerWithoutLastResource.class));
    }

    @Test
    void aloneItCommitsInOnePhase() throws Exception {
        try (var scene = scene()) {
            scene.inTransaction(() -> scene.insert(1));
            assertThat(scene.rows()).isEqualTo(1);
            assertThat(log.messages()).noneMatch(line -> line.contains("TNR-0406"));
        }
    }

    @Test
    void beforeATwoPhaseResourceAllIsRolledBack() throws Exception {
        try (var scene = scene()) {
            var queue = new TwoPhaseQueue(false);
            assertThatThrownBy(() -> scene.inTransaction(() -> {
                        scene.insert(1);
                        scene.manager.getTransaction().enlistResource(queue);
                        return null;
                    }))
                    .isInstanceOf(RollbackException.class);
            assertAllRolledBack(scene, queue);
        }
    }

    @Test
    void afterATwoPhaseResourceAllIsRolledBack() throws Exception {
        try (var scene = scene()) {
            var queue = new TwoPhaseQueue(false);
            assertThatThrownBy(() -> scene.inTransaction(() -> {
                        scene.manager.getTransaction().enlistResource(queue);
                        return scene.insert(1);
                    }))
                    .isInstanceOf(RollbackException.class);
            assertThat(queue.calls).startsWith("prepare");
            assertAllRolledBack(scene, queue);
        }
    }

    private void assertAllRolledBack(TransactionScene scene, TwoPhaseQueue queue) throws Exception {
        assertThat(queue.calls).contains("rollback").doesNotContain("commit");
        assertThat(scene.rows()).isZero();
        assertThat(log.messages()).anySatisfy(line -> assertThat(line).contains("TNR-0406", "\"default\""));
        scene.inTransaction(() -> scene.insert(2));
        assertThat(scene.rows()).as("the connection is good").isEqualTo(1);
        assertThat(scene.application.statistics().opened()).isEqualTo(1);
    }
}
