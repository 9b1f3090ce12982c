package dev.tenure.samples.server;

import dev.tenure.samples.database.DatabaseServer;
import java.nio.file.Path;
import java.util.concurrent.CountDownLatch;

/** Runs a WAR on an embedded MariaDB and a real server until Ctrl-C. Arguments: the server's name, the WAR. */
public final class Run {

    private static final String WAIT_TIMEOUT = "&sessionVariables=wait_timeout=30";

    private Run() {}

    /**
     * Runs until the JVM is told to end.
     *
     * @param arguments the server's name as {@link ApplicationServer#named} knows it, the WAR
     * @throws DeploymentException when the server refuses the WAR
     * @throws InterruptedException never
     */
    public static void main(String[] arguments) throws DeploymentException, InterruptedException {
        var builder = ApplicationServer.named(arguments[0]);
        var war = Path.of(arguments[1]);
        say("Starting MariaDB ...");
        try (var database = DatabaseServer.mariaDb().start()) {
            say("Starting " + arguments[0] + " ...");
            try (var server = builder.with("tenure.default.url", database.url() + WAIT_TIMEOUT)
                    .with("tenure.default.user", database.user())
                    .with("tenure.default.password", database.password())
                    .start()) {
                server.deploy(war);
                say("");
                say("  " + server.uri(Product.nameOf(war), "/"));
                say("");
                say("Ctrl-C stops the server and the database.");
                new CountDownLatch(1).await();
            }
        }
    }

    @SuppressWarnings("SystemOut")
    private static void say(String line) {
        System.out.println(line);
    }
}
