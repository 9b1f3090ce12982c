package dev.tenure.benchmarks.pages.source;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import dev.tenure.Managed;
import jakarta.annotation.PostConstruct;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.RequestScoped;
import jakarta.enterprise.inject.Disposes;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.concurrent.TimeUnit;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** HikariCP in the WAR, with Tenure's cap and age. */
@ApplicationScoped
public class HikariPool {

    @Inject
    @ConfigProperty(name = "tenure.default.url")
    private String url;

    @Inject
    @ConfigProperty(name = "tenure.default.user")
    private String user;

    @Inject
    @ConfigProperty(name = "tenure.default.password")
    private String password;

    @Inject
    @ConfigProperty(name = "tenure.default.max-connections")
    private int cap;

    @Inject
    @ConfigProperty(name = "tenure.default.max-age")
    private long maxAgeSeconds;

    private HikariDataSource pool;

    @PostConstruct
    void start() {
        var config = new HikariConfig();
        config.setDriverClassName("com.mysql.cj.jdbc.Driver");
        config.setJdbcUrl(url);
        config.setUsername(user);
        config.setPassword(password);
        config.setMaximumPoolSize(cap);
        config.setMaxLifetime(TimeUnit.SECONDS.toMillis(maxAgeSeconds));
        pool = new HikariDataSource(config);
    }

    @PreDestroy
    void stop() {
        pool.close();
    }

    /** Borrowed. */
    @Produces
    @Managed
    @RequestScoped
    public Connection borrow() throws SQLException {
        return pool.getConnection();
    }

    /** Given back with the request. */
    public void giveBack(@Disposes @Managed Connection connection) throws SQLException {
        connection.close();
    }
}
