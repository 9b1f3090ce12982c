package dev.tenure.lifetime;

import dev.tenure.DatabaseStatistics;
import dev.tenure.OpenConnection;
import dev.tenure.OpenLease;
import dev.tenure.config.Configuration;
import dev.tenure.config.DatabaseSettings;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;

/** The databases of one application, their one sweep, and the verbs for all of them. No verb throws because one database failed. */
public final class Databases {

    private final Map<String, Database> databases = new TreeMap<>();
    private final LifetimeListener listener;
    private final Sweep sweep;
    private final RenewalThread renewals = new RenewalThread();
    private final DriverSource drivers;

    /**
     * The databases of a configuration without problems. Opens nothing.
     *
     * @param configuration where settings are read, now and at each open
     * @param drivers opens what has a URL
     * @param transactions those that connections from a URL take part in, unless told not to; null for none
     * @param log for the effective limits
     * @param listeners hear what happens
     * @throws SQLException when the configuration has a problem after all
     */
    public Databases(
            Configuration configuration,
            DriverSource drivers,
            Transactions transactions,
            Logger log,
            List<LifetimeListener> listeners)
            throws SQLException {
        this.listener = new Listeners(listeners);
        this.drivers = drivers;
        this.sweep = new Sweep(listener);
        var background = new Background() {
            @Override
            public void wakeSweep() {
                sweep.wake();
            }

            @Override
            public void wakeRenewal() {
                renewals.wake();
            }
        };
        for (var name : configuration.databases()) {
            var settings = configuration.read(name);
            log.log(Level.DEBUG, () -> "TNR-0221: Database \"%s\": %s".formatted(name, configuration.describe(name)));
            databases.put(
                    name,
                    new Database(
                            name,
                            settings,
                            reader(configuration, name),
                            settings.url().isPresent() ? drivers : new JndiSource(),
                            sweep.clock(),
                            listener,
                            log::log,
                            background,
                            settings.transactions() && settings.url().isPresent() ? transactions : null));
        }
        sweep.over(databases.values());
        renewals.over(databases.values());
    }

    private static SettingsReader reader(Configuration configuration, String name) {
        return new SettingsReader() {
            @Override
            public DatabaseSettings read() throws SQLException {
                return configuration.read(name);
            }

            @Override
            public String login() {
                return configuration.login(name);
            }
        };
    }

    /**
     * One of them.
     *
     * @param name as configured
     * @return null if there is none
     */
    public Database get(String name) {
        return databases.get(name);
    }

    /**
     * All of them.
     *
     * @return by name
     */
    public Collection<Database> all() {
        return List.copyOf(databases.values());
    }

    /** Closes idle connections that are past their age or idle limit. */
    public void sweep() {
        each("closing old connections", Database::sweep);
    }

    /** Closes idle connections. */
    public void closeIdle() {
        each("closing idle connections", Database::closeIdle);
    }

    /** Retires all connections. */
    public void retireAll() {
        each("retiring connections", Database::retireAll);
    }

    /** Closes all connections that are not in a call. */
    public void closeAll() {
        each("closing connections", Database::closeAll);
    }

    /** Closes everything for good (R25). */
    public void shutDown() {
        each("shutting down", Database::shutDown);
        sweep.stop();
        renewals.stop();
        drivers.release();
    }

    /**
     * The figures now.
     *
     * @return by name
     */
    public Map<String, DatabaseStatistics> statistics() {
        var all = new TreeMap<String, DatabaseStatistics>();
        databases.forEach((name, database) -> all.put(name, database.statistics()));
        return all;
    }

    /**
     * The open connections now.
     *
     * @return by database and id
     */
    public List<OpenConnection> connections() {
        return databases.values().stream()
                .flatMap(database -> database.connections().stream())
                .toList();
    }

    /**
     * Who holds a connection now.
     *
     * @return by database and connection
     */
    public List<OpenLease> leases() {
        return databases.values().stream()
                .flatMap(database -> database.openLeases().stream())
                .toList();
    }

    private void each(String what, Consumer<Database> verb) {
        for (var database : new ArrayList<>(databases.values())) {
            try {
                verb.accept(database);
            } catch (RuntimeException | Error e) {
                listener.failed(database.name(), what, e);
            }
        }
    }
}
