package dev.tenure.samples.goneaway;

import dev.tenure.ConnectionClosed;
import dev.tenure.ConnectionOpened;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

/** Writes down what Tenure does, as any application could. */
@ApplicationScoped
public class Journal {

    void opened(@Observes ConnectionOpened event) {
        Trace.line("         Tenure opened connection #%d in %d ms", event.connectionId(), event.took()
                .toMillis());
    }

    void closed(@Observes ConnectionClosed event) {
        Trace.line(
                "         Tenure closed connection #%d: %s, %.1f s old, %d uses",
                event.connectionId(), event.reason(), event.age().toMillis() / 1000.0, event.uses());
    }
}
