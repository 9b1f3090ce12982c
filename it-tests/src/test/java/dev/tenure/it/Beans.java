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

    @ApplicationScoped
    static class Requests {
        @Inject
        @Managed
        Connection db;

        @Inject
        @Managed
        Connection again;

        @Inject
        @Managed
        DataSource source;

        Connection db() {
            return db;
        }

        Connection again() {
            return again;
        }

        DataSource source() {
            return source;
        }

        @ActivateRequestContext
        long job() throws SQLException {
            return Application.connectionId(db);
        }
    }

    @ApplicationScoped
    static class Worker {
        @Inject
        @Managed(scope = ThreadScoped.class)
        Connection db;

        Connection db() {
            return db;
        }

        long work() throws SQLException {
            return Application.connectionId(db);
        }
    }

    @ApplicationScoped
    static class Reports {
        @Inject
        @Managed("reports")
        Connection reports;

        Connection reports() {
            return reports;
        }
    }
}
