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

    /** Those of former deployments, on the stacks and in the thread locals of its own idle threads, with or without Tenure (WildFly); Open Liberty was not looked into. */
    boolean keepsSomeClassLoaders() {
        return this == WILDFLY || this == WILDFLY_PREVIEW || this == OPEN_LIBERTY;
    }

    /** All of them: seen on TomEE 9 and GlassFish 7, and not looked into. (Payara 6, of the same stock as GlassFish, keeps none.) */
    boolean keepsClassLoaders() {
        return this == TOMEE || this == GLASSFISH;
    }

    /** Of their EJBs: what has one of the same name is refused afterwards (DuplicateDeploymentIdException). */
    boolean keepsNamesOfFailedDeployments() {
        return this == TOMEE;
    }

    /** An application's, before the application is there. */
    boolean loadsDriversItself() {
        return this == PAYARA_MICRO || this == PAYARA;
    }

    /** Helidon MP has CDI, JAX-RS and MicroProfile: no servlets, no EJB, no executors of the server's, no WAR. */
    boolean isOfJakartaEe() {
        return this != HELIDON;
    }

    /** A server of MicroProfile Health 4. */
    boolean hasHealth() {
        return hasMetrics();
    }

    /** A server of MicroProfile Metrics 5. WildFly has none since 28, TomEE 9 has 4.0. */
    boolean hasMetrics() {
        return this == PAYARA_MICRO || this == PAYARA || this == OPEN_LIBERTY;
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
