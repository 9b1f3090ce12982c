package dev.tenure.it.observability;

import dev.tenure.Managed;
import dev.tenure.ManagedConnections;
import dev.tenure.samples.database.DatabaseServer;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.se.SeContainer;
import jakarta.enterprise.inject.se.SeContainerInitializer;
import jakarta.inject.Inject;
import java.net.URL;
import java.net.URLClassLoader;
import java.sql.Connection;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.FutureTask;

/** An application on Weld SE and a real database, for one test. */
final class Application implements AutoCloseable {

    static final String PASSWORD = "s3cret-of-nobody";

    private final Map<String, String> properties;
    private final SeContainer container;

    private Application(Map<String, String> properties, SeContainer container) {
        this.properties = properties;
        this.container = container;
    }

    /** Works in requests. */
    @ApplicationScoped
    static class Orders {
        @Inject
        @Managed
        Connection db;

        long count() throws Exception {
            try (var statement = db.createStatement();
                    var rows = statement.executeQuery("select 1")) {
                rows.next();
                return rows.getLong(1);
            }
        }
    }

    /** A database that is started once, and ended by its own shutdown hook. */
    static DatabaseServer server() {
        return Shared.SERVER;
    }

    private static final class Shared {
        static final DatabaseServer SERVER = DatabaseServer.mariaDb().start();
    }

    /** What is configured and which beans there are besides {@link Orders}. */
    static final class Builder {
        private final Map<String, String> properties = new HashMap<>();
        private Class<?>[] beans = {};

        /** A line of configuration, without the leading {@code tenure.}. */
        Builder set(String key, String value) {
            properties.put("tenure." + key, value);
            return this;
        }

        Builder beans(Class<?>... classes) {
            beans = classes;
            return this;
        }

        Application start() {
            properties.forEach(System::setProperty);
            // SmallRye's Config belongs to the context class loader
            var thread = Thread.currentThread();
            thread.setContextClassLoader(new URLClassLoader(new URL[0], thread.getContextClassLoader()));
            try {
                return new Application(
                        properties,
                        SeContainerInitializer.newInstance()
                                .addBeanClasses(beans)
                                .addBeanClasses(Orders.class)
                                .initialize());
            } catch (RuntimeException | Error e) {
                forget(properties);
                throw e;
            }
        }
    }

    private static void forget(Map<String, String> properties) {
        properties.keySet().forEach(System::clearProperty);
        var thread = Thread.currentThread();
        thread.setContextClassLoader(thread.getContextClassLoader().getParent());
    }

    static Builder on(DatabaseServer server) {
        return new Builder()
                .set("default.url", server.url())
                .set("default.user", server.user())
                .set("default.password", server.password());
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

    /** Runs a task as a request, on a thread of its own, as a server would. */
    <T> T request(Callable<T> task) throws Exception {
        var future = requestInBackground(task);
        return future.get();
    }

    <T> FutureTask<T> requestInBackground(Callable<T> task) {
        var tenure = tenure();
        var future = new FutureTask<T>(() -> tenure.run(task));
        new Thread(future, "it-request").start();
        return future;
    }

    @Override
    public void close() {
        try {
            container.close();
        } finally {
            forget(properties);
        }
    }
}
