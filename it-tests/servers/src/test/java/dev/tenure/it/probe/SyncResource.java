package dev.tenure.it.probe;

import dev.tenure.Managed;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import java.sql.Connection;
import java.sql.SQLException;

/** An ordinary request of JAX-RS; with {@code fail} it throws. */
@Path("sync")
@RequestScoped
public class SyncResource {

    @Inject
    @Managed
    private Connection db;

    @GET
    public String sync(@QueryParam("fail") boolean fail) throws SQLException {
        var answer = "served by " + Use.of(db);
        if (fail) {
            throw new IllegalStateException("as the test asked");
        }
        return answer;
    }
}
