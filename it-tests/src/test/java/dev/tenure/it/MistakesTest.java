package dev.tenure.it;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.SQLException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** R4, R27: what a newcomer reads. */
class MistakesTest {

    @Test
    void allMistakesAreReportedTogether() {
        var application = Application.empty()
                .set("default.url", "jdbc:nobody:here")
                .set("default.max-age", "soon")
                .set("default.check-after", "-1")
                .set("default.max-ag", "60")
                .beans(Beans.Requests.class, Beans.Reports.class);
        assertThatThrownBy(application::start)
                .hasStackTraceContaining("max-age=soon")
                .hasStackTraceContaining("check-after=-1")
                .hasStackTraceContaining("Did you mean tenure.default.max-age?")
                .hasStackTraceContaining("@Managed(\"reports\") at Reports.reports");
    }

    @Test
    void aUrlThatNoDriverAcceptsIsRefusedAtDeployment() {
        var application =
                Application.empty().set("default.url", "jdbc:nobody:here").beans(Beans.Requests.class);
        assertThatThrownBy(application::start).hasStackTraceContaining("TNR-0110");
    }

    @ParameterizedTest
    @EnumSource
    void aWrongPasswordIsTheDriversErrorAndARotatedOneIsReadAtTheNextOpen(Servers server) throws Exception {
        try (var application = Application.on(server)
                .set("default.password", "wrong")
                .beans(Beans.Requests.class)
                .start()) {
            var requests = application.bean(Beans.Requests.class);
            assertThatThrownBy(requests::job).isInstanceOf(SQLException.class).hasMessageContaining("Access denied");
            System.setProperty("tenure.default.password", server.started().password());
            assertThat(requests.job()).isPositive();
        }
    }

    @Test
    void aServerThatIsDownIsTheDriversError() {
        try (var application = Application.empty()
                .set("default.url", "jdbc:mysql://127.0.0.1:1/none")
                .beans(Beans.Requests.class)
                .start()) {
            var requests = application.bean(Beans.Requests.class);
            assertThatThrownBy(requests::job).isInstanceOf(SQLException.class);
            assertThat(application.statistics().open()).isZero();
        }
    }
}
