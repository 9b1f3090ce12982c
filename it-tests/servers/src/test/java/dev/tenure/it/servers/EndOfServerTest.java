package dev.tenure.it.servers;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tenure.samples.server.ApplicationServer;
import java.nio.file.Path;
import java.util.function.Consumer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** R25: the application server ends under load. Last, for it ends the one that other tests have used. */
@Order(Integer.MAX_VALUE)
class EndOfServerTest {

    /** 128 and the number of SIGKILL. */
    private static final int KILLED = 137;

    @TempDir
    Path folder;

    @ParameterizedTest
    @MethodSource("dev.tenure.it.servers.Kind#chosen")
    void stoppedInOrderItClosesEveryConnection(Kind kind) throws Exception {
        long aborted = Probe.abortedSessions();
        var server = kind.taken();
        endsUnderLoad(kind, server, ApplicationServer::stop);
        assertThat(server.exitCode()).as("it ended by itself").isNotEqualTo(KILLED);
        assertThat(Probe.abortedSessions() - aborted)
                .as("sessions that ended without a good-bye")
                .isZero();
    }

    @ParameterizedTest
    @MethodSource("dev.tenure.it.servers.Kind#chosen")
    void killedItLeavesNoSessionBehind(Kind kind) throws Exception {
        endsUnderLoad(kind, kind.another(), ApplicationServer::kill);
    }

    private void endsUnderLoad(Kind kind, ApplicationServer started, Consumer<ApplicationServer> end) throws Exception {
        try (var server = started) {
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
