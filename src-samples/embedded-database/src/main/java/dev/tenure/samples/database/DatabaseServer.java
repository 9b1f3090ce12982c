package dev.tenure.samples.database;

import dev.tenure.samples.process.FreePort;
import dev.tenure.samples.process.WatchedProcess;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A real MariaDB or MySQL server of one's own, for tests and samples, from jars that carry the binaries. It has its own
 * data folder and port, holds a database {@code tenure}, and leaves nothing behind: no process and no folder, whatever
 * happens to this JVM.
 *
 * <pre>{@code
 * try (DatabaseServer server = DatabaseServer.mariaDb().with("--wait-timeout=2").start()) {
 *     driver.connect(server.url(), ...user(), ...password());
 * }
 * }</pre>
 *
 * <p>Only Linux on x86-64. Any thread may ask for the URL and the like; one at a time may start, stop or close.
 */
public final class DatabaseServer implements AutoCloseable {

    private static final int ATTEMPTS_TO_GET_A_PORT = 5;

    private final Product product;
    private final Distribution distribution;
    private final DataFolder folder;
    private final List<String> arguments;
    // Cleans up at Ctrl-C and System.exit. The watchdog would do without it, but perhaps after the JVM has ended.
    private final Thread shutdownHook = new Thread(this::release, "tenure-database-server-shutdown");
    private volatile int port;
    private volatile WatchedProcess process;

    private DatabaseServer(Product product, Distribution distribution, DataFolder folder, List<String> arguments) {
        this.product = product;
        this.distribution = distribution;
        this.folder = folder;
        this.arguments = arguments;
    }

    /** A MariaDB 11.4, without TLS. */
    public static Builder mariaDb() {
        return new Builder(new MariaDb());
    }

    /** A MySQL 8.0, TLS offered. Needs libaio, see {@link Builder#whyNotAvailable()}. */
    public static Builder mysql() {
        return new Builder(new MySql());
    }

    /** What to start, and how. */
    public static final class Builder {

        private final Product product;
        private final List<String> arguments = new ArrayList<>();

        private Builder(Product product) {
            this.product = product;
        }

        /** Adds server arguments such as {@code --wait-timeout=2}. They stand last and win over the defaults. */
        public Builder with(String... serverArguments) {
            arguments.addAll(List.of(serverArguments));
            return this;
        }

        /**
         * Why this server cannot run on this machine: one sentence that says what is missing and what to install.
         *
         * @return empty if it can run
         */
        public Optional<String> whyNotAvailable() {
            return new Distribution(product).whyNotAvailable();
        }

        /**
         * Starts the server; returns when it has accepted a login.
         *
         * @throws IllegalStateException if it cannot run on this machine or did not start; the message holds the end of
         *     the server's error log
         * @throws UncheckedIOException if files cannot be written
         */
        public DatabaseServer start() {
            Distribution distribution = new Distribution(product);
            Optional<String> missing = distribution.whyNotAvailable();
            if (missing.isPresent()) {
                throw new IllegalStateException(missing.get());
            }
            DataFolder folder = DataFolder.copyOf(distribution.template(), product.name());
            DatabaseServer server = new DatabaseServer(product, distribution, folder, List.copyOf(arguments));
            try {
                Runtime.getRuntime().addShutdownHook(server.shutdownHook);
                server.startOnFreePort();
            } catch (RuntimeException | Error e) {
                server.close();
                throw e;
            }
            return server;
        }
    }

    /** For Connector/J: connects at once, without TLS, to the database {@code tenure}. Has parameters already. */
    public String url() {
        return jdbcUrl("mysql");
    }

    /** As {@link #url()}, for the driver of {@code scheme}: {@code mysql} or {@code mariadb}. */
    public String jdbcUrl(String scheme) {
        String noTls = switch (scheme) {
            case "mysql" -> "sslMode=DISABLED";
            case "mariadb" -> "sslMode=disable";
            default ->
                throw new IllegalArgumentException(
                        "No driver with scheme \"" + scheme + "\" is known, only mysql and mariadb.");
        };
        return "jdbc:" + scheme + "://127.0.0.1:" + port() + "/" + Accounts.DATABASE + "?" + noTls
                + "&allowPublicKeyRetrieval=true";
    }

    /** The same for the whole life, also after {@link #restart()}. */
    public int port() {
        return port;
    }

    /** May do anything in the database {@code tenure}, and nothing else. */
    public String user() {
        return Accounts.USER;
    }

    /** Of {@link #user()}. */
    public String password() {
        return Accounts.PASSWORD;
    }

    /** The administrator: kills connections, sets global variables. */
    public String rootUser() {
        return Accounts.ROOT_USER;
    }

    /** Of {@link #rootUser()}. */
    public String rootPassword() {
        return Accounts.ROOT_PASSWORD;
    }

    /** The server's process id, also of one that has ended. */
    public long pid() {
        return process.pid();
    }

    /** The folder of this run: data, error log, socket. */
    public Path folder() {
        return folder.path();
    }

    /** Whether the server's process lives; also true while it is paused. */
    public boolean isRunning() {
        return process != null && process.isAlive();
    }

    /** Ends the server at once (SIGKILL); open connections are cut. {@link #restart()} brings it back. */
    public void kill() {
        process.kill();
    }

    /** Ends the server in order (SIGTERM). {@link #restart()} brings it back. */
    public void stop() {
        process.stop();
    }

    /** Stops the server in order if it runs, and starts it again: same port, same data. Returns at the first login. */
    public void restart() {
        process.stop();
        launch();
    }

    /** Freezes the server (SIGSTOP): sockets stay open and accept, nobody answers. */
    public void pause() {
        process.pause();
    }

    /** Ends {@link #pause()} (SIGCONT). */
    public void resume() {
        process.resume();
    }

    /** Ends the server and deletes its data. Does nothing the second time. */
    @Override
    public void close() {
        release();
        try {
            Runtime.getRuntime().removeShutdownHook(shutdownHook);
        } catch (IllegalStateException e) {
            // The JVM is going down: the hook runs or has run.
            return;
        }
    }

    private void release() {
        WatchedProcess last = process;
        if (last != null) {
            last.abandon();
        }
        folder.delete();
    }

    private void startOnFreePort() {
        for (int attempt = 1; ; attempt++) {
            port = FreePort.find();
            try {
                launch();
                return;
            } catch (IllegalStateException e) {
                // Between our look at the port and the server's, another process may have taken it.
                boolean portWasLost = folder.errorLog().contains("Address already in use");
                if (!portWasLost || attempt == ATTEMPTS_TO_GET_A_PORT) {
                    throw e;
                }
                process.kill();
            }
        }
    }

    private void launch() {
        folder.forgetErrorLog();
        List<String> command = product.serverCommand(distribution.path(), folder.path());
        command.add("--port=" + port);
        command.addAll(arguments);
        process = WatchedProcess.start(command, folder.path());
        Login.await(this, process, folder);
    }
}
