package dev.tenure.samples.goneaway;

import java.sql.SQLException;

/** Tries requests, writes down what came of each, and counts. For one thread at a time. */
final class Tally {

    /** One request; returns the server's number of the session that answered. */
    interface Request {
        long send() throws SQLException;
    }

    private int requests;
    private int errors;

    void attempt(String who, Request request) {
        requests++;
        try {
            Trace.line("%-8s served, connection id %d", who, request.send());
        } catch (SQLException e) {
            errors++;
            Trace.line("%-8s ERROR  %s", who, shortened(e));
        }
    }

    Result result(String way, long opened) {
        return new Result(way, requests, opened, errors);
    }

    private static String shortened(SQLException e) {
        var text = String.valueOf(e.getMessage()).strip().replaceAll("\\R+", ": ");
        int end = text.indexOf(". ");
        return (end < 0 ? text : text.substring(0, end + 1)) + " (SQLState " + e.getSQLState() + ")";
    }
}
