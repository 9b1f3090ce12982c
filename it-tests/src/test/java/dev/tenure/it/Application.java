package dev.tenure.it;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tenure.CloseReason;
import dev.tenure.DatabaseStatistics;
import dev.tenure.ManagedConnections;
import dev.tenure.cdi.TenureExtension;
import jakarta.enterprise.inject.se.SeContainer;
import jakarta.enterprise.inject.se.SeContainerInitializer;
import java.net.URL;
import java.net.URLClassLoader;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;

/**
 * An application in a real container with real configuration, for one test. Closing it asserts that nothing of it is left on its servers, so that every
 * scenario ends with that check.
 */
final class Application implements AutoCloseable {

    private final Builder built;
    private final SeContainer container;

    private Application(Builder built, SeContainer container) {
        this.built = built;
        this.container = container;
    }

    /** What is configured and which beans there are. */
    static final class Builder {
        private final Map<String, String> properties = new HashMap<>();
        private final Set<Target> servers = new HashSet<>();
        private Class<?>[] beans = {};
        private int sessionsLeft;
        private boolean discovery = true;

        /** A line of configuration, without the leading {@code tenure.}. */
        Builder set(String key, String value) {
            properties.put("tenure." + key, value);
            return this;
        }

        Builder database(String name, Servers server, String url) {
            return database(name, server.target(), url);
        }

        Builder database(String name, Target server, String url) {
            servers.add(server);
            return set(name + ".url", url)
                    .set(name + ".user", server.user())
                    .set(name + ".password", server.password());
        }

        /** What is not Tenure's to close, such as the connections of a pool beneath. */
        Builder sessionsLeft(int number) {
            sessionsLeft = number;
            return this;
        }

        Builder beans(Class<?>... classes) {
            beans = classes;
            return this;
        }

        /** As in the README: Weld must be told of extensions then. */
        Builder withoutDiscovery() {
            discovery = false;
            return this;
        }

        private SeContainerInitializer initializer() {
            var initializer = SeContainerInitializer.newInstance().addBeanClasses(beans);
            if (discovery) {
                return initializer;
            }
            return initializer.getClass().getName().startsWith("org.jboss.weld.")
                    ? initializer.disableDiscovery().addExtensions(new TenureExtension())
                    : initializer.disableDiscovery();
        }

        Application start() {
            properties.forEach(System::setProperty);
            // SmallRye's Config and OpenWebBeans, even one that failed to start, belong to the context class loader
            var thread = Thread.currentThread();
            thread.setContextClassLoader(new URLClassLoader(new URL[0], thread.getContextClassLoader()));
            try {
                return new Application(this, initializer().initialize());
            } catch (RuntimeException | Error e) {
                forget();
                throw e;
            }
        }

        private void forget() {
            properties.keySet().forEach(System::clearProperty);
            var thread = Thread.currentThread();
            thread.setContextClassLoader(thread.getContextClassLoader().getParent());
        }
    }

    static Builder on(Servers server) {
        return empty().database("default", server, server.started().url());
    }

    static Builder on(Target server) {
        return empty().database("default", server, server.url());
    }

    static Builder on(Servers server, int waitTimeoutSeconds) {
        return empty().database("default", server, server.url(waitTimeoutSeconds));
    }

    /** Without a URL of its own: the connections come from elsewhere, but are of that server. */
    static Builder emptyOn(Servers server) {
        var builder = empty();
        builder.servers.add(server.target());
        return builder;
    }

    static Builder empty() {
        return new Builder();
    }

    <T> T bean(Class<T> type) {
        return container.select(type).get();
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

    /** Runs a task as a request, on a thread of its own, as a server would. */
    <T> T request(Callable<T> task) throws Exception {
        var tenure = tenure();
        return onNewThread(() -> tenure.run(task));
    }

    /** Runs a task on a thread that no container has prepared. (OpenWebBeans keeps a request active on the main thread for the whole run.) */
    static <T> T onNewThread(Callable<T> task) throws Exception {
        var future = new FutureTask<>(task);
        new Thread(future, "it-request").start();
        return result(future);
    }

    /** What a task of another thread returned or threw. */
    static <T> T result(FutureTask<T> future) throws Exception {
        try {
            return future.get();
        } catch (ExecutionException e) {
            if (e.getCause() instanceof Error error) {
                throw error;
            }
            throw (Exception) e.getCause();
        }
    }

    /** The server's own number of the session. */
    static long connectionId(Connection connection) throws SQLException {
        return number(connection, "select connection_id()");
    }

    static long number(Connection connection, String query) throws SQLException {
        try (var statement = connection.createStatement();
                var rows = statement.executeQuery(query)) {
            rows.next();
            return rows.getLong(1);
        }
    }

    static int update(Connection connection, String sql) throws SQLException {
        try (var statement = connection.createStatement()) {
            return statement.executeUpdate(sql);
        }
    }

    @Override
    public void close() throws SQLException, InterruptedException {
        try {
            container.close();
        } finally {
            built.forget();
        }
        for (var server : built.servers) {
            server.awaitSessions(built.sessionsLeft);
        }
        assertThat(Thread.getAllStackTraces().keySet())
                .as("threads after shutdown")
                .noneMatch(thread -> thread.getName().startsWith("tenure-"));
    }
}
