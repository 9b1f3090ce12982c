package dev.tenure.benchmarks;

import dev.tenure.Managed;
import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
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

/** The whole way of a user's call on Weld, with a request context as an HTTP request has one; beside a plain bean of the user's. */
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Threads(1)
public class CdiBenchmark {

    /** A bean of the user's. */
    @RequestScoped
    public static class Plain {
        /** Does nothing. */
        public boolean isClosed() {
            return false;
        }
    }

    /** Who uses them. */
    @Dependent
    public static class Orders {
        @Inject
        @Managed
        Connection db;

        @Inject
        Plain plain;
    }

    /** The application. */
    @State(Scope.Benchmark)
    public static class Application {
        private WeldApplication weld;
        private Orders orders;

        /** Boots it. */
        @Setup(Level.Trial)
        public void start() {
            System.setProperty("tenure.default.transactions", "off"); // there is a manager, for another benchmark
            weld = new WeldApplication(Plain.class, Orders.class);
            orders = weld.bean(Orders.class);
        }

        /** Ends it. */
        @TearDown(Level.Trial)
        public void end() {
            weld.close();
        }
    }

    /** An application in the middle of a request. */
    @State(Scope.Thread)
    public static class InRequest {
        private Application application;
        private Map<String, Object> store;

        /** The request begins. */
        @Setup(Level.Iteration)
        public void begin(Application running) {
            application = running;
            store = application.weld.begin();
        }

        /** The request ends. */
        @TearDown(Level.Iteration)
        public void end() {
            application.weld.end(store);
        }
    }

    /** A call of the user's own bean through its proxy. */
    @Benchmark
    public boolean callOfAPlainBean(InRequest request) {
        return request.application.orders.plain.isClosed();
    }

    /** A call of the injected connection that needs no connection. */
    @Benchmark
    public boolean callOfTheConnection(InRequest request) throws SQLException {
        return request.application.orders.db.isClosed();
    }

    /** A request in which nothing is used. */
    @Benchmark
    public Object emptyRequest(Application application) {
        var store = application.weld.begin();
        application.weld.end(store);
        return store;
    }

    /** A request that uses the user's own bean. */
    @Benchmark
    public boolean requestWithAPlainBean(Application application) {
        var store = application.weld.begin();
        boolean answer = application.orders.plain.isClosed();
        application.weld.end(store);
        return answer;
    }

    /** A request that uses the connection: a lease, a call, and back. */
    @Benchmark
    public Object requestWithTheConnection(Application application) throws SQLException {
        var store = application.weld.begin();
        var answer = application.orders.db.nativeSQL("select 1");
        application.weld.end(store);
        return answer;
    }
}
