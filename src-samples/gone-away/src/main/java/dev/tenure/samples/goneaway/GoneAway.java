package dev.tenure.samples.goneaway;

import dev.tenure.samples.database.DatabaseServer;
import java.util.ArrayList;
import java.util.List;
import java.util.logging.Level;
import java.util.logging.Logger;

/**
 * The demonstration: on an embedded MariaDB, or on the database named by the system properties {@code demo.url},
 * {@code demo.user} and {@code demo.password}.
 */
public final class GoneAway {

    /** Milliseconds after each request. Two pauses are longer than the server keeps an idle session. */
    private static final long[] PAUSES = {200, 200, 2_800, 200, 2_800, 200};

    /** Kept, because the JDK forgets the level of a logger that nobody refers to. */
    private static final Logger ROOT_LOGGER = Logger.getLogger("");

    private GoneAway() {}

    /**
     * Runs it.
     *
     * @param arguments none
     * @throws Exception when the database cannot be started or reached
     */
    public static void main(String[] arguments) throws Exception {
        ROOT_LOGGER.setLevel(Level.WARNING);
        var own = Place.configured();
        if (own.isPresent()) {
            Trace.table(run(own.get()));
            return;
        }
        Trace.line("Starting an embedded MariaDB; the first time it is unpacked, which takes a few seconds.");
        try (var server = DatabaseServer.mariaDb().start()) {
            Trace.table(run(Place.on(server)));
        }
    }

    static List<Result> run(Place place) throws Exception {
        Trace.line(
                "Here the server closes sessions that are idle for %d s (wait_timeout).", Place.WAIT_TIMEOUT_SECONDS);
        var plain = new PlainWays(place, PAUSES);
        var results = new ArrayList<Result>();
        results.add(plain.onePerRequest());
        results.add(plain.kept());
        results.addAll(new TenureWay(place, PAUSES).run());
        return results;
    }
}
