package dev.tenure.lifetime;

import dev.tenure.config.DatabaseSettings;
import java.sql.Connection;
import java.sql.SQLException;
import javax.naming.InitialContext;
import javax.naming.NamingException;
import javax.sql.DataSource;

/** Takes connections from a data source of the server (R29). There may be a pool beneath: ageing returns the connection to it. */
public final class JndiSource implements ConnectionSource {

    @Override
    public Connection open(DatabaseSettings settings) throws SQLException {
        var name = settings.datasource().orElseThrow();
        var source = lookUp(settings.name(), name);
        if (settings.user().isPresent()) {
            return source.getConnection(
                    settings.user().get(),
                    settings.password().map(p -> p.reveal()).orElse(null));
        }
        return source.getConnection();
    }

    @SuppressWarnings("BanJNDI") // the name comes from the deployer's configuration, not from a user
    private static DataSource lookUp(String database, String name) throws SQLException {
        try {
            return (DataSource) new InitialContext().lookup(name);
        } catch (NamingException | ClassCastException e) {
            throw Messages.noDataSource(database, name, e);
        }
    }
}
