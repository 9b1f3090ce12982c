package dev.tenure.it;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.transaction.RollbackException;
import java.sql.Connection;
import java.sql.SQLException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What is of PostgreSQL alone: any error aborts its transaction, some errors come with the commit, and a COMMIT of what is aborted is answered by ROLLBACK. */
@Timeout(60)
class TransactionPostgreSqlTest {

    private static Application.Builder builder() {
        return TransactionScene.builder(EveryServer.POSTGRESQL.target());
    }

    private static TransactionScene scene(Application.Builder builder) throws SQLException {
        return TransactionScene.of(EveryServer.POSTGRESQL.target(), builder);
    }

    /** The next transaction works, on the same connection. */
    private static void assertGoesOn(TransactionScene scene, int rows) throws Exception {
        assertThat(scene.rows()).isEqualTo(rows);
        scene.inTransaction(() -> scene.insert(9));
        assertThat(scene.rows()).as("the next transaction").isEqualTo(rows + 1);
        assertThat(scene.application.statistics().opened()).isEqualTo(1);
    }

    private static void assertASwallowedErrorRollsBack(TransactionScene scene) throws Exception {
        assertThatThrownBy(() -> scene.inTransaction(() -> {
                    scene.insert(1);
                    assertThatThrownBy(() -> scene.insert(1)).hasMessageContaining("duplicate key");
                    return null;
                }))
                .isInstanceOf(RollbackException.class);
        assertGoesOn(scene, 0);
    }

    @Test
    void anErrorThatTheMethodSwallowsRollsBackLoudlyAtTheCommit() throws Exception {
        try (var scene = scene(builder())) {
            assertASwallowedErrorRollsBack(scene);
        }
    }

    @Test
    void afterAnErrorEveryStatementIsRefusedByTheServerAndNothingIsCommitted() throws Exception {
        try (var scene = scene(builder())) {
            scene.request(() -> {
                scene.manager.begin();
                scene.insert(1);
                assertThatThrownBy(() -> Application.number(scene.service.db(), "select 1 / 0"))
                        .hasMessageContaining("division by zero");
                assertThatThrownBy(() -> scene.insert(2))
                        .as("the driver's own exception")
                        .isInstanceOf(SQLException.class)
                        .extracting(e -> ((SQLException) e).getSQLState())
                        .isEqualTo("25P02");
                assertThatThrownBy(scene.manager::commit).isInstanceOf(RollbackException.class);
                return null;
            });
            assertGoesOn(scene, 0);
        }
    }

    /** pgjdbc alone says nothing then, and the caller believes that it has committed. */
    @Test
    void aDriverThatKeepsQuietAboutTheServersRollbackIsNotBelieved() throws Exception {
        var quiet = EveryServer.POSTGRESQL.target().url() + "&raiseExceptionOnSilentRollback=false";
        try (var scene = scene(builder().set("default.url", quiet))) {
            assertASwallowedErrorRollsBack(scene);
        }
    }

    /** With the driver's own savepoints the transaction goes on after an error. */
    @Test
    void withAutosaveAnErrorThatTheMethodSwallowsIsForgiven() throws Exception {
        var saved = EveryServer.POSTGRESQL.target().url() + "&autosave=always";
        try (var scene = scene(builder().set("default.url", saved))) {
            scene.inTransaction(() -> {
                scene.insert(1);
                assertThatThrownBy(() -> scene.insert(1)).hasMessageContaining("duplicate key");
                return scene.insert(2);
            });
            assertGoesOn(scene, 2);
        }
    }

    @Test
    void aConstraintThatIsDeferredFailsTheCommit() throws Exception {
        try (var scene = scene(builder())) {
            scene.server.asUser("alter table booked add unique (id) deferrable initially deferred", dropKey());
            assertThatThrownBy(() -> scene.inTransaction(() -> {
                        scene.insert(1);
                        return scene.insert(1);
                    }))
                    .isInstanceOf(RollbackException.class)
                    .hasStackTraceContaining("duplicate key");
            assertGoesOn(scene, 0);
        }
    }

    private static String dropKey() {
        return "alter table booked drop constraint booked_pkey";
    }

    @Test
    void aSerializationFailureAtTheCommitRollsBack() throws Exception {
        try (var scene = scene(builder().set("default.isolation", "serializable"));
                var other = scene.server.plain()) {
            other.setAutoCommit(false);
            other.setTransactionIsolation(Connection.TRANSACTION_SERIALIZABLE);
            assertThatThrownBy(() -> scene.inTransaction(() -> {
                        scene.count();
                        scene.insert(1);
                        Application.number(other, "select count(*) from booked");
                        TransactionScene.insert(other, 2);
                        other.commit();
                        return null;
                    }))
                    .isInstanceOf(RollbackException.class)
                    .hasStackTraceContaining("could not serialize access");
            assertGoesOn(scene, 1);
        }
    }
}
