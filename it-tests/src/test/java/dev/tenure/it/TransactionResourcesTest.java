package dev.tenure.it;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tenure.it.Target.Dialect;
import dev.tenure.it.TransactionBeans.Reports;
import jakarta.transaction.RollbackException;
import java.sql.SQLException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/** What shares a transaction with the connection, and what it costs. */
@ParameterizedClass
@EnumSource
@Timeout(60)
class TransactionResourcesTest {

    private final Target server;

    TransactionResourcesTest(EveryServer kind) {
        this.server = kind.target();
    }

    private Application.Builder withReports() {
        return TransactionScene.builder(server)
                .database("reports", server, server.url())
                .beans(TransactionBeans.Service.class, Reports.class);
    }

    @Test
    void theSecondDatabaseIsRefusedAndTheFirstGoesOn() throws Exception {
        try (var scene = TransactionScene.of(server, withReports())) {
            var reports = scene.application.bean(Reports.class);
            scene.inTransaction(() -> {
                scene.insert(1);
                assertThatThrownBy(() -> TransactionScene.insert(reports.db(), 2))
                        .isInstanceOf(SQLException.class)
                        .hasMessageContainingAll(
                                "TNR-0401", "\"reports\"", "\"default\"", "tenure.reports.transactions=off");
                return null;
            });
            assertThat(scene.rows()).isEqualTo(1);
            scene.inTransaction(() -> TransactionScene.insert(reports.db(), 3));
            assertThat(scene.rows()).as("alone it takes part").isEqualTo(2);
        }
    }

    @Test
    void aDatabaseThatIsTurnedOffCommitsByItself() throws Exception {
        try (var scene = TransactionScene.of(server, withReports().set("reports.transactions", "off"))) {
            var reports = scene.application.bean(Reports.class);
            assertThatThrownBy(() -> scene.inTransaction(() -> {
                        scene.insert(1);
                        TransactionScene.insert(reports.db(), 2);
                        throw new IllegalStateException("as the test asked");
                    }))
                    .isInstanceOf(IllegalStateException.class);
            assertThat(server.number("select id from booked")).isEqualTo(2);
            assertThat(scene.rows()).isEqualTo(1);
        }
    }

    @Test
    void besideATwoPhaseResourceItIsTheLastToCommit() throws Exception {
        try (var scene = TransactionScene.on(server)) {
            var queue = new TwoPhaseQueue(false);
            scene.inTransaction(() -> {
                scene.insert(1);
                scene.manager.getTransaction().enlistResource(queue);
                return null;
            });
            assertThat(queue.calls).containsExactly("prepare", "commit");
            assertThat(scene.rows()).isEqualTo(1);
        }
    }

    @Test
    void besideATwoPhaseResourceThatCannotCommitNothingIsCommitted() throws Exception {
        try (var scene = TransactionScene.on(server)) {
            var queue = new TwoPhaseQueue(true);
            assertThatThrownBy(() -> scene.inTransaction(() -> {
                        scene.manager.getTransaction().enlistResource(queue);
                        return scene.insert(1);
                    }))
                    .isInstanceOf(RollbackException.class);
            assertThat(queue.calls).contains("prepare").doesNotContain("commit");
            assertThat(scene.rows()).isZero();
        }
    }

    @Test
    void ifItCannotCommitTheTwoPhaseResourceRollsBack() throws Exception {
        try (var scene = TransactionScene.on(server)) {
            var queue = new TwoPhaseQueue(false);
            assertThatThrownBy(() -> scene.inTransaction(() -> {
                        scene.insert(1);
                        scene.manager.getTransaction().enlistResource(queue);
                        server.kill(scene.session());
                        return null;
                    }))
                    .isInstanceOf(Exception.class);
            assertThat(queue.calls).contains("rollback").doesNotContain("commit");
            assertThat(scene.rows()).isZero();
        }
    }

    @Test
    void atTheCapTheSuspendedHolderIsNamed() throws Exception {
        try (var scene =
                TransactionScene.of(server, TransactionScene.builder(server).set("default.max-connections", "1"))) {
            scene.inTransaction(() -> {
                scene.insert(1);
                assertThatThrownBy(() -> scene.service.requiresNew(() -> scene.insert(2)))
                        .hasMessageContainingAll(
                                "TNR-0205", "Service.db", "in a transaction", "this thread has suspended");
                return scene.insert(3);
            });
            assertThat(scene.rows()).isEqualTo(2);
        }
    }

    @Test
    void aCapOfOneIsEnoughForARequestWithTransactions() throws Exception {
        try (var scene =
                TransactionScene.of(server, TransactionScene.builder(server).set("default.max-connections", "1"))) {
            scene.request(() -> {
                var leftOpen = scene.service.db().prepareStatement("select 1");
                leftOpen.executeQuery().next();
                scene.service.required(() -> scene.insert(1));
                scene.insert(2);
                return scene.service.required(() -> scene.insert(3));
            });
            assertThat(scene.rows()).isEqualTo(3);
            assertThat(scene.application.statistics().opened()).isEqualTo(1);
        }
    }

    @Test
    void withAnAgeOfZeroARequestStillHasOneConnection() throws Exception {
        try (var scene =
                TransactionScene.of(server, TransactionScene.builder(server).set("default.max-age", "0"))) {
            scene.request(() -> {
                scene.service.required(() -> scene.insert(1));
                scene.service.required(() -> scene.insert(2));
                return scene.count();
            });
            assertThat(scene.application.statistics().opened()).isEqualTo(1);
            assertThat(scene.rows()).isEqualTo(2);
        }
    }

    /** pgjdbc sends its BEGIN together with the first statement. */
    @Test
    void aTransactionOfOneSelectNeedsNoMoreRoundTripsThanTheDriver() throws Exception {
        try (var network = new FaultProxy(server.port())) {
            var url = server.urlThrough(network);
            try (var scene = TransactionScene.of(
                    server,
                    TransactionScene.builder(server).set("default.url", url).set("default.check-after", "never"))) {
                scene.inTransaction(scene::count);
                scene.request(scene::count);
                long start = network.requests();
                scene.inTransaction(scene::count);
                long afterOthers = network.requests();
                scene.inTransaction(scene::count);
                long afterAnother = network.requests();
                System.out.printf(
                        "Round trips of a transaction of one select, %s: %d, after another transaction %d%n",
                        server.dialect(), afterOthers - start, afterAnother - afterOthers);
                assertThat(afterOthers - start)
                        .as("autocommit off, select, commit")
                        .isEqualTo(server.dialect() == Dialect.POSTGRESQL ? 2 : 3);
                assertThat(afterAnother - afterOthers).as("after another").isEqualTo(2);
            }
        }
    }
}
