package dev.tenure.it.servers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.tenure.samples.server.ApplicationServer;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** R25, traps 7, 9, 11 and 12: an application that is deployed again and again under load leaves nothing of itself. */
class RedeployTest {

    private static final int TIMES = 20;

    private static final String DRIVERS_THREAD = "mysql-cj-abandoned-connection-cleanup";

    /**
     * Whatever first asks Payara's DriverManager for anything may do so under a temporary class loader of the first deployment, before CDI starts there: its driver's
     * thread stays, once for the server's life. A leak of ours would leave one for each deployment.
     */
    private static final List<String> LEFT_BY_PAYARA = List.of(DRIVERS_THREAD);

    @TempDir
    Path folder;

    @ParameterizedTest
    @MethodSource("dev.tenure.it.servers.Kind#chosen")
    void twentyTimesUnderLoad(Kind kind) throws Exception {
        assumeTrue(kind.isOfJakartaEe(), "Helidon ends with its application");
        var war = War.on(kind).in(folder);
        try (var server = kind.another()) {
            var probe = new Probe(kind, server);
            try (var load = new Load(probe)) {
                for (int time = 1; time <= TIMES; time++) {
                    server.deploy(war);
                    load.awaitServed();
                    probe.workInTheBackground();
                    undeploy(kind, server, load);
                    Probe.awaitSessions(0);
                }
            }
            assertThat(probe.complaints()).isEmpty();
            awaitNoThreadOfOurs(kind, server);
            int left = kind.classLoadersLeftAtMost(TIMES);
            awaitAtMost(left, kind, server, "dev.tenure.cdi.TenureExtension");
            awaitAtMost(left + 1, kind, server, "com.mysql.cj.jdbc.Driver"); // one is DriverManager's
        }
    }

    /**
     * Under load; but on WildFly 39 requests that are under way at an undeploy leave their application's class loader in the server's thread locals (14 of
     * 15 deployments of a servlet without Tenure), which would hide ours.
     */
    private static void undeploy(Kind kind, ApplicationServer server, Load load) {
        if (!kind.keepsClassLoadersOfRequestsUnderWay()) {
            server.undeploy(War.NAME);
            return;
        }
        load.none().lock();
        try {
            server.undeploy(War.NAME);
        } finally {
            load.none().unlock();
        }
    }

    /** A thread that was told to end may need a moment. */
    private static void awaitNoThreadOfOurs(Kind kind, ApplicationServer server) throws Exception {
        List<String> left = List.of();
        for (int look = 0; look < 100; look++) {
            left = Jvm.threads(server.pid()).stream()
                    .filter(name -> name.startsWith("tenure") || name.contains(DRIVERS_THREAD))
                    .toList();
            if (left.isEmpty() || (kind.loadsDriversItself() && left.equals(LEFT_BY_PAYARA))) {
                return;
            }
            Thread.sleep(100);
        }
        throw new AssertionError("threads of the application: " + left);
    }

    /** Finalizers and cleaners take more than one collection. Loaders are counted, not objects: GlassFish and Payara sometimes make an extension twice, and use one. */
    private static void awaitAtMost(long expected, Kind kind, ApplicationServer server, String type) throws Exception {
        long left = Long.MAX_VALUE;
        for (int collection = 0; collection < 20 && left > expected; collection++) {
            left = Jvm.loadersOf(type, server.pid());
        }
        assertThat(left).as("class loaders with " + type + " on " + kind).isLessThanOrEqualTo(expected);
    }
}
