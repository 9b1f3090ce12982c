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
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** R3, D14, D47: the two events. */
class EventsTest {

    @ApplicationScoped
    static class Observer {
        private static final List<Object> SEEN = new CopyOnWriteArrayList<>();
        private static volatile boolean refuses;

        void opened(@Observes ConnectionOpened event) throws SQLException {
            SEEN.add(Application.connectionId(event.connection()));
            if (refuses) {
                throw new IllegalStateException("refused by an observer");
            }
        }

        void closed(@Observes ConnectionClosed event) {
            SEEN.add(event.reason());
        }
    }

    @ParameterizedTest
    @EnumSource
    void openedAndClosedAreFiredOnceEach(Servers server) throws Exception {
        Observer.SEEN.clear();
        Observer.refuses = false;
        try (var application = Application.on(server)
                .beans(Beans.Requests.class, Observer.class)
                .start()) {
            long id = application.bean(Beans.Requests.class).job();
            assertThat(Application.eventually(() -> Observer.SEEN.size() == 2)).isTrue();
            assertThat(Observer.SEEN).containsExactly(id, CloseReason.END_OF_UNIT);
        }
    }

    @ParameterizedTest
    @EnumSource
    void anObserverThatThrowsLeavesNoConnectionBehind(Servers server) throws Exception {
        Observer.SEEN.clear();
        Observer.refuses = true;
        try (var application = Application.on(server)
                .set("default.max-age", "60")
                .beans(Beans.Requests.class, Observer.class)
                .start()) {
            assertThatThrownBy(() -> application.bean(Beans.Requests.class).job())
                    .isInstanceOf(SQLException.class)
                    .hasMessageContaining("TNR-0208");
            assertThat(application.statistics().open()).isZero();
            assertThat(server.sessions()).isZero();
        }
    }
}
