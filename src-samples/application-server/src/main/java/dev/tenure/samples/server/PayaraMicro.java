package dev.tenure.samples.server;

import dev.tenure.samples.process.FreePort;
import java.io.File;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.jar.JarFile;
import java.util.stream.Stream;

/** Booted by its own API, because its command line cannot undeploy: {@link PayaraMicroMain} obeys files in a folder. */
final class PayaraMicro implements Product {

    private final int port = FreePort.find();
    private Path orders;

    @Override
    public String name() {
        return "payara-micro";
    }

    @Override
    public int port() {
        return port;
    }

    @Override
    public List<String> command(Path folder, List<String> jvm) throws IOException {
        orders = Files.createDirectory(folder.resolve("orders"));
        var jar = Product.find("payara-micro.jar");
        var command = new ArrayList<>(jvm);
        command.addAll(opened(jar));
        command.addAll(List.of(
                "-cp",
                jar + File.pathSeparator + own(),
                PayaraMicroMain.class.getName(),
                String.valueOf(port),
                folder.toString()));
        return command;
    }

    /** The manifest says what the JVM must open; it reads that of {@code -jar} only. */
    private static List<String> opened(Path jar) throws IOException {
        try (var file = new JarFile(jar.toFile())) {
            var packages = file.getManifest().getMainAttributes().getValue("Add-Opens");
            return Stream.of(packages.split(" "))
                    .map(name -> "--add-opens=" + name + "=ALL-UNNAMED")
                    .toList();
        }
    }

    private static Path own() {
        try {
            return Path.of(PayaraMicroMain.class
                    .getProtectionDomain()
                    .getCodeSource()
                    .getLocation()
                    .toURI());
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public boolean isReady() {
        return Files.exists(orders.resolve("ready"));
    }

    @Override
    public Deployment deploy(Path war) throws IOException {
        var file = orders.resolveSibling(war.getFileName());
        Files.copy(war, file, StandardCopyOption.REPLACE_EXISTING);
        return order("deploy", Product.nameOf(war), file.toString());
    }

    @Override
    public Deployment undeploy(String name) throws IOException {
        return order("undeploy", name, "");
    }

    /** A file of that name appears at once; the answer takes the place of it. */
    private Deployment order(String verb, String name, String argument) throws IOException {
        var answer = orders.resolve(name + ".answer");
        Files.deleteIfExists(answer);
        var draft = orders.resolve(name + ".draft");
        Files.writeString(draft, argument);
        Files.move(draft, orders.resolve(name + "." + verb), StandardCopyOption.ATOMIC_MOVE);
        return new Deployment() {
            @Override
            public boolean isDone() {
                return Files.exists(answer);
            }

            @Override
            public void check() throws DeploymentException {
                var text = ApplicationServer.read(answer);
                if (!text.isEmpty()) {
                    throw new DeploymentException(text);
                }
            }
        };
    }
}
