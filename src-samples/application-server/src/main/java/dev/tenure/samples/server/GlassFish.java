package dev.tenure.samples.server;

import dev.tenure.samples.process.FreePort;
import dev.tenure.samples.process.Tail;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * GlassFish and its descendant Payara Server: a domain of its own for each run, made by {@code asadmin}, which also tells the command that it would run. Applications
 * are deployed by the domain's {@code autodeploy} folder, which answers with marker files.
 */
final class GlassFish implements Product {

    private static final String DOMAIN = "it";

    private final String name;
    private final int port = FreePort.find();
    private Path deployments;
    private Path log;

    GlassFish(String name) {
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
    public List<String> command(Path folder, List<String> jvm) throws IOException {
        var java = jvm.get(0);
        asadmin(
                java,
                List.of(
                        "create-domain",
                        "--domaindir",
                        folder.toString(),
                        "--instanceport",
                        String.valueOf(port),
                        "--adminport",
                        String.valueOf(FreePort.find()),
                        "--domainproperties",
                        freePorts(),
                        "--nopassword",
                        DOMAIN));
        var domain = folder.resolve(DOMAIN);
        var configuration = domain.resolve("config").resolve("domain.xml");
        Files.writeString(
                configuration,
                Files.readString(configuration)
                        .replace("0.0.0.0", "127.0.0.1")
                        .replace("network-listener port=", "network-listener address=\"127.0.0.1\" port="));
        deployments = Files.createDirectories(domain.resolve("autodeploy"));
        log = folder.resolve("error.log");

        var answer = asadmin(
                java, List.of("start-domain", "--verbose", "--dry-run", "--domaindir", folder.toString(), DOMAIN));
        var command = answer.lines()
                .dropWhile(line -> !line.startsWith("/"))
                .takeWhile(line -> !line.isBlank())
                .collect(Collectors.toCollection(ArrayList::new));
        command.addAll(1, jvm.subList(1, jvm.size()));
        return command;
    }

    private static String freePorts() {
        return Stream.of(
                        "jms.port",
                        "domain.jmxPort",
                        "orb.listener.port",
                        "http.ssl.port",
                        "orb.ssl.port",
                        "orb.mutualauth.port",
                        "osgi.shell.telnet.port",
                        "java.debugger.port",
                        "hazelcast.port")
                .map(property -> property + "=" + FreePort.find())
                .collect(Collectors.joining(":"));
    }

    private String asadmin(String java, List<String> arguments) throws IOException {
        var tool = Product.find(name).resolve("glassfish/lib/client/appserver-cli.jar");
        List<String> command = new ArrayList<>(Arrays.asList(java, "-jar", tool.toString()));
        command.addAll(arguments);
        var process = new ProcessBuilder(command).redirectErrorStream(true).start();
        var answer = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        try {
            if (process.waitFor() != 0) {
                throw new IllegalStateException(name + " refuses " + arguments.get(0) + ": " + Tail.of(answer));
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
        return answer;
    }

    @Override
    public boolean isReady() {
        return ApplicationServer.read(log).contains("startup time");
    }

    @Override
    public Deployment deploy(Path war) throws IOException {
        var file = deployments.resolve(war.getFileName());
        for (var outcome : new String[] {"deployed", "deployFailed", "undeployed", "undeployFailed"}) {
            Files.deleteIfExists(marker(file, outcome));
        }
        Files.copy(war, file, StandardCopyOption.REPLACE_EXISTING);
        return new Deployment() {
            @Override
            public boolean isDone() {
                return Files.exists(marker(file, "deployed")) || Files.exists(marker(file, "deployFailed"));
            }

            @Override
            public void check() throws DeploymentException {
                if (Files.exists(marker(file, "deployFailed"))) {
                    throw new DeploymentException(name + " has refused " + war.getFileName() + "; its log says why.");
                }
            }
        };
    }

    @Override
    public Deployment undeploy(String application) throws IOException {
        var file = deployments.resolve(application + ".war");
        boolean deployed = Files.deleteIfExists(file) && Files.exists(marker(file, "deployed"));
        return new Deployment() {
            @Override
            public boolean isDone() {
                return !deployed || Files.exists(marker(file, "undeployed"));
            }

            @Override
            public void check() {}
        };
    }

    private static Path marker(Path file, String outcome) {
        return file.resolveSibling(file.getFileName() + "_" + outcome);
    }
}
