package dev.tenure.jdbc;

import java.io.IOException;
import java.io.OutputStream;

/** Bytes that a driver writes, perhaps to the server. */
final class OutputStreamHandle extends OutputStream {

    private final StreamCalls calls;
    private final OutputStream raw;

    OutputStreamHandle(StreamCalls calls, OutputStream raw) {
        this.calls = calls;
        this.raw = raw;
    }

    @Override
    public void write(int one) throws IOException {
        calls.call(() -> raw.write(one));
    }

    @Override
    public void write(byte[] bytes, int offset, int length) throws IOException {
        calls.call(() -> raw.write(bytes, offset, length));
    }

    @Override
    public void flush() throws IOException {
        calls.call(raw::flush);
    }

    @Override
    public void close() throws IOException {
        calls.close(raw::close);
    }
}
