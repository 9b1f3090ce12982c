package dev.tenure.it.servers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.AfterParameterizedClassInvocation;
import org.junit.jupiter.params.BeforeParameterizedClassInvocation;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Traps 1 to 5, 8, 10, 16 and 18: every way in which a server begins and ends what uses a connection. */
@ParameterizedClass
@MethodSource("dev.tenure.it.servers.Kind#chosen")
class RequestsTest {

    /** How often at the same time: WildFly's leak is a race. */
    private static final int AT_ONCE = 10;

    @TempDir
    static Path folder;

    private static Probe probe;

    private final Kind kind;

    RequestsTest(Kind kind) {
        this.kind = kind;
    }

    @BeforeParameterizedClassInvocation
    static void deploy(Kind kind) throws Exception {
        probe = new Probe(kind, kind.started());
        kind.started().deploy(War.on(kind).in(folder));
    }

    @AfterParameterizedClassInvocation
    static void undeploy(Kind kind) throws Exception {
        kind.started().undeploy(War.NAME);
        Probe.awaitSessions(0);
        assertThat(probe.complaints()).isEmpty();
    }

    private static Stream<String> good() {
        return Stream.of(
                "/rest/sync",
                "/rest/raw/suspended",
                "/rest/raw/stage",
                "/rest/raw/stream",
                "/rest/background/start-up",
                "/rest/background/worker",
                "/rest/background/request-of-its-own",
                "/rest/databases/two");
    }

    private static Stream<String> goodInJakartaEe() {
        return Stream.of(
                "/sync",
                "/sync?flush=true",
                "/forward",
                "/include",
                "/async/complete",
                "/async/timeout",
                "/rest/managed/suspended",
                "/rest/managed/stage",
                "/rest/jobs/start-up",
                "/rest/jobs/timer",
                "/rest/jobs/asynchronous",
                "/rest/jobs/scheduled");
    }

    @ParameterizedTest
    @MethodSource("good")
    void isServedAndNothingStaysLeased(String path) throws Exception {
        for (var response : atOnce(path)) {
            assertThat(response.statusCode()).as(response.body()).isEqualTo(200);
            if (kind.keepsAsynchronousRequests() || !isAsynchronous(path)) {
                assertThat(response.body()).startsWith("served");
            }
        }
        probe.awaitNothingLeased();
    }

    @ParameterizedTest
    @MethodSource("goodInJakartaEe")
    void isServedByAServerOfJakartaEeAndNothingStaysLeased(String path) throws Exception {
        assumeTrue(kind.isOfJakartaEe(), "no servlets, no EJB, no executors");
        isServedAndNothingStaysLeased(path);
    }

    @Test
    void aDatasourceOfTheServersIsServedAndNothingStaysLeased() throws Exception {
        assumeTrue(kind.givesApplicationsPools(), "no pool over the application's driver");
        isServedAndNothingStaysLeased("/rest/databases/jndi");
    }

    private static boolean isAsynchronous(String path) {
        return Stream.of("/async/", "/rest/managed/", "/rest/raw/suspended", "/rest/raw/stage")
                .anyMatch(path::startsWith);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/rest/sync?fail=true", "/sync?fail=true", "/async/error"})
    void failsAndNothingStaysLeased(String path) throws Exception {
        assumeTrue(kind.isOfJakartaEe() || path.startsWith("/rest/"), "no servlets");
        for (var response : atOnce(path)) {
            assertThat(response.statusCode()).as(response.body()).isEqualTo(500);
        }
        probe.awaitNothingLeased();
    }

    /** GlassFish 7, Payara 6 and TomEE 9 have no request context there, with or without Tenure (WELD-001303). */
    @Test
    void anAsynchronousDispatchLeavesNothingLeasedWhetherOrNotItHasARequestContext() throws Exception {
        assumeTrue(kind.isOfJakartaEe(), "no servlets");
        boolean hasContext = kind.hasContextInAsynchronousDispatch();
        for (var response : atOnce("/async/dispatch")) {
            assertThat(response.statusCode()).as(response.body()).isEqualTo(hasContext ? 200 : 500);
            assertThat(response.body()).contains(hasContext ? "served" : "ContextNotActiveException");
        }
        probe.awaitNothingLeased();
    }

    private List<HttpResponse<String>> atOnce(String path) {
        List<CompletableFuture<HttpResponse<String>>> calls = new ArrayList<>();
        for (int i = 0; i < AT_ONCE; i++) {
            calls.add(probe.getAsync(path));
        }
        return calls.stream().map(CompletableFuture::join).toList();
    }
}
