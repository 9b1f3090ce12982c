package dev.tenure.it.observability;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tenure.samples.database.DatabaseServer;
import jakarta.enterprise.inject.Any;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Map;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.HealthCheckResponse.Status;
import org.eclipse.microprofile.health.Liveness;
import org.eclipse.microprofile.health.Readiness;
import org.junit.jupiter.api.Test;

/** The readiness check on a real database. */
class HealthTest {

    private static HealthCheckResponse check(Application application) {
        return application
                .container()
                .select(HealthCheck.class, Readiness.Literal.INSTANCE)
                .get()
                .call();
    }

    private static Map<String, Object> data(HealthCheckResponse response) {
        return response.getData().orElseThrow();
    }

    @Test
    void oneEntryADatabaseTellsWhatItKnowsOfTheServer() {
        var server = Application.server();
        try (var application = Application.on(server)
                .set("default.url", server.url() + "&sessionVariables=wait_timeout=300")
                .set("default.max-age", "60")
                .set("reports.url", server.url())
                .set("reports.user", server.user())
                .set("reports.password", server.password())
                .set("reports.health", "false")
                .start()) {
            var response = check(application); // get() would fail if there were two
            assertThat(response.getName()).isEqualTo("tenure.default");
            assertThat(response.getStatus()).isEqualTo(Status.UP);
            assertThat(data(response))
                    .containsEntry("server", "answers")
                    .containsEntry("open", 1L)
                    .containsEntry("idle", 1L)
                    .containsEntry("leased", 0L)
                    .containsEntry("waiting", 0L)
                    .containsEntry("max-connections", 20L)
                    .containsEntry("server-idle-timeout", "5m")
                    .doesNotContainKey("last-error");
            assertThat(application.container().select(HealthCheck.class, Liveness.Literal.INSTANCE))
                    .as("a database that is away is no reason to restart the application")
                    .isEmpty();
        }
    }

    @Test
    void switchedOffThereIsNone() {
        try (var application = Application.on(Application.server())
                .set("default.health", "false")
                .start()) {
            assertThat(application.container().select(HealthCheck.class, Any.Literal.INSTANCE))
                    .isEmpty();
        }
    }

    @Test
    void aConnectionOpenedForItIsTheNextRequestsAndOneOfAgeZeroIsClosed() throws Exception {
        try (var application = Application.on(Application.server())
                .set("default.max-age", "60")
                .start()) {
            check(application);
            application.request(application.bean(Application.Orders.class)::count);
            assertThat(application.tenure().statistics().get("default").opened())
                    .isEqualTo(1);
        }
        try (var application =
                Application.on(Application.server()).set("default.max-age", "0").start()) {
            assertThat(check(application).getStatus()).isEqualTo(Status.UP);
            assertThat(application.tenure().statistics().get("default").open()).isZero();
        }
    }

    @Test
    void whileRequestsHaveAllConnectionsNoneIsTakenOrOpenedAndItIsUp() throws Exception {
        try (var application = Application.on(Application.server())
                .set("default.max-age", "60")
                .set("default.max-connections", "1")
                .start()) {
            try (var holder = Holder.in(application)) {
                var response = check(application);
                holder.giveBack();
                assertThat(response.getStatus()).isEqualTo(Status.UP);
                assertThat(data(response))
                        .containsEntry("server", "not asked: all connections are in use")
                        .containsEntry("leased", 1L)
                        .containsEntry("open", 1L);
            }
        }
    }

    @Test
    void itIsDownWhileTheServerIsAndUpWhenItIsBack() throws Exception {
        try (var server = DatabaseServer.mariaDb().start();
                var application =
                        Application.on(server).set("default.max-age", "60").start()) {
            assertThat(check(application).getStatus()).isEqualTo(Status.UP);
            server.kill();
            Eventually.holds(
                    () -> check(application).getStatus() == Status.DOWN); // an answer is told again for a second
            var down = check(application);
            assertThat(data(down)).containsEntry("server", "cannot be reached").containsEntry("open", 0L);
            assertThat(data(down).get("last-error")).asString().startsWith("CommunicationsException 08S01");
            assertThat(data(down)).containsKey("last-error-at");

            server.restart();
            Eventually.holds(() -> check(application).getStatus() == Status.UP);
            assertThat(data(check(application))).doesNotContainKey("last-error");
        }
    }

    @Test
    void aServerThatIsSilentCostsNoMoreThanValidationTimeout() throws Exception {
        try (var server = DatabaseServer.mariaDb().start();
                var application = Application.on(server)
                        .set("default.max-age", "60")
                        .set("default.validation-timeout", "500ms")
                        .start()) {
            assertThat(check(application).getStatus()).isEqualTo(Status.UP);
            Thread.sleep(1_000); // until the answer is no longer told again
            server.pause();
            try {
                long start = System.nanoTime();
                var response = check(application);
                double took = (System.nanoTime() - start) / 1e9;
                assertThat(response.getStatus()).isEqualTo(Status.DOWN);
                assertThat(data(response)).containsEntry("server", "does not answer within validation-timeout");
                assertThat(took).isBetween(0.4, 1.5);
            } finally {
                server.resume();
            }
            Eventually.holds(() -> check(application).getStatus() == Status.UP);
        }
    }

    @Test
    void aWrongPasswordIsNotShown() {
        try (var application = Application.on(Application.server())
                .set("default.password", Application.PASSWORD)
                .start()) {
            var response = check(application);
            assertThat(response.getStatus()).isEqualTo(Status.DOWN);
            assertThat(data(response)).containsEntry("last-error", "SQLException 28000/1045");
            assertThat(data(response).toString()).doesNotContain(Application.PASSWORD);
        }
    }

    @Test
    void toBeAskedOftenCostsTheServerNothing() throws SQLException {
        var server = Application.server();
        try (var application =
                        Application.on(server).set("default.max-age", "0").start();
                var root = DriverManager.getConnection(server.url(), server.rootUser(), server.rootPassword())) {
            check(application);
            long before = connects(root);
            for (int i = 0; i < 100; i++) {
                check(application);
            }
            assertThat(connects(root) - before).isLessThanOrEqualTo(1);
        }
    }

    private static long connects(Connection root) throws SQLException {
        try (var statement = root.createStatement();
                var rows = statement.executeQuery("show global status like 'Connections'")) {
            rows.next();
            return rows.getLong(2);
        }
    }
}
