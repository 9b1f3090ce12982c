package dev.tenure.it;

import dev.tenure.samples.database.DatabaseServer;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;

/** The users' sessions, as the administrator of the database server sees them. */
record SoakSessions(DatabaseServer database) {

    /** So many of them, whichever. */
    void kill(int most) throws SQLException {
        try (var root = root();
                var statement = root.createStatement()) {
            var ids = new ArrayList<Long>();
            try (var found = statement.executeQuery("select id from information_schema.processlist where user = '"
                    + database.user() + "' order by rand() limit " + most)) {
                while (found.next()) {
                    ids.add(found.getLong(1));
                }
            }
            for (var id : ids) {
                try {
                    statement.execute("kill " + id);
                } catch (SQLException e) {
                    // it has ended meanwhile
                }
            }
        }
    }

    long count() throws SQLException {
        try (var root = root()) {
            return Application.number(
                    root, "select count(*) from information_schema.processlist where user = '" + database.user() + "'");
        }
    }

    void asRoot(String sql) throws SQLException {
        try (var root = root()) {
            Application.update(root, sql);
        }
    }

    Connection root() throws SQLException {
        return DriverManager.getConnection(database.url(), database.rootUser(), database.rootPassword());
    }
}
