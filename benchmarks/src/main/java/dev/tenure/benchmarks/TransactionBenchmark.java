package dev.tenure.benchmarks;

import com.arjuna.ats.arjuna.common.ObjectStoreEnvironmentBean;
import com.arjuna.ats.arjuna.common.arjPropertyManager;
import com.arjuna.ats.internal.arjuna.objectstore.VolatileStore;
import com.arjuna.ats.jta.common.jtaPropertyManager;
import com.arjuna.common.internal.util.propertyservice.BeanPopulator;
import dev.tenure.Managed;
import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Inject;
import jakarta.transaction.TransactionManager;
import jakarta.transaction.TransactionSynchronizationRegistry;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Threads;

/**
 * A transaction of one select, on Narayana with its journal in memory and Weld. What Tenure adds is the difference between the last and the one before: the
 * driver's own work and an empty transaction of the manager, or, with what any resource costs the manager, the least resource that there can be.
 */
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Threads(1)
public class TransactionBenchmark {

    /** The manager as an application in SE has it. */
    @Dependent
    public static class Narayana {
        @Produces
        TransactionManager manager() {
            return com.arjuna.ats.jta.TransactionManager.transactionManager();
        }

        @Produces
        TransactionSynchronizationRegistry registry() {
            return jtaPropertyManager.getJTAEnvironmentBean().getTransactionSynchronizationRegistry();
        }
    }

    /** Who uses the connection. */
    @Dependent
    public static class Orders {
        @Inject
        @Managed
        Connection db;
    }

    /** An application in the middle of a request. */
    @State(Scope.Benchmark)
    public static class Application {
        private WeldApplication weld;
        private Map<String, Object> store;
        private TransactionManager manager;
        private Connection managed;
        private Connection raw;

        /** Boots it. */
        @Setup(Level.Trial)
        public void start() throws Exception {
            for (var name : new String[] {null, "stateStore", "communicationStore"}) {
                BeanPopulator.getNamedInstance(ObjectStoreEnvironmentBean.class, name)
                        .setObjectStoreType(VolatileStore.class.getName());
            }
            arjPropertyManager.getCoordinatorEnvironmentBean().setTransactionStatusManagerEnable(false); // opens a port
            weld = new WeldApplication(Narayana.class, Orders.class);
            manager = weld.bean(TransactionManager.class);
            managed = weld.bean(Orders.class).db;
            raw = new StubDriver().connect(StubDriver.PREFIX + 1, null);
        }

        /** The request begins. */
        @Setup(Level.Iteration)
        public void begin() {
            store = weld.begin();
        }

        /** The request ends. */
        @TearDown(Level.Iteration)
        public void endOfRequest() {
            weld.end(store);
        }

        /** Ends it. */
        @TearDown(Level.Trial)
        public void end() {
            weld.close();
        }
    }

    private static int select(Connection connection) throws SQLException {
        try (var statement = connection.prepareStatement("select 1");
                var rows = statement.executeQuery()) {
            rows.next();
            return rows.getInt(1);
        }
    }

    /** The manager's alone: nobody takes part. */
    @Benchmark
    public void transactionOfNothing(Application application) throws Exception {
        application.manager.begin();
        application.manager.commit();
    }

    /** The driver and, beside it, the manager. */
    @Benchmark
    public int transactionBesideTheRawDriver(Application application) throws Exception {
        application.manager.begin();
        application.raw.setAutoCommit(false);
        int answer = select(application.raw);
        application.raw.commit();
        application.raw.setAutoCommit(true);
        application.manager.commit();
        return answer;
    }

    /** The driver as a resource that does nothing but what the manager asks. */
    @Benchmark
    public int transactionOfTheRawDriver(Application application) throws Exception {
        application.manager.begin();
        application.raw.setAutoCommit(false);
        application.manager.getTransaction().enlistResource(new RawResource(application.raw));
        int answer = select(application.raw);
        application.manager.commit();
        return answer;
    }

    /** The injected connection. */
    @Benchmark
    public int transactionOfTheConnection(Application application) throws Exception {
        application.manager.begin();
        int answer = select(application.managed);
        application.manager.commit();
        return answer;
    }
}
