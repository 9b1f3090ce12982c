package dev.tenure.vendor;

import java.sql.SQLException;

/** The SQLState of an exception; drivers leave it null now and then. */
final class SqlState {

    private SqlState() {}

    static String of(SQLException thrown) {
        return thrown.getSQLState() == null ? "" : thrown.getSQLState();
    }

    /** Whether the first two characters, the class of the SQL standard, are these. */
    static boolean inClass(SQLException thrown, String sqlStateClass) {
        return of(thrown).startsWith(sqlStateClass);
    }
}
