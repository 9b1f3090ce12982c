package dev.tenure.samples.guestbook;

import static dev.tenure.samples.guestbook.RestApplication.JSON;

import dev.tenure.ConnectionClosed;
import dev.tenure.DatabaseStatistics;
import dev.tenure.ManagedConnections;
import dev.tenure.OpenConnection;
import dev.tenure.OpenLease;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;

/** What Tenure does, as JSON. Needs no connection itself. */
@Path("tenure")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
public class TenureResource {

    private static final double MILLIS = 1000.0;

    @Inject
    private ManagedConnections tenure;

    @Inject
    private Closed closed;

    @Inject
    private Janitor janitor;

    /**
     * Figures, open connections, who holds one, those closed last.
     *
     * @return durations in seconds
     */
    @GET
    public JsonObject now() {
        var open = JSON.createArrayBuilder();
        tenure.connections().forEach(connection -> open.add(json(connection)));
        var held = JSON.createArrayBuilder();
        tenure.leases().forEach(lease -> held.add(json(lease)));
        var last = JSON.createArrayBuilder();
        closed.latest().forEach(event -> last.add(json(event)));
        return json(tenure.statistics().get("default"))
                .add("connections", open)
                .add("leases", held)
                .add("last", last)
                .add("janitorRuns", janitor.runs())
                .build();
    }

    /** Retires all connections: each is replaced at its next use. */
    @POST
    @Path("retire")
    public void retire() {
        tenure.retireAll();
    }

    private static JsonObjectBuilder json(DatabaseStatistics statistics) {
        var reasons = JSON.createObjectBuilder();
        statistics.closed().entrySet().stream()
                .filter(entry -> entry.getValue() > 0)
                .sorted(Map.Entry.comparingByKey())
                .forEach(entry -> reasons.add(entry.getKey().name(), entry.getValue()));
        return JSON.createObjectBuilder()
                .add("opened", statistics.opened())
                .add("idle", statistics.idle())
                .add("leased", statistics.leased())
                .add("waiting", statistics.waiting())
                .add("closed", reasons);
    }

    private static JsonObjectBuilder json(OpenConnection connection) {
        var object = JSON.createObjectBuilder()
                .add("id", connection.connectionId())
                .add("age", seconds(connection.age()))
                .add("leased", connection.leased())
                .add("since", seconds(connection.since()))
                .add("uses", connection.uses())
                .add("holder", connection.holder().orElse(""));
        connection.maxAge().ifPresent(age -> object.add("maxAge", seconds(age)));
        return object;
    }

    private static JsonObjectBuilder json(OpenLease lease) {
        return JSON.createObjectBuilder()
                .add("connection", lease.connectionId())
                .add("unit", lease.holder())
                .add("injectionPoints", JSON.createArrayBuilder(lease.injectionPoints()))
                .add("thread", lease.thread())
                .add("inCall", lease.inCall())
                .add("held", seconds(lease.held()))
                .add("heldSince", Instant.now().minus(lease.held()).toString())
                .add("statements", lease.statements())
                .add("transaction", lease.transaction());
    }

    private static JsonObjectBuilder json(ConnectionClosed event) {
        return JSON.createObjectBuilder()
                .add("id", event.connectionId())
                .add("reason", event.reason().name())
                .add("age", seconds(event.age()))
                .add("uses", event.uses());
    }

    private static double seconds(Duration duration) {
        return duration.toMillis() / MILLIS;
    }
}
