package dev.tenure.benchmarks.pages;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/** Prints results as Markdown. */
final class Table {

    private static final double MICROS = 1e3;
    private static final double SECONDS = 1e9;

    private Table() {}

    @SuppressWarnings("SystemOut")
    static void print(String server, Map<String, List<Round>> results) {
        System.out.printf(
                "%n| %s | pages/s: median (least to most) | p99, ms | CPU per page, µs: server | ... database | failed |%n",
                server);
        System.out.println("|---|---|---|---|---|---|");
        results.forEach((way, rounds) -> System.out.println("| " + way + " | " + row(rounds) + " |"));
    }

    private static String row(List<Round> rounds) {
        var rates = rounds.stream()
                .mapToDouble(round -> round.pages() * SECONDS / round.nanos())
                .sorted()
                .toArray();
        var waits = rounds.stream()
                .flatMap(round -> round.waits().stream())
                .mapToLong(Long::longValue)
                .sorted()
                .toArray();
        return "%.0f (%.0f to %.0f) | %.1f | %.0f | %.0f | %d"
                .formatted(
                        rates[rates.length / 2],
                        rates[0],
                        rates[rates.length - 1],
                        waits.length == 0 ? Double.NaN : waits[(int) (waits.length * 0.99)] / (MICROS * MICROS),
                        cpu(rounds, Round::serverCpu),
                        cpu(rounds, Round::databaseCpu),
                        rounds.stream().mapToLong(Round::failed).sum());
    }

    private static double cpu(List<Round> rounds, Function<Round, Duration> whose) {
        long nanos = rounds.stream().map(whose).mapToLong(Duration::toNanos).sum();
        return nanos / MICROS / rounds.stream().mapToLong(Round::pages).sum();
    }
}
