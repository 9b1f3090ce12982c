package dev.tenure.it.observability;

import dev.tenure.ManagedConnections;
import jakarta.enterprise.inject.se.SeContainerInitializer;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;

/** An application that {@link AbsenceTest} runs by a class loader of its own, with no class in its signature that the JDK has not. */
public final class Deployed {

    private Deployed() {}

    /**
     * Serves one request.
     *
     * @param url of the database
     * @param user who connects
     * @param password the user's
     * @return what was seen
     */
    public static String run(String url, String user, String password) throws Exception {
        System.setProperty("tenure.default.url", url);
        System.setProperty("tenure.default.user", user);
        System.setProperty("tenure.default.password", password);
        var warnings = new AtomicInteger();
        var listening = listen(warnings);
        try (var container = SeContainerInitializer.newInstance()
                .addBeanClasses(Application.Orders.class)
                .initialize()) {
            var tenure = container.select(ManagedConnections.class).get();
            var orders = container.select(Application.Orders.class).get();
            long rows = tenure.run(orders::count);
            return "%d row, %d opened, %s"
                    .formatted(
                            rows,
                            tenure.statistics().get("default").opened(),
                            warnings.get() == 0 ? "no warning" : warnings + " warnings");
        } finally {
            Logger.getLogger("").removeHandler(listening);
            System.clearProperty("tenure.default.url");
            System.clearProperty("tenure.default.user");
            System.clearProperty("tenure.default.password");
        }
    }

    private static Handler listen(AtomicInteger warnings) {
        var handler = new Handler() {
            @Override
            public void publish(LogRecord record) {
                if (record.getLevel().intValue() >= Level.WARNING.intValue()) {
                    warnings.incrementAndGet();
                }
            }

            @Override
            public void flush() {}

            @Override
            public void close() {}
        };
        Logger.getLogger("").addHandler(handler);
        return handler;
    }
}
