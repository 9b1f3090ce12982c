package dev.tenure.it;

import com.mchange.v2.c3p0.ComboPooledDataSource;
import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import io.agroal.api.AgroalDataSource;
import io.agroal.api.configuration.supplier.AgroalDataSourceConfigurationSupplier;
import io.agroal.api.security.NamePrincipal;
import io.agroal.api.security.SimplePassword;
import java.sql.Connection;
import java.time.Duration;
import javax.sql.DataSource;
import org.apache.commons.dbcp2.BasicDataSource;
import org.apache.tomcat.jdbc.pool.PoolProperties;

/** Tenure and the pools that users would take instead, each with one connection and otherwise as it is without configuration. */
enum Peers {
    HIKARICP("HikariCP") {
        @Override
        Units open(Place place) {
            var config = new HikariConfig();
            config.setJdbcUrl(place.url());
            config.setUsername(place.user());
            config.setPassword(place.password());
            config.setMaximumPoolSize(1);
            config.setAutoCommit(place.autocommit());
            var pool = new HikariDataSource(config);
            return units(pool, pool);
        }
    },
    AGROAL("Agroal") {
        @Override
        Units open(Place place) throws Exception {
            var pool = AgroalDataSource.from(new AgroalDataSourceConfigurationSupplier()
                    .connectionPoolConfiguration(config -> config.maxSize(1)
                            .acquisitionTimeout(Duration.ofSeconds(30))
                            .connectionFactoryConfiguration(factory -> factory.jdbcUrl(place.url())
                                    .autoCommit(place.autocommit())
                                    .principal(new NamePrincipal(place.user()))
                                    .credential(new SimplePassword(place.password())))));
            return units(pool, pool);
        }
    },
    DBCP2("DBCP2") {
        @Override
        Units open(Place place) {
            var pool = new BasicDataSource();
            pool.setUrl(place.url());
            pool.setUsername(place.user());
            pool.setPassword(place.password());
            pool.setMaxTotal(1);
            pool.setDefaultAutoCommit(place.autocommit() ? null : false);
            return units(pool, pool);
        }
    },
    TOMCAT("Tomcat JDBC") {
        @Override
        Units open(Place place) {
            var config = new PoolProperties();
            config.setUrl(place.url());
            config.setDriverClassName("com.mysql.cj.jdbc.Driver");
            config.setUsername(place.user());
            config.setPassword(place.password());
            config.setMaxActive(1);
            config.setInitialSize(1);
            config.setDefaultAutoCommit(place.autocommit() ? null : false);
            var pool = new org.apache.tomcat.jdbc.pool.DataSource(config);
            return units(pool, () -> pool.close(true));
        }
    },
    C3P0("c3p0") {
        @Override
        Units open(Place place) {
            var pool = new ComboPooledDataSource();
            pool.setJdbcUrl(place.url());
            pool.setUser(place.user());
            pool.setPassword(place.password());
            pool.setInitialPoolSize(1);
            pool.setMinPoolSize(1);
            pool.setMaxPoolSize(1);
            return units(pool, pool);
        }
    },
    TENURE("Tenure") {
        @Override
        Units open(Place place) {
            var application = Application.empty()
                    .set("default.url", place.url())
                    .set("default.user", place.user())
                    .set("default.password", place.password())
                    .set("default.max-age", "60")
                    .set("default.max-connections", "1")
                    .set("default.autocommit", Boolean.toString(place.autocommit()))
                    .beans(Beans.Orders.class)
                    .start();
            var orders = application.bean(Beans.Orders.class);
            return new Units() {
                @Override
                public <T> T unit(Work<T> work) throws Exception {
                    return application.request(() -> work.on(orders.db()));
                }

                @Override
                public void close() throws Exception {
                    application.close();
                }
            };
        }
    };

    final String title;

    Peers(String title) {
        this.title = title;
    }

    abstract Units open(Place place) throws Exception;

    /** What to connect to, and how. */
    record Place(String url, String user, String password, boolean autocommit) {}

    /** What a unit of work does with its connection. */
    @FunctionalInterface
    interface Work<T> {
        T on(Connection connection) throws Exception;
    }

    /** Units of work, one after another. */
    interface Units extends AutoCloseable {
        <T> T unit(Work<T> work) throws Exception;
    }

    private static Units units(DataSource pool, AutoCloseable end) {
        return new Units() {
            @Override
            public <T> T unit(Work<T> work) throws Exception {
                try (var connection = pool.getConnection()) {
                    return work.on(connection);
                }
            }

            @Override
            public void close() throws Exception {
                end.close();
            }
        };
    }
}
