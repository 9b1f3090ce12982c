package dev.tenure.samples.goneaway;

import java.sql.SQLException;

/** The two ways to live without Tenure: a connection for each request, or one that is kept. */
final class PlainWays {

    private final Place place;
    private final long[] pauses;

    PlainWays(Place place, long... pauses) {
        this.place = place;
        this.pauses = pauses;
    }

    Result onePerRequest() throws InterruptedException {
        Trace.title("A plain connection for each request: safe, and a connect each time");
        int opened = 0;
        int errors = 0;
        for (long pause : pauses) {
            try (var connection = place.connect()) {
                opened++;
                Trace.line("request  session %d", Shop.query(connection));
            } catch (SQLException e) {
                errors++;
                Trace.line("request  ERROR %s", firstLine(e));
            }
            Thread.sleep(pause);
        }
        return new Result("plain, one per request", pauses.length, opened, errors);
    }

    Result kept() throws InterruptedException, SQLException {
        Trace.title("A plain connection that is kept: the server closes it after " + Place.WAIT_TIMEOUT_SECONDS
                + " s of idleness");
        int errors = 0;
        try (var connection = place.connect()) {
            for (long pause : pauses) {
                try {
                    Trace.line("request  session %d", Shop.query(connection));
                } catch (SQLException e) {
                    errors++;
                    Trace.line("request  ERROR %s", firstLine(e));
                }
                Thread.sleep(pause);
            }
        }
        return new Result("plain, kept", pauses.length, 1, errors);
    }

    private static String firstLine(SQLException e) {
        return e.getMessage().lines().findFirst().orElse(e.toString()) + " (SQLState " + e.getSQLState() + ")";
    }
}
