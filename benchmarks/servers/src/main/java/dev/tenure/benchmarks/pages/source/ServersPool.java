package dev.tenure.benchmarks.pages.source;

import dev.tenure.Managed;
import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.RequestScoped;
import jakarta.enterprise.inject.Disposes;
import jakarta.enterprise.inject.Produces;
import java.sql.Connection;
import java.sql.SQLException;
import javax.sql.DataSource;

/** The pool that {@code web.xml} defines. */
@ApplicationScoped
public class ServersPool {

    @Resource(lookup = "java:app/jdbc/pages")
    private DataSource pool;

    /** Borrowed. */
    @Produces
    @Managed
    @RequestScoped
    public Connection borrow() throws SQLException {
        return pool.getConnection();
    }

    /** Given back with the request. */
    public void giveBack(@Disposes @Managed Connection connection) throws SQLException {
        connection.close();
    }
}
