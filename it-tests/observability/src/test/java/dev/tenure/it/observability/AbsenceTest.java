package dev.tenure.it.observability;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLClassLoader;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Off means off: an application without one of the APIs, or without any, is deployed and served. */
class AbsenceTest {

    /** An API's jars, and a class of Tenure's that needs it. */
    private static final Map<String, String> APIS = Map.of(
            "opentelemetry-", "dev.tenure.telemetry.TelemetryIntegration",
            "microprofile-metrics-api-", "dev.tenure.metrics.MetricsIntegration",
            "microprofile-health-api-", "dev.tenure.health.HealthIntegration");

    static Stream<List<String>> absent() {
        return Stream.concat(
                Stream.of(List.copyOf(APIS.keySet())), APIS.keySet().stream().map(List::of));
    }

    @ParameterizedTest
    @MethodSource
    void absent(List<String> jars) throws Exception {
        var server = Application.server();
        var thread = Thread.currentThread();
        var before = thread.getContextClassLoader();
        try (var loader = without(jars)) {
            thread.setContextClassLoader(loader);
            for (var api : APIS.entrySet()) {
                assertThat(usable(api.getValue(), loader)).as(api.getValue()).isEqualTo(!jars.contains(api.getKey()));
            }
            var seen = (String) loader.loadClass(Deployed.class.getName())
                    .getMethod("run", String.class, String.class, String.class)
                    .invoke(null, server.url(), server.user(), server.password());
            assertThat(seen).isEqualTo("1 row, 1 opened, no warning");
        } finally {
            thread.setContextClassLoader(before);
        }
    }

    private static boolean usable(String integration, ClassLoader loader) throws ReflectiveOperationException {
        try {
            loader.loadClass(integration).getConstructor().newInstance();
            return true;
        } catch (LinkageError e) {
            return false;
        }
    }

    /** The class path of this test anew, less some of its jars, below the JDK only. */
    private static URLClassLoader without(List<String> jars) throws MalformedURLException {
        var urls = new ArrayList<URL>();
        for (var entry : System.getProperty("java.class.path").split(File.pathSeparator, -1)) {
            var file = new File(entry);
            if (jars.stream().noneMatch(file.getName()::startsWith)) {
                urls.add(file.toURI().toURL());
            }
        }
        return new URLClassLoader(urls.toArray(URL[]::new), ClassLoader.getPlatformClassLoader());
    }
}
