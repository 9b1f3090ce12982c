package dev.tenure.it.servers;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.opentelemetry.proto.collector.metrics.v1.ExportMetricsServiceRequest;
import io.opentelemetry.proto.metrics.v1.Metric;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import java.util.zip.GZIPInputStream;

/** What a monitoring system has for OpenTelemetry: takes metrics by OTLP over HTTP and keeps the latest of each name. */
final class Collector implements AutoCloseable {

    private static final long PATIENCE_SECONDS = 30;

    private final HttpServer http;
    /** By the scope's name and the metric's. */
    private final Map<String, Map<String, Metric>> scopes = new ConcurrentHashMap<>();

    private volatile Throwable failure;

    Collector() {
        try {
            http = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        http.createContext("/v1/metrics", this::take);
        http.start();
    }

    /** For {@code otel.exporter.otlp.endpoint}. */
    String endpoint() {
        return "http://127.0.0.1:" + http.getAddress().getPort();
    }

    private void take(HttpExchange exchange) throws IOException {
        try (exchange) {
            var request = ExportMetricsServiceRequest.parseFrom(body(exchange));
            for (var resource : request.getResourceMetricsList()) {
                for (var scope : resource.getScopeMetricsList()) {
                    var metrics = scopes.computeIfAbsent(scope.getScope().getName(), name -> new ConcurrentHashMap<>());
                    scope.getMetricsList().forEach(metric -> metrics.put(metric.getName(), metric));
                }
            }
            exchange.sendResponseHeaders(200, -1);
        } catch (IOException | RuntimeException e) {
            failure = e;
            throw e;
        }
    }

    private static InputStream body(HttpExchange exchange) throws IOException {
        var body = exchange.getRequestBody();
        return "gzip".equals(exchange.getRequestHeaders().getFirst("Content-Encoding"))
                ? new GZIPInputStream(body)
                : body;
    }

    /** What has come from a scope, by name, once it is so. */
    Map<String, Metric> await(String scope, Predicate<Map<String, Metric>> condition) throws InterruptedException {
        long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(PATIENCE_SECONDS);
        while (!condition.test(metrics(scope)) && System.nanoTime() < deadline) {
            Thread.sleep(50);
        }
        assertThat(failure).isNull();
        assertThat(metrics(scope))
                .as("after " + PATIENCE_SECONDS + " s, from " + scopes.keySet())
                .matches(condition);
        return metrics(scope);
    }

    private Map<String, Metric> metrics(String scope) {
        return new TreeMap<>(scopes.getOrDefault(scope, Map.of()));
    }

    @Override
    public void close() {
        http.stop(0);
    }
}
