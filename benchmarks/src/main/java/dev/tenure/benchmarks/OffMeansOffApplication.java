package dev.tenure.benchmarks;

import com.sun.management.ThreadMXBean;
import dev.tenure.Managed;
import io.opentelemetry.api.OpenTelemetry;
import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Inject;
import java.lang.management.ManagementFactory;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.logging.Level;
import java.util.logging.Logger;

/** The user's whole way on Weld, with the integrations that its class loader lets it see. */
public final class OffMeansOffApplication implements Runnable {

    private static final int TURNS = 60;
    private static final int OPERATIONS = 20_000;

    private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();

    @SuppressWarnings("UnusedVariable") // written, so that nothing is compiled away
    private static volatile Object sink;

    private WeldApplication weld;
    private Orders orders;

    /** Who uses the connection. */
    @Dependent
    public static class Orders {
        @Inject
        @Managed
        Connection db;
    }

    /** MicroProfile Telemetry gives this one where {@code otel.sdk.disabled} is true, as it is by default. */
    @Dependent
    public static class Disabled {
        @Produces
        OpenTelemetry telemetry() {
            return OpenTelemetry.noop();
        }
    }

    private interface Loop {
        void run() throws SQLException;
    }

    /** For {@link OffMeansOffProcess}. */
    public OffMeansOffApplication() {}

    @Override
    public void run() {
        Logger.getLogger("").setLevel(Level.WARNING);
        try (var started = new WeldApplication(Orders.class, Disabled.class)) {
            weld = started;
            orders = weld.bean(Orders.class);
            var least = new double[] {Double.MAX_VALUE, Double.MAX_VALUE, Double.MAX_VALUE, Double.MAX_VALUE};
            for (int turn = 0; turn < TURNS; turn++) {
                var store = weld.begin();
                turn(least, 0, this::leases);
                weld.end(store);
                turn(least, 2, this::wholeRequests);
            }
            System.out.printf("%s %s %s %s%n", least[0], least[1], least[2], least[3]);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void turn(double[] least, int at, Loop loop) throws SQLException {
        long bytes = THREADS.getCurrentThreadAllocatedBytes();
        long start = THREADS.getCurrentThreadCpuTime();
        loop.run();
        double nanos = THREADS.getCurrentThreadCpuTime() - start;
        least[at] = Math.min(least[at], nanos / OPERATIONS);
        least[at + 1] =
                Math.min(least[at + 1], (THREADS.getCurrentThreadAllocatedBytes() - bytes) / (double) OPERATIONS);
    }

    private void leases() throws SQLException {
        for (int i = 0; i < OPERATIONS; i++) {
            sink = orders.db.nativeSQL("select 1");
            orders.db.close();
        }
    }

    private void wholeRequests() throws SQLException {
        for (int i = 0; i < OPERATIONS; i++) {
            var store = weld.begin();
            sink = orders.db.nativeSQL("select 1");
            weld.end(store);
        }
    }
}
