package dev.tenure.benchmarks.pages.source;

import com.mysql.cj.jdbc.MysqlDataSource;
import dev.tenure.Managed;
import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.RequestScoped;
import jakarta.enterprise.inject.Disposes;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.SQLException;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** A connect for every request. */
@ApplicationScoped
public class OpenedForEachRequest {

    @Inject
    @ConfigProperty(name = "tenure.default.url")
    private String url;

    @Inject
    @ConfigProperty(name = "tenure.default.user")
    private String user;

    @Inject
    @ConfigProperty(name = "tenure.default.password")
    private String password;

    private final MysqlDataSource driver = new MysqlDataSource();

    @PostConstruct
    void start() {
        driver.setUrl(url);
        driver.setUser(user);
        driver.setPassword(password);
    }

    /** Opened. */
    @Produces
    @Managed
    @RequestScoped
    public Connection open() throws SQLException {
        return driver.getConnection();
    }

    /** Closed with the request. */
    public void close(@Disposes @Managed Connection connection) throws SQLException {
        connection.close();
    }
}
