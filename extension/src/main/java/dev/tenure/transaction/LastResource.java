package dev.tenure.transaction;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.util.ArrayList;
import java.util.List;
import javax.transaction.xa.XAResource;

/**
 * Marks a resource for a manager that can commit one without XA after it has prepared all others ("last resource"): Narayana does, alone and in WildFly. The
 * markers are interfaces that an application may not see, so a proxy in the manager's class loader wears them.
 */
final class LastResource {

    private static final List<String> MARKERS = List.of(
            "com.arjuna.ats.jta.resources.LastResourceCommitOptimisation", // Narayana
            "org.jboss.tm.LastResource"); // what WildFly tells Narayana to look for

    /** What was found in the loader of a manager: to look for a class that is not there throws, and that at each transaction. */
    private record Found(ClassLoader loader, List<Class<?>> interfaces) {}

    private static volatile Found last;

    private LastResource() {}

    /** The resource itself where the manager knows no marker. */
    static XAResource asSuch(XAResource resource, ClassLoader loaderOfManager) {
        var interfaces = interfacesOf(loaderOfManager);
        if (interfaces.size() == 1) {
            return resource;
        }
        return (XAResource) Proxy.newProxyInstance(
                loaderOfManager, interfaces.toArray(Class<?>[]::new), (proxy, method, arguments) -> {
                    if (method.getName().equals("equals")) {
                        return proxy == arguments[0];
                    }
                    if (method.getName().equals("isSameRM")) {
                        return proxy == arguments[0];
                    }
                    try {
                        return method.invoke(resource, arguments);
                    } catch (InvocationTargetException e) {
                        throw e.getCause();
                    }
                });
    }

    private static List<Class<?>> interfacesOf(ClassLoader loader) {
        var found = last;
        if (found == null || found.loader != loader) {
            found = new Found(loader, find(loader));
            last = found;
        }
        return found.interfaces;
    }

    private static List<Class<?>> find(ClassLoader loader) {
        var interfaces = new ArrayList<Class<?>>(List.of(XAResource.class));
        for (var marker : MARKERS) {
            try {
                interfaces.add(Class.forName(marker, false, loader));
            } catch (ClassNotFoundException | LinkageError e) {
                // another manager's
            }
        }
        return List.copyOf(interfaces);
    }
}
