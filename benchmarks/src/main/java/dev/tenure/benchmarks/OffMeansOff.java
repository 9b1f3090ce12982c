package dev.tenure.benchmarks;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What an integration costs that is there but off: each set of integrations in processes of its own, so that the compiler sees what it would see there, by turns; of
 * each the least disturbed turn.
 */
final class OffMeansOff {

    /** An integration, by the package of Tenure that is its entrance. */
    enum Integration {
        JFR("Flight Recorder, no recording", "jfr"),
        JMX("JMX, nobody connected", "jmx"),
        TELEMETRY("OpenTelemetry, disabled", "telemetry"),
        METRICS("MicroProfile Metrics, no registry", "metrics"),
        HEALTH("MicroProfile Health, not asked", "health");

        private final String title;
        private final String folder;

        Integration(String title, String folder) {
            this.title = title;
            this.folder = folder;
        }

        /** Where its classes are. */
        String packagePrefix() {
            return "dev.tenure." + folder + ".";
        }
    }

    private OffMeansOff() {}

    static void run(int rounds) throws IOException, InterruptedException {
        var sets = new LinkedHashMap<String, Set<Integration>>();
        sets.put("none of them", EnumSet.noneOf(Integration.class));
        for (var integration : Integration.values()) {
            sets.put(integration.title, EnumSet.of(integration));
        }
        sets.put("all of them", EnumSet.allOf(Integration.class));
        var least = new LinkedHashMap<String, double[]>();
        for (int round = 0; round < rounds; round++) {
            for (var set : sets.entrySet()) {
                var figures = measure(set.getValue());
                least.merge(set.getKey(), figures, OffMeansOff::less);
            }
        }
        print(least);
    }

    private static double[] less(double[] some, double[] others) {
        var less = new double[some.length];
        Arrays.setAll(less, i -> Math.min(some[i], others[i]));
        return less;
    }

    private static double[] measure(Set<Integration> present) throws IOException, InterruptedException {
        var command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx256m",
                "-cp",
                System.getProperty("java.class.path"),
                OffMeansOffProcess.class.getName()));
        present.forEach(integration -> command.add(integration.name()));
        var process = new ProcessBuilder(command)
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        var output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8).trim();
        if (process.waitFor() != 0) {
            throw new IOException("The process for " + present + " failed: " + output);
        }
        return Arrays.stream(output.split(" ")).mapToDouble(Double::parseDouble).toArray();
    }

    private static void print(Map<String, double[]> least) {
        System.out.println("| there, and off | lease and release, ns (B) | a whole request, ns (B) |");
        System.out.println("|---|---|---|");
        least.forEach((set, figures) -> System.out.println("| " + set + " | "
                + Arrays.stream(new int[] {0, 2})
                        .mapToObj(i -> "%.1f (%.0f)".formatted(figures[i], figures[i + 1]))
                        .collect(Collectors.joining(" | "))
                + " |"));
    }
}
