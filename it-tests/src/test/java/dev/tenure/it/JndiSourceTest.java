package dev.tenure.it;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.mysql.cj.jdbc.MysqlDataSource;
import dev.tenure.CloseReason;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Hashtable;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import javax.naming.Context;
import javax.naming.InitialContext;
import javax.naming.NameNotFoundException;
import javax.naming.spi.InitialContextFactory;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** R29: connections from a data source of the server, with and without a pool beneath. */
class JndiSourceTest {

    private static final Map<String, Object> BOUND = new ConcurrentHashMap<>();

    /** The directory of an application server, as far as it is needed here. */
    public static class Directory implements InitialContextFactory {
        @Override
        public Context getInitialContext(Hashtable<?, ?> environment) {
            return (Context) Proxy.newProxyInstance(
                    Directory.class.getClassLoader(), new Class<?>[] {Context.class}, (proxy, method, arguments) -> {
                        if (!method.getName().equals("lookup")) {
                            return null;
                        }
                        var found = BOUND.get(arguments[0].toString());
                        if (found == null) {
                            throw new NameNotFoundException(arguments[0].toString());
                        }
                        return found;
                    });
        }
    }

    /** The smallest pool: what is closed may be had again, and the pool may close what it has handed out. */
    private static final class Pool {
        private final DataSource source;
        private final Deque<Connection> free = new ArrayDeque<>();
        private Connection lastHandle;
        private int opened;

        Pool(DataSource source) {
            this.source = source;
        }

        synchronized Connection take() throws SQLException {
            Connection raw = free.poll();
            if (raw == null) {
                raw = source.getConnection();
                opened++;
            }
            lastHandle = handle(raw);
            return lastHandle;
        }

        private Connection handle(Connection raw) {
            boolean[] closed = new boolean[1];
            return (Connection) Proxy.newProxyInstance(
                    Pool.class.getClassLoader(), new Class<?>[] {Connection.class}, (proxy, method, arguments) -> {
                        switch (method.getName()) {
                            case "close", "abort" -> {
                                if (!closed[0]) {
                                    closed[0] = true;
                                    free.push(raw);
                                }
                                return null;
                            }
                            case "isClosed" -> {
                                return closed[0];
                            }
                            default -> {
                                if (closed[0]) {
                                    throw new SQLException("IJ031041: Connection handle not currently in use");
                                }
                            }
                        }
                        try {
                            return method.invoke(raw, arguments);
                        } catch (InvocationTargetException e) {
                            throw e.getCause();
                        }
                    });
        }

        synchronized void close() throws SQLException {
            for (var raw : free) {
                raw.close();
            }
        }
    }

    private static DataSource asDataSource(Pool pool) {
        return (DataSource) Proxy.newProxyInstance(
                Pool.class.getClassLoader(),
                new Class<?>[] {DataSource.class},
                (proxy, method, arguments) -> pool.take());
    }

    private static MysqlDataSource driverOf(Servers server) {
        var source = new MysqlDataSource();
        source.setUrl(server.started().url());
        source.setUser(server.started().user());
        source.setPassword(server.started().password());
        return source;
    }

    private static Application.Builder named(Servers server, String name) {
        return Application.emptyOn(server)
                .set("default.datasource", name)
                .set("default.max-age", "60")
                .beans(Beans.Orders.class);
    }

    @BeforeEach
    void directory() {
        System.setProperty(InitialContext.INITIAL_CONTEXT_FACTORY, Directory.class.getName());
    }

    @AfterEach
    void none() {
        System.clearProperty(InitialContext.INITIAL_CONTEXT_FACTORY);
        BOUND.clear();
    }

    @ParameterizedTest
    @EnumSource
    void connectionsComeFromTheDataSource(Servers server) throws Exception {
        BOUND.put("java:jboss/datasources/shop", driverOf(server));
        try (var application = named(server, "java:jboss/datasources/shop").start()) {
            var orders = application.bean(Beans.Orders.class);
            long first = application.request(() -> Application.connectionId(orders.db()));
            assertThat(application.request(() -> Application.connectionId(orders.db())))
                    .isEqualTo(first);
            server.awaitSessions(1);
        }
    }

    @ParameterizedTest
    @EnumSource
    void withAPoolBeneathAgeingReturnsTheHandleToIt(Servers server) throws Exception {
        var pool = new Pool(driverOf(server));
        BOUND.put("jdbc/pooled", asDataSource(pool));
        try {
            try (var application = named(server, "jdbc/pooled")
                    .sessionsLeft(1)
                    .set("default.max-age", "0")
                    .start()) {
                var orders = application.bean(Beans.Orders.class);
                long first = application.request(() -> Application.connectionId(orders.db()));
                Eventually.equal("open", 0, () -> application.statistics().open());
                assertThat(application.request(() -> Application.connectionId(orders.db())))
                        .as("the pool's one")
                        .isEqualTo(first);
                assertThat(application.statistics().opened()).isEqualTo(2);
                assertThat(pool.opened).isEqualTo(1);
            }
        } finally {
            pool.close();
        }
    }

    @ParameterizedTest
    @EnumSource
    void aHandleThatIsClosedUnderUsIsReplaced(Servers server) throws Exception {
        var pool = new Pool(driverOf(server));
        BOUND.put("jdbc/pooled", asDataSource(pool));
        try {
            try (var application = named(server, "jdbc/pooled").sessionsLeft(1).start()) {
                var orders = application.bean(Beans.Orders.class);
                application.request(() -> {
                    Application.connectionId(orders.db());
                    pool.lastHandle
                            .close(); // as WildFly's cached connection manager does at the end of a call (trap 18)
                    return null;
                });
                assertThat(application.request(() -> Application.connectionId(orders.db())))
                        .isPositive();
                Eventually.equal("broken", 1L, () -> application.closed(CloseReason.BROKEN));
            }
        } finally {
            pool.close();
        }
    }

    @ParameterizedTest
    @EnumSource
    void aNameThatIsNotBoundIsSaid(Servers server) throws Exception {
        try (var application = named(server, "java:comp/env/jdbc/nowhere").start()) {
            var orders = application.bean(Beans.Orders.class);
            assertThatThrownBy(() -> application.request(() -> Application.connectionId(orders.db())))
                    .isInstanceOf(SQLException.class)
                    .hasMessageContainingAll("TNR-0210", "tenure.default.datasource=java:comp/env/jdbc/nowhere");
        }
    }
}
