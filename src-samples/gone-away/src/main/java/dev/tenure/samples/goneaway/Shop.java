package dev.tenure.samples.goneaway;

import dev.tenure.Managed;
import dev.tenure.ThreadScoped;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.SQLException;

/** What a user writes: inject and use. */
@ApplicationScoped
public class Shop {

    @Inject
    @Managed
    Connection request;

    @Inject
    @Managed(scope = ThreadScoped.class)
    Connection worker;

    long servePage() throws SQLException {
        return query(request);
    }

    long work() throws SQLException {
        return query(worker);
    }

    /** The server's own number of the session that answered. */
    static long query(Connection connection) throws SQLException {
        try (var statement = connection.createStatement();
                var rows = statement.executeQuery("select connection_id()")) {
            rows.next();
            return rows.getLong(1);
        }
    }
}
