package dev.tenure.samples.server;

import dev.tenure.samples.process.Folders;
import dev.tenure.samples.process.FreePort;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.zip.ZipFile;

/**
 * Helidon MP: no server that takes applications, but libraries that make one of an application. What stands in a WAR's {@code WEB-INF/classes} and
 * {@code WEB-INF/lib} becomes the class path beside them, and deploying is starting.
 */
final class Helidon implements Product {

    private static final int OLDEST_JAVA = 21;

    private final int port = FreePort.find();
    private Path application;
    private Path log;

    @Override
    public String name() {
        return "helidon";
    }

    @Override
    public int port() {
        return port;
    }

    @Override
    public Optional<Path> java() {
        return Jdk.atLeast(OLDEST_JAVA).map(Jdk::java);
    }

    @Override
    public boolean isBroughtByTheApplication() {
        return true;
    }

    @Override
    public String contextRoot(String name) {
        return "";
    }

    @Override
    public List<String> command(Path folder, List<String> jvm) {
        application = folder.resolve("application");
        log = folder.resolve("error.log");
        var command = new ArrayList<>(jvm);
        command.addAll(List.of(
                "-Dserver.host=127.0.0.1",
                "-Dserver.port=" + port,
                "-cp",
                String.join(
                        File.pathSeparator,
                        application.resolve("WEB-INF/classes").toString(),
                        application.resolve("WEB-INF/lib/*").toString(),
                        Product.find(name()).resolve("*").toString()),
                "io.helidon.Main"));
        return command;
    }

    @Override
    public boolean isReady() {
        return true;
    }

    @Override
    public Deployment deploy(Path war) throws IOException {
        Folders.delete(application);
        try (var file = new ZipFile(war.toFile())) {
            for (var entry : Collections.list(file.entries())) {
                var target = application.resolve(entry.getName());
                if (entry.isDirectory()) {
                    Files.createDirectories(target);
                } else {
                    Files.createDirectories(target.getParent());
                    try (var content = file.getInputStream(entry)) {
                        Files.copy(content, target);
                    }
                }
            }
        }
        return new LoggedDeployment(log, "Server started on", "Exception in thread \"main\"");
    }

    @Override
    public Deployment undeploy(String name) {
        throw new IllegalStateException("The process ends instead.");
    }
}
