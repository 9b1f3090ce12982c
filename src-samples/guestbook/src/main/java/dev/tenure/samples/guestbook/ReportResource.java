package dev.tenure.samples.guestbook;

import static dev.tenure.samples.guestbook.RestApplication.JSON;

import dev.tenure.Managed;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.json.JsonObject;
import jakarta.ws.rs.BadRequestException;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.sql.Connection;
import java.sql.SQLException;

/** A request with a query that takes its time, so that the page has a holder to show. */
@Path("report")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
public class ReportResource {

    private static final int LONGEST = 10;

    @Inject
    @Managed
    private Connection db;

    /**
     * Counts the entries, slowly.
     *
     * @param seconds how long the query takes, 1 to 10
     * @return their number; 400 for other seconds
     * @throws SQLException as the driver throws it
     */
    @GET
    public JsonObject report(@QueryParam("seconds") @DefaultValue("5") int seconds) throws SQLException {
        if (seconds < 1 || seconds > LONGEST) {
            throw new BadRequestException();
        }
        try (var query = db.prepareStatement("select (select count(*) from entry), sleep(?)")) {
            query.setInt(1, seconds);
            try (var rows = query.executeQuery()) {
                rows.next();
                return JSON.createObjectBuilder()
                        .add("entries", rows.getLong(1))
                        .build();
            }
        }
    }
}
