package dev.tenure.samples.goneaway;

import java.util.Locale;

/** Lines with the time since the start. */
final class Trace {

    private static final long START = System.nanoTime();

    private Trace() {}

    static void line(String format, Object... arguments) {
        double seconds = (System.nanoTime() - START) / 1e9;
        System.out.println(String.format(Locale.ROOT, "%6.1f s  ", seconds) + String.format(Locale.ROOT, format, arguments));
    }

    static void title(String text) {
        System.out.println();
        System.out.println(text);
    }
}
