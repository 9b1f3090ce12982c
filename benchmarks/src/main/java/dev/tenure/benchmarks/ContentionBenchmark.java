package dev.tenure.benchmarks;

import java.sql.SQLException;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Threads;

/** 32 threads want one of two connections, again and again. */
@BenchmarkMode(Mode.Throughput)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Threads(32)
public class ContentionBenchmark {

    /** The pool of all. */
    @State(Scope.Benchmark)
    public static class Shared {

        @Param({"HIKARICP", "AGROAL", "DBCP2", "TOMCAT", "C3P0", "TENURE"})
        Pool pool;

        private Pool.Running running;

        /** Starts the pool. */
        @Setup(Level.Trial)
        public void start() throws Exception {
            running = pool.start(new Pool.Settings(1, 2, null));
        }

        /** Ends the pool. */
        @TearDown(Level.Trial)
        public void end() throws Exception {
            running.close();
        }
    }

    /** What each thread has of it. */
    @State(Scope.Thread)
    public static class Own {

        private Pool.Client client;

        /** At the start of each thread. */
        @Setup(Level.Trial)
        public void start(Shared shared) {
            client = shared.running.clients().client();
        }
    }

    /** A connection, and back. */
    @Benchmark
    public Object twoConnections(Own own) throws SQLException {
        var connection = own.client.lease();
        own.client.release();
        return connection;
    }
}
