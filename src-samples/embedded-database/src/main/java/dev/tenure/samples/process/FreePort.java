package dev.tenure.samples.process;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.util.concurrent.ThreadLocalRandom;

/** Finds a port that nobody listens on. */
public final class FreePort {

    // Outgoing connections take their own ports from 32768 up, also while our server is down for a restart.
    private static final int FIRST = 10_000;
    private static final int END = 32_768;
    private static final int ATTEMPTS = 200;

    private FreePort() {}

    /**
     * Looks for one; another process may take it meanwhile.
     *
     * @return below the ports of outgoing connections
     */
    public static int find() {
        for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
            int port = ThreadLocalRandom.current().nextInt(FIRST, END);
            if (isFree(port)) {
                return port;
            }
        }
        throw new IllegalStateException("No free port found from " + FIRST + " to " + (END - 1) + ".");
    }

    private static boolean isFree(int port) {
        try (ServerSocket socket = new ServerSocket()) {
            socket.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
            return true;
        } catch (IOException e) {
            return false;
        }
    }
}
