package dev.tenure.it.servers;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;

/** A look into another JVM, by the JDK's own {@code jcmd}. */
final class Jvm {

    private static final Pattern THREAD = Pattern.compile("^\"([^\"]*)\"");

    private Jvm() {}

    static List<String> threads(long pid) throws IOException, InterruptedException {
        return jcmd(pid, "Thread.print")
                .lines()
                .map(THREAD::matcher)
                .filter(matcher -> matcher.find())
                .map(matcher -> matcher.group(1))
                .toList();
    }

    /** How many class loaders have a class of that name with objects that can be reached: a full collection comes first. There is a line for each. */
    static long loadersOf(String type, long pid) throws IOException, InterruptedException {
        return jcmd(pid, "GC.class_histogram")
                .lines()
                .map(line -> line.trim().split("\\s+"))
                .filter(columns -> columns.length > 3 && columns[3].equals(type))
                .count();
    }

    private static String jcmd(long pid, String command) throws IOException, InterruptedException {
        var program = Path.of(System.getProperty("java.home"), "bin", "jcmd").toString();
        var process = new ProcessBuilder(program, String.valueOf(pid), command)
                .redirectErrorStream(true)
                .start();
        var output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        if (process.waitFor() != 0) {
            throw new IOException(output);
        }
        return output;
    }
}
