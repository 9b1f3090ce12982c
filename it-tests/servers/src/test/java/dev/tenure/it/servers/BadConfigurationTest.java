package dev.tenure.it.servers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tenure.samples.server.DeploymentException;
import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** R27 and trap 15: the deployment fails, and the server's log has all mistakes in one message. */
class BadConfigurationTest {

    @TempDir
    Path folder;

    @ParameterizedTest
    @MethodSource("dev.tenure.it.servers.Kind#chosen")
    void theDeploymentFailsAndTheLogSaysWhatToChange(Kind kind) throws Exception {
        var server = kind.started();
        int before = server.log().length(); // TomEE begins its log with all system properties, the password among them
        var war = War.on(kind)
                .set("default.max-age", "soon")
                .set("default.max-ag", "60")
                .named("mistaken");
        assertThatThrownBy(() -> server.deploy(war.in(folder))).isInstanceOf(DeploymentException.class);
        assertThat(server.log().substring(before))
                .contains("TNR-0001: Tenure cannot be deployed, 2 problem(s)")
                .contains("TNR-0101: tenure.default.max-age=soon")
                .contains("TNR-0103: tenure.default.max-ag=60")
                .contains("Did you mean tenure.default.max-age?")
                .doesNotContain(Kind.database().password())
                .doesNotContainPattern("at dev\\.tenure\\.config"); // no stack trace of ours
        server.undeploy("mistaken");
        Probe.awaitSessions(0);
        if (kind.keepsNamesOfFailedDeployments()) {
            kind.taken().close();
        }
    }
}
