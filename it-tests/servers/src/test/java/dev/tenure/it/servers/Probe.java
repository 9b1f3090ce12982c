package dev.tenure.it.servers;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tenure.samples.server.ApplicationServer;
import java.io.IOException;
import java.io.StringReader;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Properties;
import java.util.concurrent.CompletableFuture;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The deployed probe, as its caller sees it, and what must hold between two calls. */
record Probe(Kind kind, ApplicationServer server, int logged) {

    /** An upgrade to HTTP/2 without TLS never ends on Open Liberty 26. */
    static final HttpClient HTTP = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(10))
            .build();

    private static final long PATIENCE_MILLIS = 10_000;
    private static final Pattern OURS =
            Pattern.compile("TNR-|mysql-cj-abandoned|\\bdev\\.tenure\\b(?!\\.it)|\\btenure-(sweep|renewal)\\b");

    /** Of complaints, those from now on count. */
    Probe(Kind kind, ApplicationServer server) {
        this(kind, server, server.log().length());
    }

    HttpResponse<String> get(String path) throws IOException, InterruptedException {
        return HTTP.send(request(path), BodyHandlers.ofString());
    }

    CompletableFuture<HttpResponse<String>> getAsync(String path) {
        return HTTP.sendAsync(request(path), BodyHandlers.ofString());
    }

    private HttpRequest request(String path) {
        return HttpRequest.newBuilder(server.uri(War.NAME, path))
                .timeout(Duration.ofSeconds(60))
                .build();
    }

    Properties statistics() throws IOException, InterruptedException {
        var response = get("/rest/databases/statistics");
        if (response.statusCode() != 200) {
            throw new AssertionError(response.statusCode() + " " + response.body());
        }
        var figures = new Properties();
        figures.load(new StringReader(response.body()));
        return figures;
    }

    /** The shortest request that uses a connection. */
    boolean serves() throws IOException, InterruptedException {
        return get(kind.isOfJakartaEe() ? "/sync" : "/rest/sync").statusCode() == 200;
    }

    /** Threads that live on, with connections of their own. */
    void workInTheBackground() throws IOException, InterruptedException {
        var path = kind.isOfJakartaEe() ? "/rest/jobs/scheduled" : "/rest/background/worker";
        assertThat(get(path).body()).startsWith("served");
    }

    /** Warnings in the server's log that name us: our messages, classes and threads, and the driver's thread. */
    List<String> complaints() {
        return Log.of(server.log().substring(logged)).warnings().stream()
                .filter(warning -> OURS.matcher(warning).find())
                .filter(warning -> !(kind.firesTimersAfterTheEnd() && warning.contains("TNR-0207")))
                .toList();
    }

    /** What of a database is neither closed nor idle, on our books and on the server's; empty if all is well. */
    void awaitNothingLeased() throws Exception {
        String wrong = "";
        long deadline = System.nanoTime() + PATIENCE_MILLIS * 1_000_000;
        do {
            wrong = notInOrder();
            if (wrong.isEmpty()) {
                return;
            }
            Thread.sleep(50);
        } while (System.nanoTime() < deadline);
        throw new AssertionError(wrong);
    }

    private String notInOrder() throws Exception {
        var figures = statistics();
        for (var name : new String[] {"default", "reports", "pooled"}) {
            long open = number(figures, name + ".opened") - number(figures, name + ".closed");
            if (number(figures, name + ".leased") != 0 || open != number(figures, name + ".idle")) {
                return name + ": " + figures;
            }
        }
        long open = Stream.of("default", "reports")
                .mapToLong(name -> number(figures, name + ".idle"))
                .sum();
        long sessions = sessions();
        return sessions == open ? "" : sessions + " sessions on the database server, but " + figures;
    }

    private static long number(Properties figures, String name) {
        return Long.parseLong(figures.getProperty(name));
    }

    /** Sessions of Tenure's user on the database server. */
    static long sessions() throws SQLException {
        return number("select count(*) from information_schema.processlist where user = '"
                + Kind.database().user() + "'");
    }

    /** How many sessions, of anybody, the database server has seen break off. */
    static long abortedSessions() throws SQLException {
        return number(
                "select variable_value from information_schema.global_status where variable_name = 'ABORTED_CLIENTS'");
    }

    private static long number(String query) throws SQLException {
        var database = Kind.database();
        try (var root = DriverManager.getConnection(database.url(), database.rootUser(), database.rootPassword());
                var statement = root.createStatement();
                var rows = statement.executeQuery(query)) {
            rows.next();
            return rows.getLong(1);
        }
    }

    static void awaitSessions(long expected) throws Exception {
        long deadline = System.nanoTime() + PATIENCE_MILLIS * 1_000_000;
        while (sessions() != expected) {
            if (System.nanoTime() > deadline) {
                throw new AssertionError(sessions() + " sessions on the database server instead of " + expected);
            }
            Thread.sleep(50);
        }
    }
}
