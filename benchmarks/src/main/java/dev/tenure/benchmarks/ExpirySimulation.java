package dev.tenure.benchmarks;

import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.LongStream;

/**
 * Who waits when connections reach their age? 32 threads share a cap of 32; opening takes 5 ms, the age is 2 s; each holds a connection for 2 ms on average.
 */
final class ExpirySimulation {

    private static final int THREADS = 32;
    private static final long CONNECT = TimeUnit.MILLISECONDS.toNanos(5);
    private static final long HOLD = TimeUnit.MILLISECONDS.toNanos(2);
    private static final Duration AGE = Duration.ofSeconds(2);
    private static final long WARMUP = TimeUnit.SECONDS.toNanos(5);
    private static final int LEASES_AT_MOST = 1_000_000;

    private ExpirySimulation() {}

    static void run(int seconds) throws Exception {
        System.out.println(
                "| | busy | leases | over 1 ms | p99, µs | p99.9, µs | maximum, µs | opened | by a request | connects at once |");
        System.out.println("|---|---|---|---|---|---|---|---|---|---|");
        for (int busy : new int[] {15, 90}) {
            for (var pool : List.of(Pool.HIKARICP, Pool.AGROAL, Pool.DBCP2, Pool.TOMCAT, Pool.C3P0, Pool.TENURE)) {
                System.out.println(
                        "| " + pool.title + " | " + busy + " % | " + simulate(pool, busy / 100.0, seconds) + " |");
            }
        }
    }

    private static String simulate(Pool pool, double busy, int seconds) throws Exception {
        StubDriver.connectNanos = CONNECT;
        var number = new AtomicInteger();
        var threads = Executors.newFixedThreadPool(
                THREADS, task -> new Thread(task, StubDriver.REQUEST + number.incrementAndGet()));
        try (var running = pool.start(new Pool.Settings(1, THREADS, AGE))) {
            return measure(running, threads, busy, seconds);
        } finally {
            threads.shutdownNow();
            StubDriver.connectNanos = 0;
        }
    }

    private static String measure(Pool.Running running, ExecutorService threads, double busy, int seconds)
            throws Exception {
        long start = System.nanoTime();
        long end = start + WARMUP + TimeUnit.SECONDS.toNanos(seconds);
        var tasks = new ArrayList<Callable<long[]>>();
        for (int i = 0; i < THREADS; i++) {
            tasks.add(() -> waits(running.clients().client(), busy, start + WARMUP, end));
        }
        tasks.add(() -> {
            LockSupport.parkNanos(WARMUP);
            StubDriver.OPENED.set(0);
            StubDriver.OPENED_IN_A_REQUEST.set(0);
            StubDriver.MOST_AT_ONCE.set(0);
            return new long[0];
        });
        var waits = new ArrayList<long[]>();
        var more = Executors.newSingleThreadExecutor();
        try {
            var resetting = more.submit(tasks.remove(THREADS));
            for (var result : threads.invokeAll(tasks)) {
                waits.add(result.get());
            }
            resetting.get();
        } finally {
            more.shutdown();
        }
        var sorted = waits.stream().flatMapToLong(Arrays::stream).sorted().toArray();
        return "%d | %d | %d | %d | %d | %d | %d | %d"
                .formatted(
                        sorted.length,
                        LongStream.of(sorted).filter(wait -> wait > 1_000_000).count(),
                        percentile(sorted, 0.99),
                        percentile(sorted, 0.999),
                        percentile(sorted, 1),
                        StubDriver.OPENED.get(),
                        StubDriver.OPENED_IN_A_REQUEST.get(),
                        StubDriver.MOST_AT_ONCE.get());
    }

    private static long percentile(long[] sorted, double part) {
        return TimeUnit.NANOSECONDS.toMicros(sorted[(int) Math.min(sorted.length - 1L, (long) (sorted.length * part))]);
    }

    private static long[] waits(Pool.Client client, double busy, long from, long end) throws SQLException {
        var random = ThreadLocalRandom.current();
        var waits = new long[LEASES_AT_MOST];
        int count = 0;
        while (true) {
            long hold = (long) (HOLD * random.nextDouble(0.5, 1.5));
            long before = System.nanoTime();
            if (before >= end) {
                return Arrays.copyOf(waits, count);
            }
            client.lease();
            if (before >= from && count < waits.length) {
                waits[count++] = System.nanoTime() - before;
            }
            LockSupport.parkNanos(hold);
            client.release();
            LockSupport.parkNanos((long) (hold * (1 - busy) / busy));
        }
    }
}
