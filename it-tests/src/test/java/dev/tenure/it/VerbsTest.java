package dev.tenure.it;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tenure.CloseReason;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The verbs of ManagedConnections, while a worker and a request are at work. */
class VerbsTest {

    private final ExecutorService workerThread = Executors.newSingleThreadExecutor();

    @AfterEach
    void end() {
        workerThread.shutdownNow();
    }

    private <T> T asWorker(Callable<T> task) throws Exception {
        Future<T> done = workerThread.submit(task);
        return done.get();
    }

    private static Application start(Servers server) {
        return Application.on(server)
                .set("default.max-age", "60")
                .beans(Beans.Orders.class, Beans.Worker.class)
                .start();
    }

    @ParameterizedTest
    @EnumSource
    void closeIdleLeavesARequestAloneAndClosesAWorkersParkedOne(Servers server) throws Exception {
        try (var application = start(server)) {
            var worker = application.bean(Beans.Worker.class);
            var orders = application.bean(Beans.Orders.class);
            long parked = asWorker(() -> Application.connectionId(worker.db()));
            application.request(() -> {
                long held = Application.connectionId(orders.db());
                application.tenure().closeIdle();
                server.awaitSessions(1);
                assertThat(Application.connectionId(orders.db())).isEqualTo(held);
                return null;
            });
            assertThat(asWorker(() -> Application.connectionId(worker.db()))).isNotEqualTo(parked);
        }
    }

    @ParameterizedTest
    @EnumSource
    void retireAllLetsUnitsGoOnAndNothingOlderIsUsedAfterwards(Servers server) throws Exception {
        try (var application = start(server)) {
            var worker = application.bean(Beans.Worker.class);
            var orders = application.bean(Beans.Orders.class);
            long parked = asWorker(() -> Application.connectionId(worker.db()));
            long held = application.request(() -> {
                long id = Application.connectionId(orders.db());
                application.tenure().retireAll();
                assertThat(Application.connectionId(orders.db())).isEqualTo(id);
                return id;
            });
            assertThat(application.request(() -> Application.connectionId(orders.db())))
                    .isNotEqualTo(held)
                    .isNotEqualTo(parked);
            assertThat(asWorker(() -> Application.connectionId(worker.db())))
                    .isNotEqualTo(held)
                    .isNotEqualTo(parked);
            Eventually.equal("retired", 2L, () -> application.closed(CloseReason.RETIRED));
        }
    }

    @ParameterizedTest
    @EnumSource
    void closeAllRollsBackAndUnitsGoOnWithAnother(Servers server) throws Exception {
        server.execute("drop table if exists all_closed", "create table all_closed (id int)");
        try (var application = start(server)) {
            var worker = application.bean(Beans.Worker.class);
            var orders = application.bean(Beans.Orders.class);
            asWorker(() -> {
                worker.db().setAutoCommit(false);
                return Application.update(worker.db(), "insert into all_closed values (1)");
            });
            application.request(() -> {
                long held = Application.connectionId(orders.db());
                application.tenure().closeAll();
                server.awaitSessions(0);
                assertThat(Application.connectionId(orders.db())).isNotEqualTo(held);
                return null;
            });
            assertThat(asWorker(() -> Application.number(worker.db(), "select count(*) from all_closed")))
                    .isZero();
            asWorker(() -> {
                application.tenure().endThread();
                return null;
            });
        }
    }

    @ParameterizedTest
    @EnumSource
    void endThreadGivesTheWorkersConnectionBack(Servers server) throws Exception {
        server.execute("drop table if exists ended", "create table ended (id int) engine=InnoDB");
        try (var application = start(server)) {
            var worker = application.bean(Beans.Worker.class);
            asWorker(() -> {
                worker.db().setAutoCommit(false);
                Application.update(worker.db(), "insert into ended values (1)");
                assertThat(application.statistics().leased()).isEqualTo(1);
                application.tenure().endThread();
                assertThat(application.statistics().leased()).isZero();
                assertThat(Application.number(worker.db(), "select count(*) from ended"))
                        .as("uncommitted work")
                        .isZero();
                return null;
            });
            assertThat(application.statistics().opened()).isEqualTo(1);
        }
    }
}
