package dev.tenure.benchmarks.pages;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Locale;

/** Asks for one page again and again over a connection that it keeps, as a browser does. Costs the machine little beside the server. */
final class Caller implements AutoCloseable {

    private static final int TIMEOUT_MILLIS = 20_000;

    private final URI page;
    private final byte[] request;
    private Socket socket;
    private InputStream input;

    Caller(URI page) {
        this.page = page;
        this.request = "GET %s HTTP/1.1\r\nHost: %s:%d\r\nAccept: application/json\r\n\r\n"
                .formatted(page.getPath(), page.getHost(), page.getPort())
                .getBytes(StandardCharsets.US_ASCII);
    }

    /** The body of a page with status 200; another status is an {@link IOException}. */
    byte[] call() throws IOException {
        try {
            if (socket == null) {
                socket = new Socket(InetAddress.getLoopbackAddress(), page.getPort());
                socket.setTcpNoDelay(true);
                socket.setSoTimeout(TIMEOUT_MILLIS);
                input = new BufferedInputStream(socket.getInputStream());
            }
            socket.getOutputStream().write(request);
            return answer();
        } catch (IOException e) {
            close();
            throw e;
        }
    }

    private byte[] answer() throws IOException {
        var status = line();
        int length = 0;
        boolean chunked = false;
        boolean last = false;
        for (var header = line(); !header.isEmpty(); header = line()) {
            var parts = header.toLowerCase(Locale.ROOT).split(":", 2);
            switch (parts[0]) {
                case "content-length" -> length = Integer.parseInt(parts[1].trim());
                case "transfer-encoding" -> chunked = parts[1].contains("chunked");
                case "connection" -> last = parts[1].contains("close");
                default -> {}
            }
        }
        var body = chunked ? chunks() : exactly(length);
        if (last) {
            close();
        }
        if (!status.contains(" 200 ")) {
            throw new IOException(status);
        }
        return body;
    }

    private byte[] chunks() throws IOException {
        var body = new ByteArrayOutputStream();
        while (true) {
            int length = Integer.parseInt(line().trim(), 16);
            body.write(exactly(length));
            line();
            if (length == 0) {
                return body.toByteArray();
            }
        }
    }

    private byte[] exactly(int length) throws IOException {
        var bytes = input.readNBytes(length);
        if (bytes.length < length) {
            throw new EOFException("the answer ends after " + bytes.length + " of " + length + " bytes");
        }
        return bytes;
    }

    private String line() throws IOException {
        var line = new StringBuilder();
        for (int c = input.read(); c != '\n'; c = input.read()) {
            if (c < 0) {
                throw new EOFException("the answer ends in \"" + line + "\"");
            }
            if (c != '\r') {
                line.append((char) c);
            }
        }
        return line.toString();
    }

    @Override
    public void close() {
        if (socket != null) {
            try {
                socket.close();
            } catch (IOException e) {
                // nobody is there any more
            }
            socket = null;
        }
    }
}
