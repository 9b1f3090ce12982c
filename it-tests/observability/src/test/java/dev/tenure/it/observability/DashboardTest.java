package dev.tenure.it.observability;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tenure.integration.ConnectionMetric;
import dev.tenure.samples.process.FreePort;
import io.opentelemetry.exporter.prometheus.PrometheusHttpServer;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/**
 * {@code docs/grafana/tenure.json} asks for what is there, as a Prometheus scrapes it, and shows everything. The quantiles of MicroProfile's timers, which
 * OpenTelemetry has not, are those of {@code ObservabilityTest} in {@code it-tests/servers}.
 */
class DashboardTest {

    private static final Path DASHBOARD = Path.of("..", "..", "docs", "grafana", "tenure.json");
    private static final Pattern METRIC = Pattern.compile("\\b(?:db_client|tenure)_[a-z_]+\\b");
    private static final Pattern EXPRESSION = Pattern.compile("\"(?:expr|query)\": \"((?:[^\"\\\\]|\\\\.)*)\"");

    @Test
    void everyNameOnTheDashboardIsScrapedAndEveryMetricIsOnIt() throws Exception {
        var scraped = namesIn(scrape());
        var onDashboard = new TreeSet<String>();
        var expressions = EXPRESSION.matcher(Files.readString(DASHBOARD));
        while (expressions.find()) {
            onDashboard.addAll(namesIn(expressions.group(1)));
        }
        assertThat(onDashboard).hasSizeGreaterThan(10);
        var unknown = new TreeSet<>(onDashboard);
        unknown.removeAll(scraped);
        unknown.removeIf(name -> scraped.contains(name + "_count")); // a MicroProfile timer's quantiles
        assertThat(unknown).as("on the dashboard, but not scraped").isEmpty();
        for (var metric : ConnectionMetric.values()) {
            var name = metric.metricName().replace('.', '_');
            assertThat(onDashboard).as(name).anyMatch(shown -> shown.startsWith(name));
        }
    }

    private static Set<String> namesIn(String text) {
        var names = new TreeSet<String>();
        var found = METRIC.matcher(text);
        while (found.find()) {
            names.add(found.group());
        }
        return names;
    }

    /** What the SDK's exporter serves. */
    private static String scrape() throws Exception {
        int port = FreePort.find();
        var reader = PrometheusHttpServer.builder()
                .setHost("127.0.0.1")
                .setPort(port)
                .build();
        return Scene.read(reader, () -> get(port), seen -> seen.contains("tenure_connection_age_seconds_count"));
    }

    private static String get(int port) {
        var uri = URI.create("http://127.0.0.1:" + port + "/metrics");
        return HttpClient.newHttpClient()
                .sendAsync(HttpRequest.newBuilder(uri).build(), BodyHandlers.ofString())
                .join()
                .body();
    }
}
