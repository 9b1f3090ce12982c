package dev.tenure.samples.server;

import dev.tenure.samples.process.Folders;
import dev.tenure.samples.process.FreePort;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;

/** TomEE MicroProfile: the installation is shared; {@code conf} is copied for each run. Applications are deployed by {@code webapps}; the log tells how it went. */
final class TomEe implements Product {

    private final int port = FreePort.find();
    private Path deployments;
    private Path log;

    @Override
    public String name() {
        return "tomee";
    }

    @Override
    public int port() {
        return port;
    }

    @Override
    public List<String> command(Path folder, List<String> jvm) throws IOException {
        var home = Product.find(name());
        var base = Files.createDirectory(folder.resolve("base"));
        Folders.copy(home.resolve("conf"), base.resolve("conf"));
        for (var name : new String[] {"logs", "temp", "work", "webapps"}) {
            Files.createDirectory(base.resolve(name));
        }
        deployments = base.resolve("webapps");
        log = folder.resolve("error.log");
        var configuration = base.resolve("conf").resolve("server.xml");
        Files.writeString(
                configuration,
                Files.readString(configuration)
                        .replace("<Server port=\"8005\"", "<Server port=\"-1\"")
                        .replace("<Connector port=\"8080\"", "<Connector address=\"127.0.0.1\" port=\"" + port + "\"")
                        .replace(
                                "<Engine name=\"Catalina\" defaultHost=\"localhost\">",
                                "<Engine name=\"Catalina\" defaultHost=\"localhost\" backgroundProcessorDelay=\"1\">"));
        var command = new ArrayList<>(jvm);
        for (var name : new String[] {"java.lang", "java.io", "java.util", "java.util.concurrent"}) {
            command.add("--add-opens=java.base/" + name + "=ALL-UNNAMED");
        }
        command.addAll(List.of(
                "-javaagent:" + home.resolve("lib/openejb-javaagent.jar"),
                "-Djava.util.logging.config.file=" + base.resolve("conf").resolve("logging.properties"),
                "-Djava.util.logging.manager=org.apache.juli.ClassLoaderLogManager",
                "-Dcatalina.home=" + home,
                "-Dcatalina.base=" + base,
                "-cp",
                home.resolve("bin/bootstrap.jar") + File.pathSeparator + home.resolve("bin/tomcat-juli.jar"),
                "org.apache.catalina.startup.Bootstrap",
                "start"));
        return command;
    }

    @Override
    public boolean isReady() {
        return ApplicationServer.read(log).contains("Server startup in");
    }

    @Override
    public Deployment deploy(Path war) throws IOException {
        var file = deployments.resolve(war.getFileName());
        var deployment = new LoggedDeployment(
                log,
                "Deployment of web application archive \\[" + file + "\\] has finished",
                "Error deploying web application archive|startup failed due to previous errors");
        var draft = deployments.resolveSibling(war.getFileName());
        Files.copy(war, draft, StandardCopyOption.REPLACE_EXISTING);
        Files.move(draft, file, StandardCopyOption.ATOMIC_MOVE);
        return deployment;
    }

    @Override
    public Deployment undeploy(String name) throws IOException {
        var unpacked = deployments.resolve(name);
        Files.delete(deployments.resolve(name + ".war"));
        return new Deployment() {
            @Override
            public boolean isDone() {
                return !Files.exists(unpacked);
            }

            @Override
            public void check() {}
        };
    }
}
