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
    private final Thread shutdownHook = new Thread(this::release, "application-server-end");
    private final WatchedProcess process;

    private ApplicationServer(Product product, Path folder, List<String> command) {
        this.product = product;
        this.folder = folder;
        Runtime.getRuntime().addShutdownHook(shutdownHook);
        this.process = WatchedProcess.start(command, folder);
    }

    /**
     * A server by its name.
     *
     * @param name {@code wildfly} or {@code payara-micro}, which every build brings; or {@code glassfish}, {@code payara}, {@code open-liberty}, {@code tomee} or
     *     {@code wildfly-preview}, which the profile {@code servers} adds
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

        private Builder(Product product) {
            this.product = product;
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
         * Starts the server, without an application.
         *
         * @return the server, when it is ready to deploy
         */
        public ApplicationServer start() {
            try {
                var folder = Files.createTempDirectory("tenure-" + product.name() + "-");
                List<String> jvm = new ArrayList<>();
                jvm.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
                jvm.addAll(List.of("-Xmx512m", "-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC"));
                jvm.add("-Djava.io.tmpdir=" + Files.createDirectory(folder.resolve("tmp")));
                properties.forEach((name, value) -> jvm.add("-D" + name + "=" + value));
                var server = new ApplicationServer(product, folder, product.command(folder, jvm));
                try {
                    server.await("start", product::isReady);
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
     * @param war the file; the context root is {@code /} and its name without the extension
     * @throws DeploymentException when the server refuses it
     */
    public void deploy(Path war) throws DeploymentException {
        try {
            var deployment = product.deploy(war);
            await("deploy " + war.getFileName(), deployment::isDone);
            deployment.check();
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot deploy " + war + ".", e);
        }
    }

    /**
     * Takes an application away.
     *
     * @param name of the application: the file's name without the extension
     */
    public void undeploy(String name) {
        try {
            await("undeploy " + name, product.undeploy(name)::isDone);
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot undeploy " + name + ".", e);
        }
    }

    /**
     * Where applications are reached.
     *
     * @param path below the root, with the leading slash
     * @return with the server's port
     */
    public URI uri(String path) {
        return URI.create("http://127.0.0.1:" + product.port() + path);
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

    /** Ends the server in order (SIGTERM). */
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

    private void release() {
        process.abandon();
        Folders.delete(folder);
    }

    private void await(String what, BooleanSupplier done) {
        long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(START_SECONDS);
        while (!done.getAsBoolean()) {
            if (!process.isAlive() || System.nanoTime() > deadline) {
                throw new IllegalStateException("%s did not %s%s. The end of its log:%n%s"
                        .formatted(
                                product.name(),
                                what,
                                process.isAlive() ? " within " + START_SECONDS + " s" : ": it has ended",
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
