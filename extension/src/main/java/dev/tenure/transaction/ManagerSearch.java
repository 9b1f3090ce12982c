package dev.tenure.transaction;

import jakarta.enterprise.inject.spi.BeanManager;
import jakarta.transaction.TransactionManager;
import jakarta.transaction.TransactionSynchronizationRegistry;
import java.lang.System.Logger.Level;
import java.util.Iterator;
import java.util.List;
import java.util.ServiceLoader;
import javax.naming.InitialContext;
import javax.naming.NamingException;

/**
 * Looks for the transaction manager: Jakarta EE gives its registry of synchronizations a name, but not the manager itself, so each server has one of its
 * own. In SE it is a bean (Narayana's CDI module has one, or a producer of the application's) or a service.
 */
final class ManagerSearch {

    private static final List<String> MANAGERS = List.of(
            "java:jboss/TransactionManager", // WildFly
            "java:appserver/TransactionManager", // Payara, GlassFish
            "java:comp/TransactionManager", // TomEE and others
            "java:/TransactionManager"); // Narayana's own

    private static final List<String> REGISTRIES = List.of(
            "java:comp/TransactionSynchronizationRegistry", // Jakarta EE 10, section 4.3
            "java:jboss/TransactionSynchronizationRegistry",
            "java:appserver/TransactionSynchronizationRegistry");

    /** A static getTransactionManager() is what Open Liberty has instead of a name. */
    private static final String LIBERTY = "com.ibm.tx.jta.TransactionManagerFactory";

    private final BeanManager beanManager;
    private final System.Logger log;

    ManagerSearch(BeanManager beanManager, System.Logger log) {
        this.beanManager = beanManager;
        this.log = log;
    }

    Manager find() {
        var transactions = first(TransactionManager.class, MANAGERS);
        if (transactions == null) {
            log.log(
                    Level.DEBUG,
                    "TNR-0420: There is no transaction manager; connections take part in no transactions.");
            return Manager.NONE;
        }
        log.log(
                Level.DEBUG,
                () -> "TNR-0421: Managed connections take part in the transactions of "
                        + transactions.getClass().getName());
        return new Manager(transactions, first(TransactionSynchronizationRegistry.class, REGISTRIES));
    }

    private <T> T first(Class<T> type, List<String> names) {
        for (var name : names) {
            var found = named(type, name);
            if (found != null) {
                return found;
            }
        }
        var found = type == TransactionManager.class ? type.cast(ofLiberty()) : null;
        found = found == null ? bean(type) : found;
        return found == null ? service(type) : found;
    }

    @SuppressWarnings("BanJNDI") // the names are constants
    private static <T> T named(Class<T> type, String name) {
        try {
            var found = new InitialContext().lookup(name);
            return type.isInstance(found) ? type.cast(found) : null;
        } catch (NamingException | RuntimeException | LinkageError e) {
            return null; // another server's name, or no names at all
        }
    }

    private static Object ofLiberty() {
        try {
            var loader = Thread.currentThread().getContextClassLoader();
            var factory = Class.forName(LIBERTY, true, loader);
            return factory.getMethod("getTransactionManager").invoke(null);
        } catch (ReflectiveOperationException | LinkageError e) {
            return null; // not on Open Liberty
        }
    }

    private <T> T bean(Class<T> type) {
        try {
            var bean = beanManager.resolve(beanManager.getBeans(type));
            return bean == null
                    ? null
                    : type.cast(beanManager.getReference(bean, type, beanManager.createCreationalContext(bean)));
        } catch (RuntimeException e) {
            log.log(Level.DEBUG, () -> "TNR-0422: The bean of type " + type.getName() + " cannot be used", e);
            return null;
        }
    }

    private static <T> T service(Class<T> type) {
        Iterator<T> services = ServiceLoader.load(type).iterator();
        try {
            return services.hasNext() ? services.next() : null;
        } catch (java.util.ServiceConfigurationError e) {
            return null;
        }
    }
}
