package dev.tenure.it;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tenure.Managed;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.BeforeDestroyed;
import jakarta.enterprise.context.Destroyed;
import jakarta.enterprise.context.RequestScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Trap 4: what uses the connection while its request is being destroyed, perhaps after our own bean was. */
class LateUseTest {

    private static final List<Object> SEEN = new CopyOnWriteArrayList<>();

    private static void use(Connection db) {
        try {
            SEEN.add(Application.connectionId(db));
        } catch (SQLException | RuntimeException e) {
            SEEN.add(e);
        }
    }

    /** Containers destroy the beans of a request in an order of their own; with one created before our bean and one after it, both orders occur. */
    @RequestScoped
    static class Early {
        @Inject
        @Managed
        Connection db;

        void exist() {}

        @PreDestroy
        void last() {
            use(db);
        }
    }

    @RequestScoped
    static class Late {
        @Inject
        @Managed
        Connection db;

        void exist() throws SQLException {
            Application.connectionId(db);
        }

        @PreDestroy
        void last() {
            use(db);
        }
    }

    @ApplicationScoped
    static class Observer {
        @Inject
        @Managed
        Connection db;

        void ends(@Observes @BeforeDestroyed(RequestScoped.class) Object event) {
            use(db);
        }

        void ended(@Observes @Destroyed(RequestScoped.class) Object event) {
            use(db); // no request any more: refused by the container
        }
    }

    @BeforeEach
    void forget() {
        SEEN.clear();
    }

    @ParameterizedTest
    @EnumSource
    void nothingStaysLeased(Servers server) throws Exception {
        try (var application = Application.on(server)
                .set("default.max-age", "60")
                .beans(Early.class, Late.class, Observer.class)
                .start()) {
            var early = application.bean(Early.class);
            var late = application.bean(Late.class);
            for (int i = 0; i < 3; i++) {
                application.request(() -> {
                    early.exist();
                    late.exist();
                    return null;
                });
                Eventually.equal("leased", 0, application.statistics()::leased);
            }
            assertThat(SEEN).as("uses that found a connection").anyMatch(Long.class::isInstance);
            assertThat(application.statistics().open())
                    .isEqualTo(application.statistics().idle());
        }
    }

    @ParameterizedTest
    @EnumSource
    void aConnectionThatIsFirstUsedThenIsGivenBack(Servers server) throws Exception {
        try (var application = Application.on(server).beans(Early.class).start()) {
            application.request(() -> {
                application.bean(Early.class).exist();
                return null;
            });
            assertThat(SEEN).hasSize(1);
            Eventually.equal("open", 0, () -> application.statistics().open());
        }
    }
}
