package dev.tenure.it;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tenure.CloseReason;
import java.sql.SQLException;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** R9, R24: "MySQL server has gone away". */
class GoneAwayTest {

    @ParameterizedTest
    @EnumSource
    void aShellThatIdlesPastWaitTimeoutSeesNoErrorAndAPlainConnectionDies(Servers server) throws Exception {
        try (var plain = server.plain(server.url(2));
                var application = Application.on(server, 2)
                        .set("default.max-age", "60")
                        .beans(Beans.Requests.class)
                        .start()) {
            var requests = application.bean(Beans.Requests.class);
            Application.connectionId(plain);

            var ids = application.tenure().run(() -> {
                long before = Application.connectionId(requests.db());
                Thread.sleep(3_500);
                return new long[] {before, Application.connectionId(requests.db())};
            });

            assertThat(ids[1]).isNotEqualTo(ids[0]);
            assertThat(Application.eventually(() -> application.closed(CloseReason.IDLE) == 1))
                    .isTrue();
            assertThat(application.statistics().opened()).isEqualTo(2);
            assertThatThrownBy(() -> Application.connectionId(plain)).isInstanceOf(SQLException.class);
        }
    }

    @ParameterizedTest
    @EnumSource
    void aWorkerThatIdlesAgainAndAgainSeesNoErrorAndTheSweepClosesOnTheServer(Servers server) throws Exception {
        try (var application = Application.on(server, 2)
                .set("default.max-age", "60")
                .beans(Beans.Worker.class)
                .start()) {
            var worker = application.bean(Beans.Worker.class);
            for (int round = 1; round <= 3; round++) {
                worker.work();
                assertThat(server.sessions()).isEqualTo(1);
                Thread.sleep(1_600); // past Tenure's limit of 1 s, before the server's of 2 s
                assertThat(server.sessions()).as("closed by the sweep").isZero();
                assertThat(application.closed(CloseReason.IDLE)).isEqualTo(round);
                Thread.sleep(1_500);
            }
        }
    }
}
