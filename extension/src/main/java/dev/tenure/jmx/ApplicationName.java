package dev.tenure.jmx;

import javax.naming.InitialContext;
import javax.naming.NamingException;

/** What the server calls the application: Jakarta EE's names (Platform specification, EE.5.15) where there are some. */
final class ApplicationName {

    private static final String NONE = "application";

    private ApplicationName() {}

    static String find() {
        var loader = Thread.currentThread().getContextClassLoader();
        var application = lookUp("java:app/AppName");
        var module = lookUp("java:module/ModuleName");
        if (application != null) {
            return module == null || module.equals(application) ? application : application + "/" + module;
        }
        if (module != null) {
            return module;
        }
        return loader == null || loader.getName() == null || loader == ClassLoader.getSystemClassLoader()
                ? NONE
                : loader.getName();
    }

    @SuppressWarnings("BanJNDI") // fixed names of java:app and java:module, which the server itself binds
    private static String lookUp(String name) {
        try {
            return InitialContext.doLookup(name) instanceof String text ? text : null;
        } catch (NamingException | RuntimeException | LinkageError e) {
            return null; // no such thing outside an application server
        }
    }
}
