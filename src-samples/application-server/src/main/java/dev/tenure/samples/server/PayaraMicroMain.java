package dev.tenure.samples.server;

import fish.payara.micro.BootstrapException;
import fish.payara.micro.PayaraMicroRuntime;
import java.io.File;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

/** The process of {@link PayaraMicro}. Arguments: the port, the folder of the run. */
public final class PayaraMicroMain {

    private static final String LISTENER =
            "configs.config.server-config.network-config.network-listeners.network-listener.http-listener";
    private static final long POLL_MILLIS = 100;

    private PayaraMicroMain() {}

    /**
     * Runs until it is killed.
     *
     * @param arguments the port, the folder of the run
     * @throws BootstrapException when Payara Micro cannot start
     * @throws IOException when the folder cannot be used
     * @throws InterruptedException never
     */
    public static void main(String[] arguments) throws BootstrapException, IOException, InterruptedException {
        var folder = Path.of(arguments[1]);
        var runtime = fish.payara.micro.PayaraMicro.getInstance()
                .setHttpPort(Integer.parseInt(arguments[0]))
                .setNoCluster(true)
                .setRootDir(Files.createDirectory(folder.resolve("root")).toFile())
                .setPreBootHandler(commands -> commands.run("set", LISTENER + ".address=127.0.0.1"))
                .bootStrap();
        var orders = folder.resolve("orders");
        Files.createFile(orders.resolve("ready"));
        while (true) {
            try (var files = Files.newDirectoryStream(orders, "*.{deploy,undeploy}")) {
                for (var file : files) {
                    obey(runtime, file);
                }
            }
            Thread.sleep(POLL_MILLIS);
        }
    }

    private static void obey(PayaraMicroRuntime runtime, Path file) throws IOException {
        var order = file.getFileName().toString();
        var name = order.substring(0, order.lastIndexOf('.'));
        var argument = Files.readString(file);
        Files.delete(file);
        var draft = file.resolveSibling(name + ".draft");
        Files.writeString(draft, order.endsWith(".deploy") ? deploy(runtime, name, argument) : undeploy(runtime, name));
        Files.move(draft, file.resolveSibling(name + ".answer"), StandardCopyOption.ATOMIC_MOVE);
    }

    private static String deploy(PayaraMicroRuntime runtime, String name, String war) {
        try {
            runtime.deploy(name, name, new File(war));
            boolean deployed = runtime.getDeployedApplicationNames().contains(name);
            return deployed ? "" : "Payara Micro has refused " + name + "; its log says why.";
        } catch (RuntimeException e) {
            var trace = new StringWriter();
            e.printStackTrace(new PrintWriter(trace));
            return trace.toString();
        }
    }

    private static String undeploy(PayaraMicroRuntime runtime, String name) {
        runtime.undeploy(name);
        return "";
    }
}
