package dev.tenure.samples.database;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;

/** Starts a server, says its process id and folder, then does what standard input says. Never closes the server. */
final class ChildJvmMain {

    private ChildJvmMain() {}

    public static void main(String[] arguments) throws IOException {
        DatabaseServer server = Servers.of(arguments[0]).start();
        System.out.println(server.pid());
        System.out.println(server.folder());
        BufferedReader input = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
        for (String word = input.readLine(); word != null; word = input.readLine()) {
            switch (word) {
                case "pause" -> server.pause();
                case "kill" -> server.kill();
                case "restart" -> server.restart();
                default -> System.exit(0);
            }
            System.out.println("done");
        }
    }
}
