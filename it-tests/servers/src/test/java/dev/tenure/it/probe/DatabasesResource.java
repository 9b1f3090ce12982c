package dev.tenure.it.probe;

import dev.tenure.Managed;
import dev.tenure.ManagedConnections;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import java.io.IOException;
import java.io.StringWriter;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Properties;

/** Several databases, and the figures of all. */
@Path("databases")
@RequestScoped
public class DatabasesResource {

    @Inject
    @Managed
    private Connection db;

    @Inject
    @Managed("reports")
    private Connection reports;

    @Inject
    @Managed("pooled")
    private Connection pooled;

    @Inject
    private ManagedConnections tenure;

    @GET
    @Path("two")
    public String two() throws SQLException {
        return Use.of(db) == Use.of(reports) ? "one and the same" : "served";
    }

    /** From a datasource of the server. */
    @GET
    @Path("jndi")
    public String jndi() throws SQLException {
        return "served by " + Use.of(pooled) + " and " + Use.of(pooled);
    }

    @GET
    @Path("statistics")
    public String statistics() throws IOException {
        var figures = new Properties();
        tenure.statistics().forEach((name, statistics) -> {
            figures.setProperty(name + ".opened", "" + statistics.opened());
            figures.setProperty(name + ".idle", "" + statistics.idle());
            figures.setProperty(name + ".leased", "" + statistics.leased());
            figures.setProperty(
                    name + ".closed",
                    ""
                            + statistics.closed().values().stream()
                                    .mapToLong(Long::longValue)
                                    .sum());
        });
        var text = new StringWriter();
        figures.store(text, null);
        return text.toString();
    }
}
