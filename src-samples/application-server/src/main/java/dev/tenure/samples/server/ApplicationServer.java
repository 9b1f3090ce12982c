package dev.tenure.samples.server;

import dev.tenure.samples.process.Folders;
import dev.tenure.samples.process.Pause;
import dev.tenure.samples.process.Tail;
import dev.tenure.samples.process.WatchedProcess;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;

/**
 * A real server in a process of its own, on free ports of the loopback interface, with a folder of its own. It ends with
 * {@link #close()} or with this JVM, however that ends.
 */
public final class ApplicationServer implements AutoCloseable {

    private static final long START_SECONDS = 180;
    private static final long POLL_MILLIS = 50;

    private final Product product;
    private final Path folder;
    private final List<String> command;
    private final Thread shutdownHook = new Thread(this::release, "application-server-end");
    /** None before an application that brings its server with it is deployed. */
    private volatile WatchedProcess process;

    private ApplicationServer(Product product, Path folder, List<String> command) {
        this.product = product;
        this.folder = folder;
        this.command = command;
        Runtime.getRuntime().addShutdownHook(shutdownHook);
    }

    /**
     * A server by its name.
     *
     * @param name {@code wildfly} or {@code payara-micro}, which every build brings; or {@code glassfish}, {@code payara}, {@code open-liberty}, {@code tomee},
     *     {@code wildfly-preview} or {@code helidon}, which the profile {@code servers} adds
     * @return how to start it, with its ordinary configuration
     * @throws IllegalArgumentException for another name
     */
    public static Builder named(String name) {
        return new Builder(Product.named(name));
    }

    /** How to start a server. */
    public static final class Builder {
        private final Product product;
        private final Map<String, String> properties = new TreeMap<>();
        private final List<String> options =
                new ArrayList<>(List.of("-Xmx512m", "-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC"));

        private Builder(Product product) {
            this.product = product;
        }

        /**
         * Why this server cannot run on this machine.
         *
         * @return one sentence that says what is missing and how to name it; empty if it can run
         */
        public Optional<String> whyNotAvailable() {
            return product.java().isPresent()
                    ? Optional.empty()
                    : Optional.of(product.name() + " needs a newer JDK than there is here. " + Jdk.HOW_TO_NAME_ONE);
        }

        /**
         * An option of the server's JVM. It stands behind those that make it small and quick to start, and wins over them.
         *
         * @param option such as {@code -Xmx1g}
         * @return this
         */
        public Builder withOption(String option) {
            options.add(option);
            return this;
        }

        /**
         * A system property of the server's JVM.
         *
         * @param name its name
         * @param value its value
         * @return this
         */
        public Builder with(String name, String value) {
            properties.put(name, value);
            return this;
        }

        /**
         * With MicroProfile Health and Metrics as far as the server has them; some have them in another profile, or as features to be chosen.
         *
         * @return this
         */
        public Builder observed() {
            product.observe();
            return this;
        }

        /**
         * Starts the server, without an application. (Where the application brings its server with it, {@link #deploy} starts the process.)
         *
         * @return the server, when it is ready to deploy
         * @throws IllegalStateException if it does not start, or {@link #whyNotAvailable()}
         */
        public ApplicationServer start() {
            whyNotAvailable().ifPresent(reason -> {
                throw new IllegalStateException(reason);
            });
            try {
                var folder = Files.createTempDirectory("tenure-" + product.name() + "-");
                List<String> jvm = new ArrayList<>();
                jvm.add(product.java().orElseThrow().toString());
                jvm.addAll(options);
                jvm.add("-Djava.io.tmpdir=" + Files.createDirectory(folder.resolve("tmp")));
                // GlassFish's timers keep their state in Derby, which logs to where the process stands
                jvm.add("-Dderby.stream.error.file=" + folder.resolve("derby.log"));
                properties.forEach((name, value) -> jvm.add("-D" + name + "=" + value));
                var server = new ApplicationServer(product, folder, product.command(folder, jvm));
                try {
                    if (!product.isBroughtByTheApplication()) {
                        server.launch();
                        server.await("start", product::isReady);
                    }
                } catch (RuntimeException | Error e) {
                    server.close();
                    throw e;
                }
                return server;
            } catch (IOException e) {
                throw new UncheckedIOException("Cannot prepare a folder for " + product.name() + ".", e);
            }
        }
    }

    /**
     * Deploys an application, or deploys it anew.
     *
     * @param war the file; its name without the extension is the application's
     * @throws DeploymentException when the server refuses it
     */
    public void deploy(Path war) throws DeploymentException {
        try {
            var deployment = product.deploy(war);
            if (product.isBroughtByTheApplication()) {
                launch();
            }
            await("deploy " + war.getFileName(), deployment::isDone);
            deployment.check();
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot deploy " + war + ".", e);
        }
    }

    /**
     * Takes an application away. (Where it has brought its server with it, the process ends in order.)
     *
     * @param name of the application: the file's name without the extension
     */
    public void undeploy(String name) {
        if (product.isBroughtByTheApplication()) {
            stop();
            return;
        }
        try {
            await("undeploy " + name, product.undeploy(name)::isDone);
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot undeploy " + name + ".", e);
        }
    }

    /**
     * Where an application is reached.
     *
     * @param application its name
     * @param path below its root, with the leading slash
     * @return with the server's port
     */
    public URI uri(String application, String path) {
        return URI.create("http://127.0.0.1:" + product.port() + product.contextRoot(application) + path);
    }

    /**
     * Where the server tells how it is.
     *
     * @param path such as {@code /health/ready}
     * @return with the port of its own, if it has one for that
     */
    public URI managementUri(String path) {
        return URI.create("http://127.0.0.1:" + product.managementPort() + path);
    }

    /**
     * What the server has written.
     *
     * @return its log so far
     */
    public String log() {
        return read(folder.resolve("error.log"));
    }

    /**
     * The server's process id.
     *
     * @return also of one that has ended
     */
    public long pid() {
        return process.pid();
    }

    /**
     * With which code the server has ended.
     *
     * @return as the shell gives it: 128 and the number of the signal, 137 also where {@link #stop()} has lost patience
     */
    public int exitCode() {
        return process.exitCode();
    }

    /** Ends the server in order (SIGTERM); at once, where it has not ended after 30 s. */
    public void stop() {
        process.stop();
    }

    /** Ends the server at once (SIGKILL). */
    public void kill() {
        process.kill();
    }

    /** Ends the server at once and deletes its folder. */
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

    private void launch() {
        process = WatchedProcess.start(command, folder);
    }

    private void release() {
        var last = process;
        if (last != null) {
            last.abandon();
        }
        Folders.delete(folder);
    }

    private void await(String what, BooleanSupplier done) {
        long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(START_SECONDS);
        while (true) {
            boolean alive = process.isAlive(); // before the look: what it says at its end counts
            if (done.getAsBoolean()) {
                return;
            }
            if (!alive || System.nanoTime() > deadline) {
                throw new IllegalStateException("%s did not %s%s. The end of its log:%n%s"
                        .formatted(
                                product.name(),
                                what,
                                alive ? " within " + START_SECONDS + " s" : ": it has ended",
                                Tail.of(log())));
            }
            Pause.millis(POLL_MILLIS);
        }
    }

    /** Nothing of a file that is not there yet. */
    static String read(Path file) {
        try {
            return Files.readString(file, StandardCharsets.ISO_8859_1);
        } catch (NoSuchFileException e) {
            return "";
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
