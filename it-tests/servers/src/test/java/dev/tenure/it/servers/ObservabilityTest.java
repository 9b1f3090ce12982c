package dev.tenure.it.servers;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tenure.integration.ConnectionMetric;
import dev.tenure.samples.process.FreePort;
import dev.tenure.samples.server.ApplicationServer;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What a load balancer and a monitoring system get from the servers that have MicroProfile Health and Metrics. */
class ObservabilityTest {

    private static final HttpClient HTTP =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    @TempDir
    private Path folder;

    private static Stream<Kind> observed() {
        return Kind.chosen().filter(Kind::hasHealth);
    }

    @ParameterizedTest(allowZeroInvocations = true)
    @MethodSource("observed")
    void healthAndMetricsAreServed(Kind kind) throws Exception {
        try (var server = kind.builder().observed().start()) {
            var nobody = "jdbc:mysql://127.0.0.1:" + FreePort.find() + "/nobody";
            server.deploy(War.on(kind)
                    .withoutJakartaEe()
                    .set("reports.url", nobody)
                    .set("pooled.health", "false")
                    .in(folder));
            var probe = new Probe(kind, server);
            assertThat(probe.get("/rest/sync").statusCode()).isEqualTo(200);

            checkHealth(server);
            if (kind.hasMetrics()) {
                checkMetrics(get(server, "/metrics").body());
            }
            assertThat(server.log()).as("an integration failed").doesNotContain("TNR-0311");
            server.undeploy(War.NAME);
            if (kind.hasMetrics() && kind.isOfJakartaEe()) { // else the server has gone with its application
                assertThat(get(server, "/metrics").body()).doesNotContain("db_client_connection");
            }
            Probe.awaitSessions(0);
        }
    }

    /** One of two databases is away. Payara writes numbers as texts. */
    private static void checkHealth(ApplicationServer server) throws Exception {
        var response = get(server, "/health/ready");
        assertThat(response.statusCode()).as(response.body()).isEqualTo(503);
        assertThat(entry(response, "default"))
                .contains("\"status\":\"UP\"", "\"server\":\"answers\"", "\"server-idle-timeout\":\"8h\"")
                .containsPattern("\"open\":\"?1\"?[,}]")
                .doesNotContain("last-error");
        assertThat(entry(response, "reports"))
                .contains("\"status\":\"DOWN\"", "\"server\":\"cannot be reached\"")
                .contains("\"last-error\":\"CommunicationsException 08S01\"");
        assertThat(response.body())
                .doesNotContain("tenure.pooled", Kind.database().password(), "127.0.0.1");
    }

    /** From its name to the next entry's. */
    private static String entry(HttpResponse<String> response, String database) {
        var entry = Pattern.compile("\"name\":\\s*\"tenure." + database + "\".*?(?=\"name\":|$)", Pattern.DOTALL)
                .matcher(response.body());
        assertThat(entry.find()).as(response.body()).isTrue();
        return entry.group().replaceAll("\":\\s+", "\":");
    }

    private static void checkMetrics(String metrics) {
        for (var metric : ConnectionMetric.values()) {
            assertThat(metrics).contains("\n" + scraped(metric));
        }
        assertThat(value(metrics, "db_client_connection_count", "db_client_connection_state=\"idle\""))
                .isEqualTo(1);
        assertThat(value(metrics, "db_client_connection_max", "")).isEqualTo(20);
        assertThat(value(metrics, "db_client_connection_use_time_seconds_count", ""))
                .isGreaterThanOrEqualTo(1);
        for (var figure : new String[] {"_sum", "_max"}) {
            assertThat(value(metrics, "db_client_connection_create_time_seconds" + figure, ""))
                    .as("seconds")
                    .isBetween(1e-4, 60.0);
        }
        assertThat(value(metrics, "tenure_connection_closed_total", "tenure_connection_close_reason=\"broken\""))
                .isZero();
        assertThat(metrics).doesNotContain(Kind.database().password());
    }

    private static String scraped(ConnectionMetric metric) {
        var name = metric.metricName().replace('.', '_');
        return switch (metric) {
            case TIMEOUTS, CLOSED -> name + "_total{";
            case CREATE_TIME, WAIT_TIME, USE_TIME, AGE -> name + "_seconds_count{";
            case COUNT, MAX, IDLE_MAX, PENDING_REQUESTS -> name + "{";
        };
    }

    /** Of the database "default". */
    private static double value(String metrics, String name, String label) {
        return metrics.lines()
                .filter(line -> line.startsWith(name + "{"))
                .filter(line -> line.contains("db_client_connection_pool_name=\"default\"") && line.contains(label))
                .mapToDouble(line -> Double.parseDouble(line.substring(line.lastIndexOf(' ') + 1)))
                .findFirst()
                .orElseThrow(() -> new AssertionError(name + " " + label + "\n" + metrics));
    }

    private static HttpResponse<String> get(ApplicationServer server, String path) throws Exception {
        return HTTP.send(HttpRequest.newBuilder(server.managementUri(path)).build(), BodyHandlers.ofString());
    }
}
