package dev.tenure.benchmarks;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Threads;
import org.openjdk.jmh.annotations.Warmup;

/** 10 000 virtual threads want one of 32 connections, and yield while they hold it. JDK 21 or newer. */
@BenchmarkMode(Mode.SingleShotTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@State(Scope.Benchmark)
@Threads(1)
@Warmup(iterations = 200) // after 20 it is not compiled yet
@Measurement(iterations = 50)
public class VirtualThreadsBenchmark {

    private static final int THREADS = 10_000;
    private static final int CAP = 32;

    /** Without c3p0: its waiters run into its time-out. */
    @Param({"RAW", "HIKARICP", "AGROAL", "DBCP2", "TOMCAT", "TENURE"})
    Pool pool;

    private Pool.Running running;
    private List<Callable<Object>> tasks;

    /** Starts the pool. */
    @Setup(Level.Trial)
    public void start() throws Exception {
        running = pool.start(new Pool.Settings(1, CAP, null));
        tasks = new ArrayList<>();
        for (int i = 0; i < THREADS; i++) {
            tasks.add(this::leaseYieldRelease);
        }
    }

    /** Ends the pool, which must have held the cap and must have closed what it has opened. */
    @TearDown(Level.Trial)
    public void end() throws Exception {
        running.close();
        if (pool != Pool.RAW && (StubDriver.MOST_OPEN.get() > CAP || StubDriver.OPEN.get() > 0)) {
            throw new IllegalStateException(
                    "At most %d were open, %d still are".formatted(StubDriver.MOST_OPEN.get(), StubDriver.OPEN.get()));
        }
    }

    @SuppressWarnings("ThreadPriorityCheck") // to let others run while a connection is held is what is measured
    private Object leaseYieldRelease() throws Exception {
        var client = running.clients().client();
        var connection = client.lease();
        Thread.yield();
        client.release();
        return connection;
    }

    /** All of them, to the end. */
    @Benchmark
    @OperationsPerInvocation(THREADS)
    public void virtualThreads() throws Exception {
        try (var ending = new Ending(virtualThreadPerTask())) {
            for (var done : ending.executor().invokeAll(tasks)) {
                done.get();
            }
        }
    }

    private static ExecutorService virtualThreadPerTask() throws ReflectiveOperationException {
        return (ExecutorService)
                Executors.class.getMethod("newVirtualThreadPerTaskExecutor").invoke(null);
    }

    /** An executor is closeable from JDK 19 on only. */
    private record Ending(ExecutorService executor) implements AutoCloseable {
        @Override
        public void close() {
            executor.shutdown();
        }
    }
}
