package dev.tenure.benchmarks;

import java.util.Arrays;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;
import org.openjdk.jmh.profile.GCProfiler;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;

/** {@code speed [quick] [regular expression]}, {@code turns [number]}, {@code off [rounds]} or {@code expiry [seconds]}; a Markdown table at the end. */
public final class Main {

    private Main() {}

    /**
     * Runs.
     *
     * @param args see above
     */
    public static void main(String[] args) throws Exception {
        if (args.length > 0 && args[0].equals("speed")) {
            speed(Arrays.copyOfRange(args, 1, args.length));
        } else if (args.length > 0 && args[0].equals("expiry")) {
            ExpirySimulation.run(args.length > 1 ? Integer.parseInt(args[1]) : 20);
        } else if (args.length > 0 && args[0].equals("turns")) {
            Alternation.run(args.length > 1 ? Integer.parseInt(args[1]) : 60);
        } else if (args.length > 0 && args[0].equals("off")) {
            OffMeansOff.run(args.length > 1 ? Integer.parseInt(args[1]) : 3);
        } else {
            System.err.println(
                    "usage: java -jar benchmarks.jar speed [quick] [regular expression] | turns [number] | off [rounds] | expiry [seconds]");
            System.exit(2);
        }
    }

    private static void speed(String[] args) throws Exception {
        boolean quick = Arrays.asList(args).contains("quick");
        var filter = Arrays.stream(args)
                .filter(arg -> !arg.equals("quick"))
                .findFirst()
                .orElse("dev.tenure.benchmarks.*");
        var options = new OptionsBuilder()
                .include(filter)
                .forks(quick ? 1 : 3)
                .warmupTime(TimeValue.milliseconds(quick ? 500 : 1000))
                .measurementTime(TimeValue.milliseconds(quick ? 500 : 1000))
                .shouldFailOnError(true)
                .addProfiler(GCProfiler.class)
                .addProfiler(ProcessCpuProfiler.class)
                .jvmArgsAppend("-Xmx1g");
        if (Runtime.version().feature() < 21) {
            options.exclude(VirtualThreadsBenchmark.class.getName());
        }
        table(new Runner(options.build()).run());
    }

    /** One line a benchmark, one column a pool; those without a choice of pools below. */
    private static void table(Iterable<RunResult> results) {
        var rows = new LinkedHashMap<String, Map<Pool, String>>();
        var alone = new LinkedHashMap<String, String>();
        var pools = EnumSet.noneOf(Pool.class);
        for (var result : results) {
            var name = result.getParams().getBenchmark();
            name = name.substring(name.lastIndexOf('.') + 1);
            var pool = result.getParams().getParam("pool");
            if (pool == null) {
                alone.put(name, cell(result));
            } else {
                pools.add(Pool.valueOf(pool));
                rows.computeIfAbsent(name, key -> new EnumMap<>(Pool.class)).put(Pool.valueOf(pool), cell(result));
            }
        }
        System.out.println();
        System.out.println("CPU ns of the process per operation (B/op), JDK " + Runtime.version());
        System.out.println();
        if (!rows.isEmpty()) {
            System.out.println(
                    "| | " + pools.stream().map(pool -> pool.title).collect(Collectors.joining(" | ")) + " |");
            System.out.println("|---".repeat(pools.size() + 1) + "|");
            rows.forEach((name, row) -> System.out.println("| " + name + " | "
                    + pools.stream().map(pool -> row.getOrDefault(pool, "-")).collect(Collectors.joining(" | "))
                    + " |"));
            System.out.println();
        }
        if (!alone.isEmpty()) {
            System.out.println("| | on Weld |");
            System.out.println("|---|---|");
            alone.forEach((name, cell) -> System.out.println("| " + name + " | " + cell + " |"));
        }
    }

    private static String cell(RunResult result) {
        var more = result.getSecondaryResults();
        double cpu = more.get(ProcessCpuProfiler.LABEL).getScore();
        double bytes = Double.NaN;
        for (var label : more.keySet()) {
            if (label.endsWith("gc.alloc.rate.norm")) {
                bytes = more.get(label).getScore();
            }
        }
        return "%.1f (%.0f)".formatted(cpu, bytes);
    }
}
