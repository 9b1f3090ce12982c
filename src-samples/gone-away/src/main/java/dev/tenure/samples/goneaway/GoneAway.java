package dev.tenure.samples.goneaway;

import dev.tenure.samples.database.DatabaseServer;
import java.sql.SQLException;
import java.util.List;

/** The demonstration. On an embedded MariaDB, or on your own with {@code -Ddemo.url=... -Ddemo.user=... -Ddemo.password=...}. */
public final class GoneAway {

    /** Two of the pauses are longer than the server keeps an idle session. */
    private static final long[] PAUSES = {200, 200, 3_000, 200, 3_000, 200};

    private GoneAway() {}

    /**
     * Runs it.
     *
     * @param arguments none
     * @throws Exception when the database cannot be started or reached
     */
    public static void main(String[] arguments) throws Exception {
        var url = System.getProperty("demo.url");
        if (url != null) {
            print(run(Place.of(url, System.getProperty("demo.user", ""), System.getProperty("demo.password", ""))));
            return;
        }
        System.out.println("Starting an embedded MariaDB (the first time it is unpacked, which takes a few seconds) ...");
        try (var server = DatabaseServer.mariaDb().start()) {
            print(run(Place.of(server.url(), server.user(), server.password())));
        }
    }

    static List<Result> run(Place place) throws InterruptedException, SQLException {
        var plain = new PlainWays(place, PAUSES);
        return List.of(plain.onePerRequest(), plain.kept(), new TenureWay(place, PAUSES).run());
    }

    private static void print(List<Result> results) {
        Trace.title("%-28s %9s %19s %7s".formatted("", "requests", "connections opened", "errors"));
        for (var result : results) {
            System.out.println("%-28s %9d %19d %7d"
                    .formatted(result.way(), result.requests(), result.opened(), result.errors()));
        }
    }
}
