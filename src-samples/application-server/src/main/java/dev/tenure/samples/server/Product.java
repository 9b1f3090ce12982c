package dev.tenure.samples.server;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** What is different from server to server. One instance a process. */
interface Product {

    /** Where the build has put the servers. */
    String FOLDER_PROPERTY = "servers.directory";

    /** Something that the server does in its own time. */
    interface Deployment {
        boolean isDone();

        void check() throws DeploymentException;
    }

    /** In messages and names of folders. */
    String name();

    /** Where its applications listen. */
    int port();

    /** The {@code java} that it runs with: the one of this JVM, where it need not be newer. */
    default Optional<Path> java() {
        return Optional.of(Path.of(System.getProperty("java.home"), "bin", "java"));
    }

    /** There is no server without the application: deploying starts the process, undeploying ends it. */
    default boolean isBroughtByTheApplication() {
        return false;
    }

    /** Below which path an application of this name is reached. */
    default String contextRoot(String application) {
        return "/" + application;
    }

    /** With MicroProfile Health and Metrics, on a server that has them and does not offer them by itself. To be called before {@link #command}. */
    default void observe() {}

    /** Where it tells how it is: {@code /health} and {@code /metrics}. */
    default int managementPort() {
        return port();
    }

    /** Prepares the folder; the whole command, with these options of the JVM. */
    List<String> command(Path folder, List<String> jvm) throws IOException;

    boolean isReady();

    Deployment deploy(Path war) throws IOException;

    Deployment undeploy(String name) throws IOException;

    /** A new one by its name. */
    static Product named(String name) {
        return switch (name) {
            case "wildfly", "wildfly-preview" -> new WildFly(name);
            case "payara-micro" -> new PayaraMicro();
            case "payara", "glassfish" -> new GlassFish(name);
            case "open-liberty" -> new OpenLiberty();
            case "tomee" -> new TomEe();
            case "helidon" -> new Helidon();
            default ->
                throw new IllegalArgumentException("Unknown server " + name
                        + ". Accepted: wildfly, payara-micro; with the profile servers also glassfish, payara,"
                        + " open-liberty, tomee, wildfly-preview, helidon.");
        };
    }

    /** The name of the application in a file. */
    static String nameOf(Path war) {
        return war.getFileName().toString().replaceFirst("\\.war$", "");
    }

    /** A file or folder that the build has put there. */
    static Path find(String file) {
        for (var folder = Path.of("").toAbsolutePath(); folder != null; folder = folder.getParent()) {
            var found = folder.resolve("target").resolve("servers").resolve(file);
            if (Files.exists(found)) {
                return found;
            }
        }
        var configured = System.getProperty(FOLDER_PROPERTY);
        if (configured != null && Files.exists(Path.of(configured, file))) {
            return Path.of(configured, file);
        }
        throw new IllegalStateException("There is no " + file
                + " in target/servers: build the project once (mvn -B -ntp -DskipTests package; with -Pservers for"
                + " others than WildFly and Payara Micro), or name the folder by -D"
                + FOLDER_PROPERTY + "=...");
    }
}
