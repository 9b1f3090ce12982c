package dev.tenure.it;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tenure.CloseReason;
import dev.tenure.ConnectionClosed;
import dev.tenure.ConnectionOpened;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.sql.SQLException;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** R3: the two events and their observers. */
class EventsTest {

    @ApplicationScoped
    static class Observer {
        private static final List<ConnectionOpened> OPENED = new CopyOnWriteArrayList<>();
        private static final List<ConnectionClosed> CLOSED = new CopyOnWriteArrayList<>();
        private static volatile long seenOnServer;
        private static volatile boolean refuses;

        void opened(@Observes ConnectionOpened event) throws SQLException {
            OPENED.add(event);
            seenOnServer = Application.connectionId(event.connection());
            if (refuses) {
                throw new IllegalStateException("refused by an observer");
            }
        }

        void closed(@Observes ConnectionClosed event) {
            CLOSED.add(event);
        }
    }

    @BeforeEach
    void forget() {
        Observer.OPENED.clear();
        Observer.CLOSED.clear();
        Observer.refuses = false;
    }

    @ParameterizedTest
    @EnumSource
    void openedAndClosedAreFiredOnceEach(Servers server) throws Exception {
        try (var application =
                Application.on(server).beans(Beans.Orders.class, Observer.class).start()) {
            var orders = application.bean(Beans.Orders.class);
            long id = application.request(() -> {
                Application.connectionId(orders.db());
                return Application.connectionId(orders.db());
            });
            assertThat(Observer.seenOnServer).as("the observer's connection").isEqualTo(id);
            assertThat(Observer.OPENED).hasSize(1);
            Eventually.equal("closed events", 1, Observer.CLOSED::size);
            var opened = Observer.OPENED.get(0);
            var closed = Observer.CLOSED.get(0);
            assertThat(closed.reason()).isEqualTo(CloseReason.END_OF_UNIT);
            assertThat(closed.database()).isEqualTo("default").isEqualTo(opened.database());
            assertThat(closed.connectionId()).isEqualTo(opened.connectionId());
            assertThat(closed.uses()).isEqualTo(1);
            assertThat(closed.age()).isGreaterThanOrEqualTo(opened.took());
        }
    }

    @ParameterizedTest
    @EnumSource
    void theEndOfTheApplicationTellsNoObserver(Servers server) throws Exception {
        try (var application = Application.on(server)
                .set("default.max-age", "60")
                .beans(Beans.Orders.class, Observer.class)
                .start()) {
            var orders = application.bean(Beans.Orders.class);
            application.request(() -> Application.connectionId(orders.db()));
        }
        assertThat(Observer.OPENED).hasSize(1);
        assertThat(Observer.CLOSED)
                .as("an observer's own beans may be gone by then")
                .isEmpty();
    }

    @ParameterizedTest
    @EnumSource
    void anObserverThatThrowsFailsTheCallAndLeavesNoConnectionBehind(Servers server) throws Exception {
        Observer.refuses = true;
        try (var application = Application.on(server)
                .set("default.max-age", "60")
                .beans(Beans.Orders.class, Observer.class)
                .start()) {
            var orders = application.bean(Beans.Orders.class);
            assertThatThrownBy(() -> application.request(() -> Application.connectionId(orders.db())))
                    .isInstanceOf(SQLException.class)
                    .hasMessageContaining("TNR-0208")
                    .hasMessageContaining("refused by an observer");
            assertThat(application.statistics().open()).isZero();
            assertThat(application.closed(CloseReason.NOT_READY)).isEqualTo(1);
            server.awaitSessions(0);

            Observer.refuses = false;
            assertThat(application.request(() -> Application.connectionId(orders.db())))
                    .isPositive();
        }
    }
}
