package dev.tenure.benchmarks.pages;

import dev.tenure.samples.database.DatabaseServer;
import dev.tenure.samples.process.Folders;
import dev.tenure.samples.server.ApplicationServer;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.Stream;

/**
 * Pages per second of the guestbook on real servers and a real database, by where its connection comes from. Arguments: the servers, with commas; how many rounds;
 * how many seconds each; {@code mariadb}, without TLS, or {@code mysql}, with TLS, as the driver's and the server's defaults have it. All ways stand in one server process, and each round calls each of them in turn, so that what else the machine does hits all alike.
 */
public final class Pages {

    private static final String MYSQL = "mysql";
    /** Connector/J would show MySQL the key of Payara's own HTTPS, which MySQL does not trust: it hangs up. */
    private static final String TLS = "sslMode=REQUIRED&fallbackToSystemKeyStore=false";

    private static final int CALLERS = 8;
    private static final int ENTRIES = 20;
    private static final Duration WARM_UP = Duration.ofSeconds(8);

    private final Map<String, List<Round>> results = new LinkedHashMap<>();
    private final ExecutorService threads = Executors.newFixedThreadPool(CALLERS);

    private Pages() {}

    /**
     * Runs, and prints a Markdown table.
     *
     * @param arguments see above
     */
    public static void main(String[] arguments) throws Exception {
        int rounds = Integer.parseInt(arguments[1]);
        var length = Duration.ofSeconds(Integer.parseInt(arguments[2]));
        var folder = Files.createTempDirectory("tenure-pages-");
        boolean tls = arguments[3].equals(MYSQL);
        try (var database = (tls ? DatabaseServer.mysql() : DatabaseServer.mariaDb()).start()) {
            fill(database);
            var url = tls ? database.url().replace("sslMode=DISABLED", TLS) : database.url();
            var login = new Way.Login(url, database.user(), database.password());
            for (var name : List.of(arguments[0].split(",", -1))) {
                new Pages().measure(name, database, login, folder, rounds, length);
            }
        } finally {
            Folders.delete(folder);
        }
    }

    private static void fill(DatabaseServer database) throws SQLException {
        try (var root = DriverManager.getConnection(database.url(), database.user(), database.password());
                var statement = root.createStatement()) {
            statement.execute("create table entry (id bigint auto_increment primary key, name varchar(40) not null,"
                    + " text varchar(280) not null, at timestamp(3) not null default current_timestamp(3))"
                    + " character set utf8mb4");
            for (int i = 0; i < ENTRIES; i++) {
                statement.execute(
                        "insert into entry (name, text) values ('Guest " + i + "', '" + "Hello. ".repeat(20) + "')");
            }
        }
    }

    private void measure(
            String name, DatabaseServer database, Way.Login login, Path folder, int rounds, Duration length)
            throws Exception {
        try (var server = ApplicationServer.named(name)
                .withOption("-Xmx1g")
                .withOption("-XX:TieredStopAtLevel=4")
                .start()) {
            var places = places(server, database, login, folder);
            for (var place : places.values()) {
                call(place, WARM_UP);
            }
            for (int i = 0; i < rounds; i++) {
                for (var place : places.entrySet()) {
                    results.computeIfAbsent(place.getKey(), key -> new ArrayList<>())
                            .add(call(place.getValue(), length));
                }
            }
            Table.print(name, results);
        } finally {
            threads.shutdownNow();
        }
    }

    private static Map<String, Round.Place> places(
            ApplicationServer server, DatabaseServer database, Way.Login login, Path folder) throws Exception {
        var places = new LinkedHashMap<String, Round.Place>();
        for (var way : Way.values()) {
            server.deploy(way.war(login, folder));
            var page = server.uri(way.application(), "/api/entries");
            places.put(way.title, new Round.Place(page, bytes(page, server), server.pid(), database.pid()));
        }
        return places;
    }

    private static int bytes(URI page, ApplicationServer server) throws IOException {
        try (var caller = new Caller(page)) {
            return caller.call().length;
        } catch (IOException e) {
            throw new IOException(page + " is not served. The server's log: " + server.log(), e);
        }
    }

    private Round call(Round.Place place, Duration length) throws Exception {
        var callers =
                Stream.generate(() -> new Caller(place.page())).limit(CALLERS).toList();
        try {
            return Round.of(place, callers, threads, length);
        } finally {
            callers.forEach(Caller::close);
        }
    }
}
