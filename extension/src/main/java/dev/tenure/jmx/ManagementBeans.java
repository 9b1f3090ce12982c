package dev.tenure.jmx;

import dev.tenure.integration.Integration;
import dev.tenure.lifetime.Database;
import dev.tenure.lifetime.Databases;
import jakarta.enterprise.inject.spi.BeanManager;
import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.List;
import javax.management.InstanceAlreadyExistsException;
import javax.management.InstanceNotFoundException;
import javax.management.JMException;
import javax.management.MBeanServer;
import javax.management.ObjectName;

/** Registers one managed bean a database while the application is deployed. */
public final class ManagementBeans implements Integration {

    /** More applications of one name than that are not registered: something else is wrong then. */
    private static final int NAMESAKES = 100;

    /** Not there without the API, and with it this class (see {@link Integration}). */
    private static final MBeanServer SERVER = ManagementFactory.getPlatformMBeanServer();

    private final List<ObjectName> registered = new ArrayList<>();

    @Override
    public void start(Databases databases, BeanManager beans) {
        var application = ApplicationName.find();
        try {
            for (var database : databases.all()) {
                registered.add(register(database, application));
            }
        } catch (JMException | RuntimeException e) {
            stop();
            throw new IllegalStateException("JMX refused a managed bean of application " + application, e);
        }
    }

    /** Two applications of one name on one server, such as two versions of it during a roll-over, are told apart by a number. */
    private static ObjectName register(Database database, String application) throws JMException {
        for (int number = 1; ; number++) {
            try {
                var name = name(number == 1 ? application : application + "-" + number, database.name());
                return SERVER.registerMBean(new ManagedDatabase(database), name).getObjectName();
            } catch (InstanceAlreadyExistsException e) {
                if (number == NAMESAKES) {
                    throw e;
                }
            }
        }
    }

    private static ObjectName name(String application, String database) throws JMException {
        return new ObjectName("dev.tenure:type=Database,application=" + ObjectName.quote(application) + ",name="
                + ObjectName.quote(database));
    }

    @Override
    public void stop() {
        for (var name : registered) {
            try {
                SERVER.unregisterMBean(name);
            } catch (InstanceNotFoundException e) {
                // somebody else did it
            } catch (JMException e) {
                throw new IllegalStateException("JMX keeps " + name, e);
            }
        }
        registered.clear();
    }
}
