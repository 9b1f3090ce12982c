package dev.tenure.samples.guestbook;

import dev.tenure.Managed;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/** The entries of the guestbook, in the request's database connection. */
@ApplicationScoped
public class Entries {

    @Inject
    @Managed
    private Connection db;

    /**
     * The latest ones.
     *
     * @param limit how many at the most
     * @return latest first
     * @throws SQLException as the driver throws it
     */
    public List<Entry> latest(int limit) throws SQLException {
        try (var query = db.prepareStatement("select id, name, text, at from entry order by id desc limit ?")) {
            query.setInt(1, limit);
            try (var rows = query.executeQuery()) {
                var entries = new ArrayList<Entry>();
                while (rows.next()) {
                    entries.add(new Entry(
                            rows.getLong("id"),
                            rows.getString("name"),
                            rows.getString("text"),
                            rows.getTimestamp("at").toInstant()));
                }
                return entries;
            }
        }
    }

    /**
     * Adds one.
     *
     * @param name of the guest
     * @param text what the guest says
     * @throws SQLException as the driver throws it
     */
    public void add(String name, String text) throws SQLException {
        try (var insert = db.prepareStatement("insert into entry (name, text) values (?, ?)")) {
            insert.setString(1, name);
            insert.setString(2, text);
            insert.executeUpdate();
        }
    }
}
