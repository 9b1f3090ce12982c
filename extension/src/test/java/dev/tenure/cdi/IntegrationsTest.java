package dev.tenure.cdi;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tenure.integration.Integration;
import dev.tenure.lifetime.Databases;
import dev.tenure.lifetime.LifetimeListener;
import jakarta.enterprise.inject.spi.BeanManager;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.ResourceBundle;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("Optional integrations: absent where their API is, and never the application's trouble")
class IntegrationsTest {

    private final List<String> logged = new ArrayList<>();
    private final List<String> done = new ArrayList<>();

    private final class Recorded implements Integration {
        private final RuntimeException failure;

        Recorded(RuntimeException failure) {
            this.failure = failure;
        }

        @Override
        public Optional<LifetimeListener> listener() {
            return Optional.of(new LifetimeListener() {});
        }

        @Override
        public void start(Databases databases, BeanManager beans) {
            if (failure != null) {
                throw failure;
            }
            done.add("start");
        }

        @Override
        public void stop() {
            done.add("stop");
        }
    }

    @Test
    @DisplayName("one whose API is absent is left out, with a word at DEBUG only")
    void absent() {
        var integrations = new Integrations(
                new Recorder(),
                List.of(
                        () -> {
                            throw new NoClassDefFoundError("some/api/Type");
                        },
                        () -> new Recorded(null)));
        assertThat(integrations.listeners()).hasSize(1);
        integrations.start(null, null);
        integrations.stop();
        assertThat(done).containsExactly("start", "stop");
        assertThat(logged).singleElement().asString().contains("DEBUG", "TNR-0312", "some/api/Type");
    }

    @Test
    @DisplayName("one that fails is dropped with a warning; the others go on")
    void failing() {
        var integrations = new Integrations(
                new Recorder(),
                List.of(() -> new Recorded(new IllegalStateException("no agent")), () -> new Recorded(null)));
        integrations.start(null, null);
        integrations.stop();
        assertThat(done).as("of the other one").containsExactly("start", "stop");
        assertThat(logged)
                .singleElement()
                .asString()
                .contains("WARNING", "TNR-0311", Recorded.class.getName(), "no agent");
    }

    private final class Recorder implements System.Logger {
        @Override
        public String getName() {
            return "test";
        }

        @Override
        public boolean isLoggable(Level level) {
            return true;
        }

        @Override
        public void log(Level level, ResourceBundle bundle, String message, Throwable thrown) {
            logged.add(level + " " + message + " " + thrown);
        }

        @Override
        public void log(Level level, ResourceBundle bundle, String format, Object... params) {
            logged.add(level + " " + format);
        }
    }
}
