package dev.tenure.samples.database;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * A server's process under the watchdog, a small shell script (see watchdog.sh) that kills the server when the pipe to
 * this JVM closes. Signals go through it too: it is the server's parent, so it cannot hit a stranger with the same id.
 */
final class ServerProcess {

    private static final long START_SECONDS = 60;
    private static final long STOP_SECONDS = 30;
    private static final long SIGNAL_SECONDS = 10;
    private static final long POLL_MILLIS = 20;

    private final Process watchdog;
    private final long pid;
    private final DataFolder folder;

    private ServerProcess(Process watchdog, long pid, DataFolder folder) {
        this.watchdog = watchdog;
        this.pid = pid;
        this.folder = folder;
    }

    static ServerProcess start(List<String> server, DataFolder folder) {
        List<String> command = new ArrayList<>(
                List.of("sh", "-c", script(), "watchdog", folder.path().toString()));
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
            return new ServerProcess(watchdog, Long.parseLong(pid), folder);
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot start a shell.", e);
        }
    }

    long pid() {
        return pid;
    }

    /** The watchdog ends with the server. */
    boolean isAlive() {
        return watchdog.isAlive();
    }

    void waitForLogin(DatabaseServer server) {
        long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(START_SECONDS);
        while (true) {
            try {
                Login.attempt(server);
                return;
            } catch (SQLException e) {
                if (!isAlive() || System.nanoTime() > deadline) {
                    throw new IllegalStateException(whyNotStarted(), e);
                }
                Pause.millis(POLL_MILLIS);
            }
        }
    }

    private String whyNotStarted() {
        String what = isAlive()
                ? "let nobody in within " + START_SECONDS + " s"
                : "ended with exit code " + watchdog.exitValue();
        return "The database server " + what + ". The end of its log:\n" + Tail.of(folder.errorLog());
    }

    void kill() {
        if (isAlive()) {
            signal("KILL");
            waitForEnd(SIGNAL_SECONDS);
        }
    }

    void stop() {
        if (isAlive()) {
            signal("TERM");
            // A paused server does not hear TERM.
            signal("CONT");
            if (!ended(STOP_SECONDS)) {
                kill();
            }
        }
    }

    void pause() {
        signal("STOP");
        waitUntilPaused(true);
    }

    void resume() {
        signal("CONT");
        waitUntilPaused(false);
    }

    /** Ends the server by closing the pipe, as the kernel does when this JVM dies. The folder goes with a live one. */
    void abandon() {
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
                throw new UncheckedIOException("Cannot send " + name + " to the database server " + pid + ".", e);
            }
        }
    }

    private void waitUntilPaused(boolean wanted) {
        long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(SIGNAL_SECONDS);
        while (isPaused() != wanted) {
            if (!isAlive() || System.nanoTime() > deadline) {
                throw new IllegalStateException(
                        "The database server " + pid + (wanted ? " cannot be paused." : " cannot be resumed."));
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
            throw new IllegalStateException("The database server " + pid + " did not end within " + seconds + " s.");
        }
    }

    private boolean ended(long seconds) {
        try {
            return watchdog.waitFor(seconds, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Interrupted while the database server " + pid + " was ending.", e);
        }
    }

    private static String script() {
        try (InputStream script = ServerProcess.class.getResourceAsStream("watchdog.sh")) {
            return new String(script.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
