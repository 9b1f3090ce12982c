package dev.tenure.benchmarks;

import com.mchange.v2.c3p0.ComboPooledDataSource;
import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import dev.tenure.config.ConfigReader;
import dev.tenure.config.ConfigValue;
import dev.tenure.config.Configuration;
import dev.tenure.jfr.FlightRecorder;
import dev.tenure.lifetime.Databases;
import dev.tenure.lifetime.DriverSource;
import dev.tenure.lifetime.LogListener;
import io.agroal.api.AgroalDataSource;
import io.agroal.api.configuration.supplier.AgroalDataSourceConfigurationSupplier;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import javax.sql.DataSource;
import org.apache.commons.dbcp2.BasicDataSource;
import org.apache.tomcat.jdbc.pool.PoolProperties;

/** Tenure, and what users would take instead. */
public enum Pool {
    RAW("raw driver") {
        @Override
        Running start(Settings settings) throws Exception {
            DriverManager.getConnection(settings.url()).close();
            return new Running(RawClient::new, () -> {});
        }
    },
    HIKARICP("HikariCP") {
        @Override
        Running start(Settings settings) {
            var config = new HikariConfig();
            config.setJdbcUrl(settings.url());
            config.setMaximumPoolSize(settings.cap());
            var pool = new HikariDataSource(config);
            if (settings.maxAge() != null) { // its check refuses less than 30 s; the pool itself does not
                pool.setMaxLifetime(settings.maxAge().toMillis());
                pool.getHikariPoolMXBean().softEvictConnections();
            }
            return new Running(() -> client(pool), pool);
        }
    },
    AGROAL("Agroal") {
        @Override
        Running start(Settings settings) throws Exception {
            return agroal(settings, config -> config);
        }
    },
    AGROAL_CHECKED("Agroal with idle and age checks") {
        @Override
        Running start(Settings settings) throws Exception {
            return agroal(
                    settings,
                    config -> config.maxLifetime(Duration.ofMinutes(1))
                            .idleValidationTimeout(Duration.ofMillis(500))
                            .connectionValidator(io.agroal.api.configuration.AgroalConnectionPoolConfiguration
                                    .ConnectionValidator.defaultValidator()));
        }
    },
    DBCP2("DBCP2") {
        @Override
        Running start(Settings settings) {
            var pool = new BasicDataSource();
            pool.setUrl(settings.url());
            pool.setMaxTotal(settings.cap());
            pool.setMaxIdle(settings.cap());
            if (settings.maxAge() != null) {
                pool.setMaxConn(settings.maxAge());
            }
            return new Running(() -> client(pool), pool);
        }
    },
    TOMCAT("Tomcat JDBC") {
        @Override
        Running start(Settings settings) {
            var config = new PoolProperties();
            config.setUrl(settings.url());
            config.setDriverClassName(StubDriver.class.getName());
            config.setMaxActive(settings.cap());
            config.setMaxIdle(settings.cap());
            if (settings.maxAge() != null) {
                config.setMaxAge(settings.maxAge().toMillis());
            }
            var pool = new org.apache.tomcat.jdbc.pool.DataSource(config);
            return new Running(() -> client(pool), () -> pool.close(true));
        }
    },
    C3P0("c3p0") {
        @Override
        Running start(Settings settings) {
            var pool = new ComboPooledDataSource();
            pool.setJdbcUrl(settings.url());
            pool.setMaxPoolSize(settings.cap());
            pool.setMinPoolSize(Math.min(3, settings.cap()));
            pool.setInitialPoolSize(Math.min(3, settings.cap()));
            if (settings.maxAge() != null) {
                pool.setMaxConnectionAge((int) settings.maxAge().toSeconds());
            }
            return new Running(() -> client(pool), pool);
        }
    },
    TENURE("Tenure") {
        @Override
        Running start(Settings settings) throws Exception {
            var databases = databases(settings);
            var database = databases.get("default");
            return new Running(() -> new TenureClient(database), databases::shutDown);
        }
    };

    final String title;

    Pool(String title) {
        this.title = title;
    }

    abstract Running start(Settings settings) throws Exception;

    /** How a pool is to be set; all else as it is by default. */
    record Settings(int rows, int cap, Duration maxAge) {
        String url() {
            return StubDriver.PREFIX + rows;
        }
    }

    /** One thread's way to a connection. */
    interface Client {
        Connection lease() throws SQLException;

        /** A connection to call: leased by now, or else by the first call, as it is for the user. */
        default Connection connection() throws SQLException {
            return lease();
        }

        /** The last one leased. */
        void release() throws SQLException;
    }

    /** Makes clients. */
    @FunctionalInterface
    interface Clients {
        Client client();
    }

    /** A pool at work. */
    record Running(Clients clients, AutoCloseable end) implements AutoCloseable {
        @Override
        public void close() throws Exception {
            end.close();
        }
    }

    private static Client client(DataSource pool) {
        return new Client() {
            private Connection connection;

            @Override
            public Connection lease() throws SQLException {
                connection = pool.getConnection();
                return connection;
            }

            @Override
            public void release() throws SQLException {
                connection.close();
            }
        };
    }

    /** Its own connection, kept for good: the least that can be. */
    private static final class RawClient implements Client {
        private final Connection connection = new StubDriver().connect(StubDriver.PREFIX + rowsOf(), null);

        private static int rowsOf() {
            return LeaseBenchmark.ROWS;
        }

        @Override
        public Connection lease() {
            return connection;
        }

        @Override
        public void release() {
            // kept
        }
    }

    private static Running agroal(
            Settings settings,
            UnaryOperator<io.agroal.api.configuration.supplier.AgroalConnectionPoolConfigurationSupplier> more)
            throws SQLException {
        var pool = AgroalDataSource.from(new AgroalDataSourceConfigurationSupplier()
                .connectionPoolConfiguration(config -> {
                    config.maxSize(settings.cap())
                            .acquisitionTimeout(Duration.ofSeconds(30))
                            .connectionFactoryConfiguration(factory -> factory.jdbcUrl(settings.url()));
                    if (settings.maxAge() != null) {
                        config.maxLifetime(settings.maxAge());
                    }
                    return more.apply(config);
                }));
        return new Running(() -> client(pool), pool);
    }

    /** As the extension makes them from MicroProfile Config. */
    private static Databases databases(Settings settings) throws SQLException {
        var properties = Map.of(
                "tenure.default.url",
                settings.url(),
                "tenure.default.max-connections",
                Integer.toString(settings.cap()),
                "tenure.default.acquire-timeout",
                "30s",
                "tenure.default.max-age",
                settings.maxAge() == null
                        ? "60"
                        : Long.toString(settings.maxAge().toSeconds()));
        var configuration = Configuration.load(
                new ConfigReader() {
                    @Override
                    public Optional<ConfigValue> value(String property) {
                        return Optional.ofNullable(properties.get(property)).map(text -> new ConfigValue(text, "here"));
                    }

                    @Override
                    public Iterable<String> names() {
                        return properties.keySet();
                    }
                },
                Set.of());
        var log = System.getLogger("dev.tenure");
        return new Databases(
                configuration,
                DriverSource.of(Pool.class.getClassLoader()),
                null,
                log,
                List.of(new LogListener(log), new FlightRecorder()));
    }
}
