package dev.tenure.samples.guestbook;

import static dev.tenure.samples.guestbook.RestApplication.JSON;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.sql.SQLException;

/** The guestbook as JSON. */
@Path("entries")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public class GuestbookResource {

    private static final int SHOWN = 20;
    private static final int LONGEST_NAME = 40;
    private static final int LONGEST_TEXT = 280;

    @Inject
    private Entries entries;

    /**
     * The latest entries.
     *
     * @return latest first
     * @throws SQLException as the driver throws it
     */
    @GET
    public JsonArray latest() throws SQLException {
        var array = JSON.createArrayBuilder();
        for (var entry : entries.latest(SHOWN)) {
            array.add(JSON.createObjectBuilder()
                    .add("id", entry.id())
                    .add("name", entry.name())
                    .add("text", entry.text())
                    .add("at", entry.at().toString()));
        }
        return array.build();
    }

    /**
     * Adds an entry.
     *
     * @param entry its name and text
     * @return 204, or 400 for an entry without name or text, or with too much of it
     * @throws SQLException as the driver throws it
     */
    @POST
    public Response add(JsonObject entry) throws SQLException {
        var name = entry.getString("name", "").strip();
        var text = entry.getString("text", "").strip();
        if (name.isEmpty() || name.length() > LONGEST_NAME || text.isEmpty() || text.length() > LONGEST_TEXT) {
            return Response.status(Response.Status.BAD_REQUEST).build();
        }
        entries.add(name, text);
        return Response.noContent().build();
    }
}
