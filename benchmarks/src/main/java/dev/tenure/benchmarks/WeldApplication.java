package dev.tenure.benchmarks;

import dev.tenure.cdi.TenureExtension;
import jakarta.enterprise.inject.se.SeContainer;
import jakarta.enterprise.inject.se.SeContainerInitializer;
import java.util.HashMap;
import java.util.Map;
import org.jboss.weld.context.bound.BoundLiteral;
import org.jboss.weld.context.bound.BoundRequestContext;

/** An application on Weld and the driver that does nothing, with request contexts as HTTP requests have them. */
final class WeldApplication implements AutoCloseable {

    private final SeContainer container;
    private final BoundRequestContext requests;

    WeldApplication(Class<?>... beans) {
        System.setProperty("tenure.default.url", StubDriver.PREFIX + 1);
        System.setProperty("tenure.default.max-age", "60");
        container = SeContainerInitializer.newInstance()
                .disableDiscovery()
                .addExtensions(new TenureExtension())
                .addBeanClasses(beans)
                .initialize();
        requests = container
                .select(BoundRequestContext.class, BoundLiteral.INSTANCE)
                .get();
    }

    <T> T bean(Class<T> type) {
        return container.select(type).get();
    }

    /** A request begins on the calling thread; what it is ended with. */
    Map<String, Object> begin() {
        var store = new HashMap<String, Object>();
        requests.associate(store);
        requests.activate();
        return store;
    }

    void end(Map<String, Object> store) {
        requests.invalidate();
        requests.deactivate();
        requests.dissociate(store);
    }

    @Override
    public void close() {
        container.close();
    }
}
