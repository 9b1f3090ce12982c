package dev.tenure.samples.process;

import java.util.List;

/** The end of a log, short enough for an exception's message. */
public final class Tail {

    private static final int LINES = 30;

    private Tail() {}

    /**
     * Shortens.
     *
     * @param log all of it
     * @return its last lines
     */
    public static String of(String log) {
        List<String> lines = log.lines().toList();
        return String.join("\n", lines.subList(Math.max(0, lines.size() - LINES), lines.size()));
    }
}
