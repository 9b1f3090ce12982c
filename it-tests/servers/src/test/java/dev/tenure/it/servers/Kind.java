package dev.tenure.it.servers;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.tenure.samples.database.DatabaseServer;
import dev.tenure.samples.server.ApplicationServer;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;

/** The servers: a process for all tests of this JVM, ended by the launcher's own shutdown hook. */
enum Kind {
    WILDFLY,
    PAYARA_MICRO,
    WILDFLY_PREVIEW,
    GLASSFISH,
    PAYARA,
    OPEN_LIBERTY,
    TOMEE,
    HELIDON;

    /** More than two would be too many for a small machine. */
    private static final int AT_ONCE = 2;

    private static final Map<Kind, ApplicationServer> STARTED = new LinkedHashMap<>();

    /** Those that this build tests. */
    static Stream<Kind> chosen() {
        return Arrays.stream(System.getProperty("it.servers").split(",")).map(Kind::of);
    }

    private static Kind of(String server) {
        return valueOf(server.trim().replace('-', '_').toUpperCase(Locale.ROOT));
    }

    boolean hasContextInAsynchronousDispatch() {
        return this != GLASSFISH && this != PAYARA && this != PAYARA_MICRO && this != TOMEE;
    }

    /** TomEE 9 ends the request when its first thread leaves it: what the request had obtained says TNR-0201 then, or that it is closed. */
    boolean keepsAsynchronousRequests() {
        return this != TOMEE;
    }

    /** Over a driver of the application's; Open Liberty asks for one of the server's (J2CA8022E). */
    boolean givesApplicationsPools() {
        return this != OPEN_LIBERTY && isOfJakartaEe();
    }

    /** Its transaction manager can commit one resource of one phase after it has prepared all others. */
    boolean hasLastResource() {
        return this == WILDFLY || this == WILDFLY_PREVIEW;
    }

    /** WildFly: what was under way at an undeploy keeps its application's class loader in the thread locals of the server's threads, with or without Tenure. */
    boolean keepsClassLoadersOfRequestsUnderWay() {
        return this == WILDFLY || this == WILDFLY_PREVIEW;
    }

    /**
     * How many class loaders may be left of so many deployments. One is the last, which the server keeps until it deploys again. WildFly's idle threads keep what they
     * did first on their stacks, or RESTEasy's context in a thread local (seen in heap dumps: 1 to 5, more on a busy machine). Nor is any of those on the others
     * held by us: docs/servers.md (8).
     */
    int classLoadersLeftAtMost(int deployments) {
        return switch (this) {
            case WILDFLY, WILDFLY_PREVIEW, OPEN_LIBERTY -> deployments / 2;
            case GLASSFISH, TOMEE -> deployments;
            case PAYARA_MICRO, PAYARA, HELIDON -> 1;
        };
    }

    /** Of their EJBs: what has one of the same name is refused afterwards (DuplicateDeploymentIdException). */
    boolean keepsNamesOfFailedDeployments() {
        return this == TOMEE;
    }

    /** An application's, before the application is there. */
    boolean loadsDriversItself() {
        return this == PAYARA_MICRO || this == PAYARA;
    }

    /** Of EJBs, once more while their application is undeployed, after its CDI has ended: the timer is told that the application has ended. */
    boolean firesTimersAfterTheEnd() {
        return this == TOMEE;
    }

    /** Helidon MP has CDI, JAX-RS and MicroProfile: no servlets, no EJB, no executors of the server's, no WAR. */
    boolean isOfJakartaEe() {
        return this != HELIDON;
    }

    /** A server of MicroProfile Health 4, at an address of its own. */
    boolean hasHealth() {
        return this == WILDFLY || this == WILDFLY_PREVIEW || hasMetrics();
    }

    /** A server of MicroProfile Metrics 5. WildFly has none since 28, TomEE 9 has 4.0. */
    boolean hasMetrics() {
        return this == PAYARA_MICRO || this == PAYARA || this == OPEN_LIBERTY || this == HELIDON;
    }

    /** For tests that leave it as they found it; where the default database is, its JVM has been told. */
    ApplicationServer started() {
        synchronized (STARTED) {
            if (!STARTED.containsKey(this) && STARTED.size() == AT_ONCE) {
                var eldest = STARTED.keySet().iterator().next();
                STARTED.remove(eldest).close();
            }
            return STARTED.computeIfAbsent(
                    this,
                    kind -> kind.builder()
                            .with("tenure.default.url", database().url())
                            .with("tenure.default.user", database().user())
                            .with("tenure.default.password", database().password())
                            .start());
        }
    }

    /** The one of {@link #started()}, for a test that ends it: that one starts another next time. */
    ApplicationServer taken() {
        synchronized (STARTED) {
            var server = started();
            STARTED.remove(this);
            return server;
        }
    }

    /** One of its own, as it comes. */
    ApplicationServer another() {
        return builder().start();
    }

    /** Skips the test where the server cannot run. */
    ApplicationServer.Builder builder() {
        var builder = ApplicationServer.named(name().toLowerCase(Locale.ROOT).replace('_', '-'));
        builder.whyNotAvailable().ifPresent(reason -> assumeTrue(false, "Skipped: " + reason));
        return builder;
    }

    /** Of all servers. */
    static DatabaseServer database() {
        return Database.STARTED;
    }

    /** Started at its first use. */
    private static final class Database {
        private static final DatabaseServer STARTED = DatabaseServer.mariaDb().start();
    }
}
