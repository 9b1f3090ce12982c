package dev.tenure.vendor;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Optional;

/** A query for one value that leaves no transaction behind where there was none. */
final class SingleValueQuery {

    private SingleValueQuery() {}

    static Optional<String> run(Vendor vendor, Connection connection, String sql) throws SQLException {
        // With autocommit off any query may begin a transaction (PostgreSQL: every query does). One already open is not
        // ours to end.
        boolean mustEnd = !connection.getAutoCommit()
                && !vendor.transactionStatus(connection).open();
        Optional<String> value;
        try {
            value = ask(connection, sql);
        } catch (SQLException e) {
            if (mustEnd) {
                rollbackAfter(e, connection);
            }
            throw e;
        }
        if (mustEnd) {
            connection.rollback();
        }
        return value;
    }

    private static Optional<String> ask(Connection connection, String sql) throws SQLException {
        try (var statement = connection.createStatement();
                var rows = statement.executeQuery(sql)) {
            return rows.next() ? Optional.ofNullable(rows.getString(1)) : Optional.empty();
        }
    }

    private static void rollbackAfter(SQLException failure, Connection connection) {
        try {
            connection.rollback();
        } catch (SQLException e) {
            failure.addSuppressed(e);
        }
    }
}
