package dev.tenure.it;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;

/** A network between the driver and the server that can be made to fail. */
final class FaultProxy implements Closeable {

    private static final long NEVER = Long.MAX_VALUE;

    private final int target;
    private final List<Link> links = new CopyOnWriteArrayList<>();
    private final AtomicInteger accepted = new AtomicInteger();
    private final AtomicLong requests = new AtomicLong();
    private volatile ServerSocket listener;
    private volatile Thread acceptor;
    private volatile boolean newOnesStall;
    private volatile long delayMillis;
    private volatile boolean closed;

    FaultProxy(int target) throws IOException {
        this.target = target;
        listen(0);
    }

    private void listen(int port) throws IOException {
        var socket = new ServerSocket();
        socket.setReuseAddress(true);
        socket.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 50);
        listener = socket;
        acceptor = start("accept", () -> accept(socket));
    }

    private static Thread start(String what, Runnable task) {
        var thread = new Thread(task, "fault-proxy-" + what);
        thread.setDaemon(true);
        thread.start();
        return thread;
    }

    int port() {
        return listener.getLocalPort();
    }

    /** How many connections were accepted since the start. */
    int accepted() {
        return accepted.get();
    }

    /** How many times the client has spoken after the server had, which is the number of round trips. */
    long requests() {
        return requests.get();
    }

    /** A black hole: what is open stays open and nothing passes any more. New connections work. */
    void stall() {
        links.forEach(link -> link.stalled = true);
    }

    /** What stalled goes on. */
    void goOn() {
        links.forEach(Link::goOn);
    }

    /** New connections are accepted, and that is all they get. */
    void stallNewOnes(boolean stall) {
        newOnesStall = stall;
    }

    /** Resets what is open. */
    void reset() {
        links.forEach(link -> link.close(true));
    }

    /** The server's half of what is open ends; the client can go on sending. */
    void halfClose() {
        links.forEach(Link::halfClose);
    }

    /** What is open is cut after so many more bytes of the server's. */
    void cutAfter(long bytes) {
        links.forEach(link -> link.bytesLeft = bytes);
    }

    /** Each piece of an answer takes so long. */
    void slow(long millis) {
        delayMillis = millis;
    }

    /** Nobody listens any more. */
    void refuse() throws IOException, InterruptedException {
        listener.close();
        acceptor.join(); // until then the kernel still lets somebody in
    }

    /** Somebody listens again, on the same port. */
    void acceptAgain() throws IOException {
        listen(listener.getLocalPort());
    }

    @Override
    public void close() throws IOException {
        closed = true;
        listener.close();
        links.forEach(link -> link.close(false));
    }

    private void accept(ServerSocket socket) {
        while (!closed && !socket.isClosed()) {
            try {
                var client = socket.accept();
                if (socket.isClosed()) {
                    client.close();
                    return;
                }
                accepted.incrementAndGet();
                link(client);
            } catch (IOException e) {
                return; // closed
            }
        }
    }

    private void link(Socket client) throws IOException {
        try {
            links.add(new Link(client, newOnesStall));
        } catch (IOException e) {
            client.close(); // there is no server
        }
    }

    /** One connection through the proxy. */
    private final class Link {
        private final Socket client;
        private Socket server;
        private volatile boolean stalled;
        private volatile boolean answered = true;
        private volatile long bytesLeft = NEVER;

        Link(Socket client, boolean stalled) throws IOException {
            this.client = client;
            this.stalled = stalled;
            if (stalled) {
                return; // accepted, and nothing else
            }
            client.setTcpNoDelay(true);
            server = new Socket(InetAddress.getLoopbackAddress(), target);
            server.setTcpNoDelay(true);
            start("up", () -> pump(client, server, true));
            start("down", () -> pump(server, client, false));
        }

        private void pump(Socket from, Socket to, boolean up) {
            var buffer = new byte[8192];
            try {
                InputStream in = from.getInputStream();
                OutputStream out = to.getOutputStream();
                int read;
                while ((read = in.read(buffer)) >= 0) {
                    awaitNetwork();
                    if (up && answered) {
                        answered = false;
                        requests.incrementAndGet();
                    } else if (!up) {
                        answered = true;
                        Thread.sleep(delayMillis);
                        long left = bytesLeft;
                        if (read > left) {
                            out.write(buffer, 0, (int) left);
                            break;
                        }
                        bytesLeft = left == NEVER ? NEVER : left - read;
                    }
                    out.write(buffer, 0, read);
                }
            } catch (IOException | InterruptedException e) {
                // one side has gone
            }
            close(false);
        }

        private synchronized void awaitNetwork() throws InterruptedException {
            while (stalled && !closed) {
                wait(100);
            }
        }

        private synchronized void goOn() {
            stalled = false;
            notifyAll();
        }

        private void halfClose() {
            try {
                client.shutdownOutput();
            } catch (IOException e) {
                // it has gone already
            }
        }

        private void close(boolean reset) {
            links.remove(this);
            for (var socket : new Socket[] {client, server}) {
                try {
                    if (socket != null) {
                        if (reset) {
                            socket.setSoLinger(true, 0);
                        }
                        socket.close();
                    }
                } catch (IOException e) {
                    // it has gone already
                }
            }
        }
    }
}
