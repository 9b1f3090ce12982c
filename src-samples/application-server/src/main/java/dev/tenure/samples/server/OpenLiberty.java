package dev.tenure.samples.server;

import dev.tenure.samples.process.FreePort;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;

/** The installation is shared; each run has a user directory of its own. Applications are deployed by {@code dropins}; the log tells how it went. */
final class OpenLiberty implements Product {

    private static final String SERVER = "it";

    private static final String OBSERVED = "<feature>mpHealth-4.0</feature><feature>mpMetrics-5.1</feature>";

    private static final String CONFIGURATION = """
            <server>
              <featureManager>
                <feature>servlet-6.0</feature>
                <feature>restfulWS-3.1</feature>
                <feature>jsonb-3.0</feature>
                <feature>cdi-4.0</feature>
                <feature>mpConfig-3.1</feature>
                <feature>concurrent-3.0</feature>
                <feature>enterpriseBeans-4.0</feature>
                <feature>jdbc-4.3</feature>
                %s
              </featureManager>
              <mpMetrics authentication="false"/>
              <logging consoleLogLevel="INFO"/>
              <httpEndpoint id="defaultHttpEndpoint" host="127.0.0.1" httpPort="%d" httpsPort="-1"/>
              <iiopEndpoint id="defaultIiopEndpoint" host="127.0.0.1" iiopPort="%d"/>
              <applicationMonitor updateTrigger="polled" pollingRate="300ms"/>
            </server>
            """;

    private final int port = FreePort.find();
    private Path deployments;
    private Path log;
    private String observed = "";

    @Override
    public String name() {
        return "open-liberty";
    }

    @Override
    public int port() {
        return port;
    }

    @Override
    public void observe() {
        observed = OBSERVED;
    }

    @Override
    public List<String> command(Path folder, List<String> jvm) throws IOException {
        var home = Product.find(name());
        var user = folder.resolve("usr");
        var server = Files.createDirectories(user.resolve("servers").resolve(SERVER));
        deployments = Files.createDirectory(server.resolve("dropins"));
        log = folder.resolve("error.log");
        Files.writeString(server.resolve("server.xml"), CONFIGURATION.formatted(observed, port, FreePort.find()));
        List<String> command = new ArrayList<>(List.of("env", "WLP_USER_DIR=" + user));
        command.addAll(jvm);
        command.addAll(List.of(
                "-javaagent:" + home.resolve("bin/tools/ws-javaagent.jar"),
                "--add-opens=java.base/java.lang=ALL-UNNAMED",
                "--add-opens=java.base/java.util=ALL-UNNAMED",
                "-jar",
                home.resolve("bin/tools/ws-server.jar").toString(),
                SERVER));
        return command;
    }

    @Override
    public boolean isReady() {
        return ApplicationServer.read(log).contains("CWWKF0011I");
    }

    @Override
    public Deployment deploy(Path war) throws IOException {
        var name = Product.nameOf(war);
        var deployment = new LoggedDeployment(
                log, "CWWKZ000[13]I: [^\\n]*\\b" + name + "\\b", "CWWKZ000[24]E: [^\\n]*\\b" + name + "\\b");
        Files.copy(war, deployments.resolve(war.getFileName()), StandardCopyOption.REPLACE_EXISTING);
        return deployment;
    }

    @Override
    public Deployment undeploy(String name) throws IOException {
        boolean started = ApplicationServer.read(log).contains("Application " + name + " started");
        var stopped = new LoggedDeployment(log, "CWWKZ0009I: [^\\n]*\\b" + name + "\\b", "CWWKZ0010E");
        Files.delete(deployments.resolve(name + ".war"));
        return new Deployment() {
            @Override
            public boolean isDone() {
                return !started || stopped.isDone();
            }

            @Override
            public void check() {}
        };
    }
}
