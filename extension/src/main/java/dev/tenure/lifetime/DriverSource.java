package dev.tenure.lifetime;

import dev.tenure.config.DatabaseSettings;
import dev.tenure.config.Secret;
import dev.tenure.config.SessionReset;
import dev.tenure.vendor.Vendor;
import java.sql.Connection;
import java.sql.Driver;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Properties;
import java.util.ServiceConfigurationError;
import java.util.ServiceLoader;

/** Opens connections by the driver that accepts the URL, found on the application's class loader, never by {@link DriverManager} (R29, trap 11). */
public final class DriverSource implements ConnectionSource {

    private final List<Driver> drivers;
    private final ClassLoader loader;

    private DriverSource(List<Driver> drivers, ClassLoader loader) {
        this.drivers = drivers;
        this.loader = loader;
    }

    /**
     * The drivers that the application sees.
     *
     * @param application its class loader; may be null
     * @return a source with all that can be loaded
     */
    public static DriverSource of(ClassLoader application) {
        var loader = application == null ? DriverSource.class.getClassLoader() : application;
        var found = new ArrayList<Driver>();
        var candidates = ServiceLoader.load(Driver.class, loader).iterator();
        while (true) {
            try {
                if (!candidates.hasNext()) {
                    break;
                }
                found.add(candidates.next());
            } catch (ServiceConfigurationError | LinkageError e) {
                // one that cannot be loaded is not the application's; the others may be
            }
        }
        return new DriverSource(found, loader);
    }

    /**
     * Whether a driver accepts the URL.
     *
     * @param url a JDBC URL
     * @return false if there is none
     */
    public boolean accepts(String url) {
        return driverFor(url) != null;
    }

    private Driver driverFor(String url) {
        for (var driver : drivers) {
            try {
                if (driver.acceptsURL(url)) {
                    return driver;
                }
            } catch (SQLException e) {
                // not its URL
            }
        }
        return null;
    }

    @Override
    public Connection open(DatabaseSettings settings) throws SQLException {
        var url = settings.url().orElseThrow();
        var driver = driverFor(url);
        var properties = new Properties();
        settings.user().ifPresent(user -> properties.setProperty("user", user));
        settings.password().ifPresent(password -> properties.setProperty("password", password.reveal()));
        var vendor = Vendor.forUrl(url);
        vendor.boundOpening(url, properties, settings.connectTimeoutNanos());
        if (settings.sessionReset() == SessionReset.CHANGED) {
            vendor.prepareTracking(url, properties);
        }
        var connection = driver == null ? null : driver.connect(url, properties);
        if (connection == null) {
            throw Messages.noDriver(settings.name(), Secret.maskUrl(url));
        }
        return connection;
    }

    @Override
    public void opened(DatabaseSettings settings, Connection connection) throws SQLException {
        var url = settings.url().orElseThrow();
        Vendor.forUrl(url).afterOpening(url, connection);
    }

    /**
     * Undoes what loading the drivers did to the JVM, as far as they are the application's own: a driver registers itself with DriverManager, which would
     * keep the application's class loader after undeploy (R25, trap 12).
     */
    public void release() {
        if (loader == ClassLoader.getSystemClassLoader()) {
            return; // the application is the whole JVM
        }
        for (var driver : Collections.list(DriverManager.getDrivers())) {
            if (isTheApplications(driver)) {
                deregister(driver);
            }
        }
        drivers.stream()
                .filter(this::isTheApplications)
                .map(driver -> driver.getClass().getClassLoader())
                .distinct()
                .forEach(DriverSource::stopConnectorJ);
    }

    /**
     * On Open Liberty the application's class loader is seen through one of its threads', so that of Tenure's jar beside the driver's counts as well; but never
     * the whole JVM's.
     */
    private boolean isTheApplications(Driver driver) {
        var its = driver.getClass().getClassLoader();
        return its != ClassLoader.getSystemClassLoader()
                && (its == loader || its == DriverSource.class.getClassLoader());
    }

    private static void deregister(Driver driver) {
        try {
            DriverManager.deregisterDriver(driver);
        } catch (SQLException | SecurityException e) {
            // somebody else's after all
        }
    }

    private static void stopConnectorJ(ClassLoader itsLoader) {
        try {
            Class.forName("com.mysql.cj.jdbc.AbandonedConnectionCleanupThread", false, itsLoader)
                    .getMethod("uncheckedShutdown")
                    .invoke(null);
        } catch (ReflectiveOperationException | LinkageError e) {
            // not Connector/J, or one without that thread
        }
    }
}
