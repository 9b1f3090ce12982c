package dev.tenure.samples.database;

import dev.tenure.samples.process.Tail;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** A short-lived program: its exit code and what it wrote. */
record Command(List<String> words, int exitCode, String output) {

    private static final int DEADLINE_SECONDS = 120;

    static Command run(List<String> words, InputStream input) throws IOException {
        // Into a file: a pipe that nobody empties while the input is fed would block both sides.
        Path output = Files.createTempFile("tenure-command", ".log");
        try {
            Process process = new ProcessBuilder(words)
                    .redirectErrorStream(true)
                    .redirectOutput(output.toFile())
                    .start();
            try {
                feed(process, input);
                if (!process.waitFor(DEADLINE_SECONDS, TimeUnit.SECONDS)) {
                    throw new IOException(words.get(0) + " did not end within " + DEADLINE_SECONDS + " s.");
                }
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new IOException("Interrupted while waiting for " + words.get(0) + ".", e);
            } finally {
                process.destroyForcibly();
            }
            return new Command(words, process.exitValue(), Files.readString(output));
        } finally {
            Files.delete(output);
        }
    }

    private static void feed(Process process, InputStream input) {
        try (OutputStream stdin = process.getOutputStream()) {
            input.transferTo(stdin);
        } catch (IOException e) {
            // The program ended before it had read everything; its exit code and output say why.
            return;
        }
    }

    void expectSuccess() throws IOException {
        if (exitCode != 0) {
            throw new IOException(
                    String.join(" ", words) + " failed with exit code " + exitCode + ":\n" + Tail.of(output));
        }
    }
}
