package dev.tenure.samples.goneaway;

import dev.tenure.ConnectionClosed;
import dev.tenure.ConnectionOpened;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.sql.SQLException;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** Writes down what Tenure does, as any application could. */
@ApplicationScoped
public class Journal {

    private final Map<Long, Long> serversIds = new ConcurrentHashMap<>();

    void opened(@Observes ConnectionOpened event) throws SQLException {
        long id = Shop.query(event.connection());
        serversIds.put(event.connectionId(), id);
        Trace.line(
                "%-8s opened connection id %d in %d ms",
                "  Tenure", id, event.took().toMillis());
    }

    void closed(@Observes ConnectionClosed event) {
        Trace.line(
                "%-8s closed connection id %d: %s, age %.1f s, uses %d",
                "  Tenure",
                serversIds.remove(event.connectionId()),
                event.reason(),
                event.age().toMillis() / 1000.0,
                event.uses());
    }
}
