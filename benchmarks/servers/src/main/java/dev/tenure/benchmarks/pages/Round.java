package dev.tenure.benchmarks.pages;

import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.stream.LongStream;

/**
 * What callers saw of one page in some seconds.
 *
 * @param pages how many were served
 * @param failed how many calls were not
 * @param nanos how long it took
 * @param waits nanoseconds of each call
 * @param serverCpu that the application server used
 * @param databaseCpu that the database server used
 */
record Round(long pages, long failed, long nanos, List<Long> waits, Duration serverCpu, Duration databaseCpu) {

    private static final int CALLS_AT_MOST = 200_000;

    /** Where to call, and whose CPU time counts. */
    record Place(URI page, int bytes, long serverPid, long databasePid) {}

    private record Share(List<Long> waits, long failed) {}

    static Round of(Place place, List<Caller> callers, ExecutorService threads, Duration length)
            throws InterruptedException, ExecutionException {
        var server = cpu(place.serverPid);
        var database = cpu(place.databasePid);
        long start = System.nanoTime();
        long end = start + length.toNanos();
        var tasks = callers.stream()
                .<Callable<Share>>map(caller -> () -> callUntil(end, caller, place.bytes))
                .toList();
        var waits = new ArrayList<Long>();
        long failed = 0;
        var shares = threads.invokeAll(tasks);
        long nanos = System.nanoTime() - start;
        var serverUsed = cpu(place.serverPid).minus(server);
        var databaseUsed = cpu(place.databasePid).minus(database);
        for (var share : shares) {
            waits.addAll(share.get().waits);
            failed += share.get().failed;
        }
        return new Round(waits.size(), failed, nanos, waits, serverUsed, databaseUsed);
    }

    private static Share callUntil(long end, Caller caller, int bytes) {
        var waits = new long[CALLS_AT_MOST];
        int count = 0;
        long failed = 0;
        for (long before = System.nanoTime(); before - end < 0 && count + failed < CALLS_AT_MOST; ) {
            boolean served = served(caller, bytes);
            long after = System.nanoTime();
            if (served) {
                waits[count++] = after - before;
            } else {
                failed++;
            }
            before = after;
        }
        return new Share(LongStream.of(waits).limit(count).boxed().toList(), failed);
    }

    /** The whole page, which does not change. */
    private static boolean served(Caller caller, int bytes) {
        try {
            return caller.call().length == bytes;
        } catch (IOException e) {
            return false;
        }
    }

    private static Duration cpu(long pid) {
        return ProcessHandle.of(pid)
                .flatMap(process -> process.info().totalCpuDuration())
                .orElseThrow(() -> new IllegalStateException("The CPU time of process " + pid + " is not known here."));
    }
}
