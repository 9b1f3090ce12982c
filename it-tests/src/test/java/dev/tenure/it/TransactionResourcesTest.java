package dev.tenure.it;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tenure.it.TransactionBeans.Reports;
import jakarta.transaction.RollbackException;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import javax.transaction.xa.XAException;
import javax.transaction.xa.XAResource;
import javax.transaction.xa.Xid;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What shares a transaction with the connection, and what it costs. */
@Timeout(60)
class TransactionResourcesTest {

    private static final Servers SERVER = Servers.MARIADB;

    /** A resource with two phases, say a queue. */
    private static final class Queue implements XAResource {
        final List<String> calls = Collections.synchronizedList(new ArrayList<>());
        private final boolean refuses;

        Queue(boolean refuses) {
            this.refuses = refuses;
        }

        @Override
        public void commit(Xid xid, boolean onePhase) {
            calls.add("commit");
        }

        @Override
        public int prepare(Xid xid) throws XAException {
            calls.add("prepare");
            if (refuses) {
                throw new XAException(XAException.XA_RBROLLBACK);
            }
            return XA_OK;
        }

        @Override
        public void rollback(Xid xid) {
            calls.add("rollback");
        }

        @Override
        public void start(Xid xid, int flags) {}

        @Override
        public void end(Xid xid, int flags) {}

        @Override
        public void forget(Xid xid) {}

        @Override
        public Xid[] recover(int flag) {
            return new Xid[0];
        }

        @Override
        public boolean isSameRM(XAResource other) {
            return other == this;
        }

        @Override
        public int getTransactionTimeout() {
            return 0;
        }

        @Override
        public boolean setTransactionTimeout(int seconds) {
            return false;
        }
    }

    private static Application.Builder withReports() {
        return TransactionScene.builder(SERVER)
                .database("reports", SERVER, SERVER.started().url())
                .beans(TransactionBeans.Service.class, Reports.class);
    }

    @Test
    void theSecondDatabaseIsRefusedAndTheFirstGoesOn() throws Exception {
        try (var scene = TransactionScene.of(SERVER, withReports())) {
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
        try (var scene = TransactionScene.of(SERVER, withReports().set("reports.transactions", "off"))) {
            var reports = scene.application.bean(Reports.class);
            assertThatThrownBy(() -> scene.inTransaction(() -> {
                        scene.insert(1);
                        TransactionScene.insert(reports.db(), 2);
                        throw new IllegalStateException("as the test asked");
                    }))
                    .isInstanceOf(IllegalStateException.class);
            assertThat(SERVER.number("select id from booked")).isEqualTo(2);
            assertThat(scene.rows()).isEqualTo(1);
        }
    }

    @Test
    void besideATwoPhaseResourceItIsTheLastToCommit() throws Exception {
        try (var scene = TransactionScene.on(SERVER)) {
            var queue = new Queue(false);
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
        try (var scene = TransactionScene.on(SERVER)) {
            var queue = new Queue(true);
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
        try (var scene = TransactionScene.on(SERVER)) {
            var queue = new Queue(false);
            assertThatThrownBy(() -> scene.inTransaction(() -> {
                        scene.insert(1);
                        scene.manager.getTransaction().enlistResource(queue);
                        SERVER.execute("kill " + scene.session());
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
                TransactionScene.of(SERVER, TransactionScene.builder(SERVER).set("default.max-connections", "1"))) {
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
                TransactionScene.of(SERVER, TransactionScene.builder(SERVER).set("default.max-connections", "1"))) {
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
                TransactionScene.of(SERVER, TransactionScene.builder(SERVER).set("default.max-age", "0"))) {
            scene.request(() -> {
                scene.service.required(() -> scene.insert(1));
                scene.service.required(() -> scene.insert(2));
                return scene.count();
            });
            assertThat(scene.application.statistics().opened()).isEqualTo(1);
            assertThat(scene.rows()).isEqualTo(2);
        }
    }

    @Test
    void aTransactionOfOneSelectNeedsNoMoreThanTheDriversThreeRoundTrips() throws Exception {
        try (var network = new FaultProxy(SERVER.started().port())) {
            var url = SERVER.started().url().replace(":" + SERVER.started().port() + "/", ":" + network.port() + "/");
            try (var scene = TransactionScene.of(
                    SERVER,
                    TransactionScene.builder(SERVER).set("default.url", url).set("default.check-after", "never"))) {
                scene.inTransaction(scene::count);
                scene.request(scene::count);
                long start = network.requests();
                scene.inTransaction(scene::count);
                long afterOthers = network.requests();
                scene.inTransaction(scene::count);
                long afterAnother = network.requests();
                System.out.printf(
                        "Round trips of a transaction of one select: %d, after another transaction %d%n",
                        afterOthers - start, afterAnother - afterOthers);
                assertThat(afterOthers - start)
                        .as("autocommit off, select, commit")
                        .isEqualTo(3);
                assertThat(afterAnother - afterOthers).as("after another").isEqualTo(2);
            }
        }
    }
}
