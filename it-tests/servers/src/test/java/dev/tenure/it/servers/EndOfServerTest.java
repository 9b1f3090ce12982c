package dev.tenure.it.servers;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tenure.samples.server.ApplicationServer;
import java.nio.file.Path;
import java.util.function.Consumer;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** R25: the application server ends under load. */
class EndOfServerTest {

    @TempDir
    Path folder;

    @ParameterizedTest
    @MethodSource("dev.tenure.it.servers.Kind#chosen")
    void stoppedInOrderItClosesEveryConnection(Kind kind) throws Exception {
        endsUnderLoad(kind, ApplicationServer::stop);
    }

    @ParameterizedTest
    @MethodSource("dev.tenure.it.servers.Kind#chosen")
    void killedItLeavesNoSessionBehind(Kind kind) throws Exception {
        endsUnderLoad(kind, ApplicationServer::kill);
    }

    private void endsUnderLoad(Kind kind, Consumer<ApplicationServer> end) throws Exception {
        try (var server = kind.another()) {
            server.deploy(War.on(kind).in(folder));
            var probe = new Probe(kind, server);
            try (var load = new Load(probe)) {
                load.awaitServed();
                probe.workInTheBackground();
                assertThat(Probe.sessions()).isPositive();
                end.accept(server);
                Probe.awaitSessions(0);
            }
            assertThat(probe.complaints()).isEmpty();
        }
    }
}
