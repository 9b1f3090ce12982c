package dev.tenure.jdbc;

import java.io.IOException;
import java.io.InputStream;

/** Bytes that a driver reads, perhaps from the server. */
final class InputStreamHandle extends InputStream {

    private final StreamCalls calls;
    private final InputStream raw;

    InputStreamHandle(StreamCalls calls, InputStream raw) {
        this.calls = calls;
        this.raw = raw;
    }

    @Override
    public int read() throws IOException {
        return (int) calls.count(raw::read);
    }

    @Override
    public int read(byte[] bytes, int offset, int length) throws IOException {
        return (int) calls.count(() -> raw.read(bytes, offset, length));
    }

    @Override
    public long skip(long number) throws IOException {
        return calls.count(() -> raw.skip(number));
    }

    @Override
    public int available() throws IOException {
        return (int) calls.count(raw::available);
    }

    @Override
    public boolean markSupported() {
        return raw.markSupported();
    }

    @Override
    public void mark(int limit) {
        raw.mark(limit);
    }

    @Override
    public void reset() throws IOException {
        calls.call(raw::reset);
    }

    @Override
    public void close() throws IOException {
        calls.close(raw::close);
    }
}
