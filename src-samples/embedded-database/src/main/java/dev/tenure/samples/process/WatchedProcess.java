package dev.tenure.samples.process;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * A server's process under the watchdog, a small shell script (see watchdog.sh) that kills the server when the pipe to
 * this JVM closes. Signals go through it too: it is the server's parent, so it cannot hit a stranger with the same id.
 */
public final class WatchedProcess {

    private static final long STOP_SECONDS = 30;
    private static final long SIGNAL_SECONDS = 10;

    private final Process watchdog;
    private final long pid;

    private WatchedProcess(Process watchdog, long pid) {
        this.watchdog = watchdog;
        this.pid = pid;
    }

    /**
     * Starts a server.
     *
     * @param server program and arguments
     * @param folder gets the server's output as {@code error.log}; deleted when the JVM dies with the server alive
     * @return the running server
     */
    public static WatchedProcess start(List<String> server, Path folder) {
        List<String> command = new ArrayList<>(List.of("sh", "-c", script(), "watchdog", folder.toString()));
        command.addAll(server);
        try {
            Process watchdog = new ProcessBuilder(command)
                    .redirectError(ProcessBuilder.Redirect.DISCARD)
                    .start();
            // Not closed: nothing else comes, and closing it tells nobody anything.
            String pid = new BufferedReader(new InputStreamReader(watchdog.getInputStream(), StandardCharsets.US_ASCII))
                    .readLine();
            if (pid == null) {
                throw new IllegalStateException("The shell that should run " + server.get(0) + " ended at once.");
            }
            return new WatchedProcess(watchdog, Long.parseLong(pid));
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot start a shell.", e);
        }
    }

    /** The server's process id, also of one that has ended. */
    public long pid() {
        return pid;
    }

    /** The watchdog ends with the server. */
    public boolean isAlive() {
        return watchdog.isAlive();
    }

    /** Ends the server at once (SIGKILL), if it lives. */
    public void kill() {
        if (isAlive()) {
            signal("KILL");
            waitForEnd(SIGNAL_SECONDS);
        }
    }

    /** Ends the server in order (SIGTERM), if it lives. */
    public void stop() {
        if (isAlive()) {
            signal("TERM");
            // A paused server does not hear TERM.
            signal("CONT");
            if (!ended(STOP_SECONDS)) {
                kill();
            }
        }
    }

    /** Freezes the server (SIGSTOP). */
    public void pause() {
        signal("STOP");
        waitUntilPaused(true);
    }

    /** Ends {@link #pause()} (SIGCONT). */
    public void resume() {
        signal("CONT");
        waitUntilPaused(false);
    }

    /**
     * With which code the server has ended.
     *
     * @return as the shell gives it: more than 128 for a signal
     */
    public int exitCode() {
        return watchdog.exitValue();
    }

    /** Ends the server by closing the pipe, as the kernel does when this JVM dies. The folder goes with a live one. */
    public void abandon() {
        closePipe();
        waitForEnd(SIGNAL_SECONDS);
    }

    private void closePipe() {
        try {
            watchdog.getOutputStream().close();
        } catch (IOException e) {
            // Nobody at the other end any more: the server ended by itself.
            return;
        }
    }

    private void signal(String name) {
        try {
            OutputStream pipe = watchdog.getOutputStream();
            pipe.write((name + "\n").getBytes(StandardCharsets.US_ASCII));
            pipe.flush();
        } catch (IOException e) {
            if (isAlive()) {
                throw new UncheckedIOException("Cannot send " + name + " to the server " + pid + ".", e);
            }
        }
    }

    private void waitUntilPaused(boolean wanted) {
        long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(SIGNAL_SECONDS);
        while (isPaused() != wanted) {
            if (!isAlive() || System.nanoTime() > deadline) {
                throw new IllegalStateException(
                        "The server " + pid + (wanted ? " cannot be paused." : " cannot be resumed."));
            }
            Pause.millis(1);
        }
    }

    /** The kernel stops the threads one after the other; the process counts as stopped when the last one has. */
    private boolean isPaused() {
        try {
            String status = Files.readString(Path.of("/proc/" + pid + "/stat"), StandardCharsets.ISO_8859_1);
            return status.charAt(status.lastIndexOf(')') + 2) == 'T';
        } catch (IOException e) {
            return false;
        }
    }

    private void waitForEnd(long seconds) {
        if (!ended(seconds)) {
            throw new IllegalStateException("The server " + pid + " did not end within " + seconds + " s.");
        }
    }

    private boolean ended(long seconds) {
        try {
            return watchdog.waitFor(seconds, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Interrupted while the server " + pid + " was ending.", e);
        }
    }

    private static String script() {
        try (InputStream script = WatchedProcess.class.getResourceAsStream("watchdog.sh")) {
            return new String(script.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
