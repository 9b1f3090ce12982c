package dev.tenure.benchmarks;

import com.sun.management.OperatingSystemMXBean;
import java.lang.management.ManagementFactory;
import java.util.Collection;
import java.util.List;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.infra.BenchmarkParams;
import org.openjdk.jmh.infra.IterationParams;
import org.openjdk.jmh.profile.InternalProfiler;
import org.openjdk.jmh.results.AggregationPolicy;
import org.openjdk.jmh.results.IterationResult;
import org.openjdk.jmh.results.ScalarResult;

/**
 * CPU time of the whole process per operation, housekeeping and collector included: on a shared machine the clock on the wall measures the neighbours. Of
 * the iterations the least disturbed one counts: who else runs takes the caches, too, and keeps the compiler from coming to its end.
 */
public final class ProcessCpuProfiler implements InternalProfiler {

    static final String LABEL = "cpu.norm";

    private static final OperatingSystemMXBean SYSTEM =
            (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();

    private long start;

    @Override
    public String getDescription() {
        return "CPU time of the process per operation";
    }

    @Override
    public void beforeIteration(BenchmarkParams benchmark, IterationParams iteration) {
        start = SYSTEM.getProcessCpuTime();
    }

    @Override
    public Collection<ScalarResult> afterIteration(
            BenchmarkParams benchmark, IterationParams iteration, IterationResult result) {
        // of single shots each is too short for a clock that ticks a hundred times a second
        var counts = benchmark.getMode() == Mode.SingleShotTime ? AggregationPolicy.AVG : AggregationPolicy.MIN;
        double nanos = SYSTEM.getProcessCpuTime() - start;
        return List.of(new ScalarResult(LABEL, nanos / result.getMetadata().getAllOps(), "ns/op", counts));
    }
}
