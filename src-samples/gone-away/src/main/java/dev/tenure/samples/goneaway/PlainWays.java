package dev.tenure.samples.goneaway;

import java.sql.Connection;
import java.sql.SQLException;

/** The two ways to live without Tenure: a connection for each request, or one that is kept. */
final class PlainWays {

    private final Place place;
    private final long[] pauses;
    private long opened;

    PlainWays(Place place, long... pauses) {
        this.place = place;
        this.pauses = pauses;
    }

    Result onePerRequest() throws InterruptedException {
        Trace.title("1. A plain connection for each request: safe, but each request waits for a connect");
        long before = opened;
        var tally = new Tally();
        for (long pause : pauses) {
            tally.attempt("request", () -> {
                try (var connection = connect()) {
                    return Shop.query(connection);
                }
            });
            Thread.sleep(pause);
        }
        return tally.result("plain, one per request", opened - before);
    }

    Result kept() throws InterruptedException, SQLException {
        Trace.title("2. A plain connection that is kept: the server closes it after " + Place.WAIT_TIMEOUT_SECONDS
                + " s of idleness, and nobody notices");
        long before = opened;
        var tally = new Tally();
        try (var connection = connect()) {
            for (long pause : pauses) {
                tally.attempt("request", () -> Shop.query(connection));
                Thread.sleep(pause);
            }
        }
        return tally.result("plain, kept", opened - before);
    }

    private Connection connect() throws SQLException {
        var connection = place.connect();
        opened++;
        return connection;
    }
}
