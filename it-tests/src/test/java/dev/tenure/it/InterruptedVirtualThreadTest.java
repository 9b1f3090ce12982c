package dev.tenure.it;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tenure.CloseReason;
import java.sql.SQLException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** R17: to interrupt a virtual thread in a query closes its socket; the driver's exception is the first to tell. */
class InterruptedVirtualThreadTest {

    @ParameterizedTest
    @EnumSource
    void itsUnitSeesTheErrorAndTheNextOneDoesNot(Servers server) throws Exception {
        try (var application = Application.on(server)
                .set("default.max-age", "60")
                .beans(Beans.Orders.class)
                .start()) {
            var orders = application.bean(Beans.Orders.class);
            var seen = new CompletableFuture<Exception>();
            var thread = VirtualThreads.start(() -> {
                try {
                    application.tenure().run(() -> Application.number(orders.db(), "select sleep(20)"));
                    seen.complete(null);
                } catch (Exception e) {
                    seen.complete(e);
                }
            });
            Eventually.equal("leased", 1, () -> application.statistics().leased());
            Thread.sleep(300); // until it is in the query
            thread.interrupt();
            assertThat(seen.get(10, TimeUnit.SECONDS)).isInstanceOf(SQLException.class);
            assertThat(application.request(() -> Application.connectionId(orders.db())))
                    .isPositive();
            Eventually.equal("broken", 1L, () -> application.closed(CloseReason.BROKEN));
        }
    }
}
