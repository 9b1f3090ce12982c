package dev.tenure.it;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tenure.CloseReason;
import java.util.HashSet;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** R10, R24: a worker that waits for its queue and never calls Tenure. */
class WorkerIdlesPastWaitTimeoutTest {

    private static final int ROUNDS = 3;
    private static final int WAIT_TIMEOUT_S = 2;

    @ParameterizedTest
    @EnumSource
    void theWorkerSeesNoErrorAndTheSweepClosesBeforeTheServerDoes(Servers server) throws Exception {
        try (var application = Application.on(server, WAIT_TIMEOUT_S)
                .set("default.max-age", "60")
                .beans(Beans.Worker.class)
                .start()) {
            var worker = application.bean(Beans.Worker.class);
            var ids = Application.onNewThread(() -> {
                var seen = new HashSet<Long>();
                for (int round = 1; round <= ROUNDS; round++) {
                    seen.add(Application.connectionId(worker.db()));
                    server.awaitSessions(1);
                    long closedSoFar = round;
                    Eventually.equal("closed by the sweep", closedSoFar, () -> application.closed(CloseReason.IDLE));
                    server.awaitSessions(0);
                    Thread.sleep(WAIT_TIMEOUT_S * 1_000);
                }
                return seen;
            });
            assertThat(ids).hasSize(ROUNDS);
            assertThat(application.statistics().closedInAll()).isEqualTo(ROUNDS);
        }
    }
}
