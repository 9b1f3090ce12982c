package dev.tenure.it;

import dev.tenure.Managed;
import dev.tenure.ThreadScoped;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.control.ActivateRequestContext;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.SQLException;
import javax.sql.DataSource;

/** The beans of a user. */
final class Beans {

    private Beans() {}

    /** Works in requests. */
    @ApplicationScoped
    static class Orders {
        @Inject
        @Managed
        Connection db;

        @Inject
        @Managed
        DataSource source;

        Connection db() {
            return db;
        }

        DataSource source() {
            return source;
        }

        /** A scheduled job, say: a request of its own. */
        @ActivateRequestContext
        long job() throws SQLException {
            return Application.connectionId(db);
        }
    }

    /** Another injection point of the same database. */
    @ApplicationScoped
    static class Customers {
        @Inject
        @Managed
        Connection db;

        Connection db() {
            return db;
        }
    }

    /** Works on a thread of its own, without requests. */
    @ApplicationScoped
    static class Worker {
        @Inject
        @Managed(scope = ThreadScoped.class)
        Connection db;

        Connection db() {
            return db;
        }
    }

    /** Uses a second database. */
    @ApplicationScoped
    static class Reports {
        @Inject
        @Managed("reports")
        Connection db;

        Connection db() {
            return db;
        }
    }
}
