package dev.tenure.vendor;

import java.sql.Connection;
import java.sql.SQLException;

/**
 * A session of PostgreSQL, which does not report changes, but forgets all of them at {@code DISCARD ALL}: settings, temporary tables, advisory locks, roles,
 * cursors, in one round trip. What the URL has set is back then, as it came with the login. pgjdbc's statement cache survives it.
 */
final class PostgreSqlSession implements Session {

    private final Connection connection;

    PostgreSqlSession(Connection connection) {
        this.connection = connection;
    }

    @Override
    public boolean changed() {
        return false;
    }

    @Override
    public void settled() {}

    @Override
    public boolean reset() throws SQLException {
        boolean autocommit = connection.getAutoCommit();
        connection.setAutoCommit(true); // refused in a transaction; no round trip in pgjdbc
        try (var statement = connection.createStatement()) {
            statement.execute("DISCARD ALL");
        }
        connection.setAutoCommit(autocommit);
        return true;
    }
}
