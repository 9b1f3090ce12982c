package dev.tenure.lifetime;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.Proxy;
import java.net.URL;
import java.net.URLClassLoader;
import java.sql.Driver;
import java.sql.DriverManager;
import java.util.Collections;
import org.junit.jupiter.api.Test;

/** R25, trap 12: what an application's drivers did to the JVM is undone with the application, and nothing else. */
class DriverSourceTest {

    /** As in Java SE, where tests and others give an application a context class loader of its own. */
    @Test
    void aDriverOfTheWholeJvmStaysRegistered() throws Exception {
        var driver = (Driver) Proxy.newProxyInstance(
                ClassLoader.getSystemClassLoader(),
                new Class<?>[] {Driver.class, OfTheJvm.class},
                (proxy, method, args) -> {
                    return switch (method.getName()) {
                        case "equals" -> proxy == args[0];
                        case "hashCode" -> 1;
                        default -> null;
                    };
                });
        assertThat(driver.getClass().getClassLoader()).isSameAs(DriverSource.class.getClassLoader());
        DriverManager.registerDriver(driver);
        try (var application = new URLClassLoader(new URL[0], ClassLoader.getSystemClassLoader())) {
            DriverSource.of(application).release();

            assertThat(Collections.list(DriverManager.getDrivers())).contains(driver);
        } finally {
            DriverManager.deregisterDriver(driver);
        }
    }

    /** Makes the proxy's class one of the class path's. */
    interface OfTheJvm {}
}
