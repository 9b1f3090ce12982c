package dev.tenure.it.probe;

import java.sql.Connection;
import java.sql.SQLException;

/** What every case does with a connection. */
public final class Use {

    private Use() {}

    /** A query; which session of the server answered it. */
    public static long of(Connection db) throws SQLException {
        try (var statement = db.createStatement();
                var rows = statement.executeQuery("select connection_id()")) {
            rows.next();
            return rows.getLong(1);
        }
    }

    /** The user's handle itself, without the container's proxy, as a thread outside of the request would have it. */
    public static Connection captured(Connection db) throws SQLException {
        try (var statement = db.createStatement()) {
            return statement.getConnection();
        }
    }

    /** For a handle whose request may have ended: served, or refused as ended. */
    public static String ofCaptured(Connection handle) {
        try {
            return "served by " + of(handle);
        } catch (SQLException e) {
            return e.getMessage();
        }
    }
}
