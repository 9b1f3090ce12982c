package dev.tenure.it;

import dev.tenure.CloseReason;
import dev.tenure.DatabaseStatistics;
import dev.tenure.ManagedConnections;
import jakarta.enterprise.inject.se.SeContainer;
import jakarta.enterprise.inject.se.SeContainerInitializer;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;

/** An application in a real container with real configuration, for one test. */
final class Application implements AutoCloseable {

    private final Map<String, String> properties;
    private final SeContainer container;

    private Application(Map<String, String> properties, SeContainer container) {
        this.properties = properties;
        this.container = container;
    }

    /** What is configured and which beans there are. */
    static final class Builder {
        private final Map<String, String> properties = new HashMap<>();
        private Class<?>[] beans = {};

        Builder set(String key, String value) {
            properties.put("tenure." + key, value);
            return this;
        }

        Builder database(String name, Servers server, String url) {
            return set(name + ".url", url)
                    .set(name + ".user", server.started().user())
                    .set(name + ".password", server.started().password());
        }

        Builder beans(Class<?>... classes) {
            beans = classes;
            return this;
        }

        Application start() {
            properties.forEach(System::setProperty);
            try {
                return new Application(
                        properties,
                        SeContainerInitializer.newInstance()
                                .addBeanClasses(beans)
                                .initialize());
            } catch (RuntimeException | Error e) {
                properties.keySet().forEach(System::clearProperty);
                throw e;
            }
        }
    }

    static Builder on(Servers server) {
        return new Builder().database("default", server, server.started().url());
    }

    static Builder on(Servers server, int waitTimeoutSeconds) {
        return new Builder().database("default", server, server.url(waitTimeoutSeconds));
    }

    static Builder empty() {
        return new Builder();
    }

    <T> T bean(Class<T> type) {
        return container.select(type).get();
    }

    SeContainer container() {
        return container;
    }

    ManagedConnections tenure() {
        return bean(ManagedConnections.class);
    }

    DatabaseStatistics statistics() {
        return tenure().statistics().get("default");
    }

    long closed(CloseReason reason) {
        return statistics().closed().get(reason);
    }

    /** The server's own number of the session. */
    static long connectionId(Connection connection) throws SQLException {
        try (var statement = connection.createStatement();
                var rows = statement.executeQuery("select connection_id()")) {
            rows.next();
            return rows.getLong(1);
        }
    }

    /** Waits for what happens on another thread or on the server. */
    static boolean eventually(BooleanSupplier condition) throws InterruptedException {
        long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(10);
        while (!condition.getAsBoolean()) {
            if (System.nanoTime() > deadline) {
                return false;
            }
            Thread.sleep(20);
        }
        return true;
    }

    @Override
    public void close() {
        try {
            container.close();
        } finally {
            properties.keySet().forEach(System::clearProperty);
        }
    }
}
