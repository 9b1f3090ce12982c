package dev.tenure.samples.goneaway;

import java.util.List;
import java.util.Locale;

/** What the reader sees: lines with the time since the start, titles, the table at the end. */
final class Trace {

    private static final long START = System.nanoTime();

    private Trace() {}

    static void line(String format, Object... arguments) {
        double seconds = (System.nanoTime() - START) / 1e9;
        print("%5.1f s  %s", seconds, String.format(Locale.ROOT, format, arguments));
    }

    static void title(String text) {
        print("%n%s", text);
    }

    static void table(List<Result> results) {
        print("%n%-24s %9s %20s %7s", "", "requests", "connections opened", "errors");
        for (var result : results) {
            print("%-24s %9d %20d %7d", result.way(), result.requests(), result.opened(), result.errors());
        }
    }

    private static void print(String format, Object... arguments) {
        System.out.println(String.format(Locale.ROOT, format, arguments));
    }
}
