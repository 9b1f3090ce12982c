package dev.tenure.samples.server;

import dev.tenure.samples.process.Folders;
import dev.tenure.samples.process.FreePort;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;

/** The distribution is shared; {@code standalone/} is copied for each run. Applications are deployed by its scanner, which answers with marker files. */
final class WildFly implements Product {

    private final String name;
    private final int port = FreePort.find();
    private final int managementPort = FreePort.find();
    private String profile = "standalone.xml";
    private Path deployments;
    private Path log;

    /** Also WildFly Preview. */
    WildFly(String name) {
        this.name = name;
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public int port() {
        return port;
    }

    @Override
    public void observe() {
        profile = "standalone-microprofile.xml";
    }

    @Override
    public int managementPort() {
        return managementPort;
    }

    @Override
    public List<String> command(Path folder, List<String> jvm) throws IOException {
        var home = Product.find(name);
        var base = folder.resolve("standalone");
        Folders.copy(home.resolve("standalone"), base);
        deployments = base.resolve("deployments");
        log = folder.resolve("error.log");
        var configuration = base.resolve("configuration").resolve(profile);
        Files.writeString(
                configuration,
                Files.readString(configuration)
                        .replace("scan-interval=\"5000\"", "scan-interval=\"300\" auto-deploy-zipped=\"false\""));
        var command = new ArrayList<>(jvm);
        command.addAll(List.of(
                "-Dlogging.configuration=file:" + base.resolve("configuration/logging.properties"),
                "-Dorg.jboss.boot.log.file=" + base.resolve("log").resolve("server.log"),
                "-Djboss.home.dir=" + home,
                "-Djboss.server.base.dir=" + base,
                "-Djboss.http.port=" + port,
                "-Djboss.https.port=" + FreePort.find(),
                "-Djboss.management.http.port=" + managementPort,
                "-Djboss.management.https.port=" + FreePort.find(),
                "-jar",
                home.resolve("jboss-modules.jar").toString(),
                "-mp",
                home.resolve("modules").toString(),
                "org.jboss.as.standalone",
                "-c",
                profile,
                "-b",
                "127.0.0.1",
                "-bmanagement",
                "127.0.0.1"));
        return command;
    }

    @Override
    public boolean isReady() {
        return ApplicationServer.read(log).contains("WFLYSRV0025");
    }

    @Override
    public Deployment deploy(Path war) throws IOException {
        var file = deployments.resolve(war.getFileName());
        var deployed = marker(file, "deployed");
        var failed = marker(file, "failed");
        Files.deleteIfExists(failed);
        Files.deleteIfExists(deployed);
        Files.copy(war, file, StandardCopyOption.REPLACE_EXISTING);
        Files.createFile(marker(file, "dodeploy"));
        return new Deployment() {
            @Override
            public boolean isDone() {
                return Files.exists(deployed) || Files.exists(failed);
            }

            @Override
            public void check() throws DeploymentException {
                if (Files.exists(failed)) {
                    throw new DeploymentException(ApplicationServer.read(failed));
                }
            }
        };
    }

    @Override
    public Deployment undeploy(String name) throws IOException {
        var file = deployments.resolve(name + ".war");
        boolean deployed = Files.deleteIfExists(marker(file, "deployed"));
        return new Deployment() {
            @Override
            public boolean isDone() {
                return !deployed || Files.exists(marker(file, "undeployed"));
            }

            @Override
            public void check() {}
        };
    }

    private static Path marker(Path file, String extension) {
        return file.resolveSibling(file.getFileName() + "." + extension);
    }
}
