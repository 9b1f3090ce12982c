package dev.tenure.it;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.ConnectException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The proxy does what the table of failures says it does. */
class FaultProxyTest {

    private ServerSocket echo;
    private FaultProxy proxy;

    @BeforeEach
    void start() throws IOException {
        echo = new ServerSocket(0, 10, InetAddress.getLoopbackAddress());
        var thread = new Thread(this::echo, "echo");
        thread.setDaemon(true);
        thread.start();
        proxy = new FaultProxy(echo.getLocalPort());
    }

    @AfterEach
    void end() throws IOException {
        proxy.close();
        echo.close();
    }

    private void echo() {
        while (!echo.isClosed()) {
            try {
                var socket = echo.accept();
                var thread = new Thread(
                        () -> {
                            try (socket) {
                                socket.getInputStream().transferTo(socket.getOutputStream());
                            } catch (IOException e) {
                                // the client has gone
                            }
                        },
                        "echo");
                thread.setDaemon(true);
                thread.start();
            } catch (IOException e) {
                return;
            }
        }
    }

    private Socket connect() throws IOException {
        var socket = new Socket(InetAddress.getLoopbackAddress(), proxy.port());
        socket.setSoTimeout(2000);
        return socket;
    }

    private static int ask(Socket socket) throws IOException {
        socket.getOutputStream().write(7);
        return socket.getInputStream().read();
    }

    @Test
    void passesAndCounts() throws IOException {
        try (var socket = connect()) {
            assertThat(ask(socket)).isEqualTo(7);
            assertThat(ask(socket)).isEqualTo(7);
        }
        assertThat(proxy.requests()).isEqualTo(2);
        assertThat(proxy.accepted()).isEqualTo(1);
    }

    @Test
    void stallsWhatIsOpenAndLetsNewOnesPassAndGoesOn() throws IOException {
        try (var socket = connect()) {
            ask(socket);
            proxy.stall();
            socket.setSoTimeout(200);
            assertThatThrownBy(() -> ask(socket)).isInstanceOf(SocketTimeoutException.class);
            try (var another = connect()) {
                assertThat(ask(another)).isEqualTo(7);
            }
            proxy.goOn();
            socket.setSoTimeout(2000);
            assertThat(socket.getInputStream().read()).isEqualTo(7);
        }
    }

    @Test
    void acceptsAndSaysNothing() throws IOException {
        proxy.stallNewOnes(true);
        try (var socket = connect()) {
            socket.setSoTimeout(200);
            assertThatThrownBy(() -> ask(socket)).isInstanceOf(SocketTimeoutException.class);
        }
    }

    @Test
    void resets() throws IOException {
        try (var socket = connect()) {
            ask(socket);
            proxy.reset();
            assertThatThrownBy(() -> {
                        ask(socket);
                        ask(socket);
                    })
                    .isInstanceOf(SocketException.class);
        }
    }

    @Test
    void halfCloses() throws IOException {
        try (var socket = connect()) {
            ask(socket);
            proxy.halfClose();
            assertThat(ask(socket)).as("end of stream").isEqualTo(-1);
        }
    }

    @Test
    void cutsAfterSoManyBytes() throws IOException {
        try (var socket = connect()) {
            ask(socket);
            proxy.cutAfter(3);
            socket.getOutputStream().write(new byte[] {1, 2, 3, 4, 5});
            assertThat(socket.getInputStream().readAllBytes()).hasSize(3);
        }
    }

    @Test
    void isSlow() throws IOException {
        try (var socket = connect()) {
            proxy.slow(150);
            long start = System.nanoTime();
            ask(socket);
            assertThat(System.nanoTime() - start).isGreaterThan(100_000_000L);
        }
    }

    @Test
    void refusesAndAcceptsAgain() throws Exception {
        int port = proxy.port();
        proxy.refuse();
        assertThatThrownBy(() -> new Socket(InetAddress.getLoopbackAddress(), port))
                .isInstanceOf(ConnectException.class);
        proxy.acceptAgain();
        try (var socket = connect()) {
            assertThat(ask(socket)).isEqualTo(7);
        }
    }
}
