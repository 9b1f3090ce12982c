package dev.tenure.jdbc;

import java.io.IOException;
import java.io.Reader;

/** Characters that a driver reads, perhaps from the server. */
final class ReaderHandle extends Reader {

    private final StreamCalls calls;
    private final Reader raw;

    ReaderHandle(StreamCalls calls, Reader raw) {
        this.calls = calls;
        this.raw = raw;
    }

    @Override
    public int read(char[] characters, int offset, int length) throws IOException {
        return (int) calls.count(() -> raw.read(characters, offset, length));
    }

    @Override
    public long skip(long number) throws IOException {
        return calls.count(() -> raw.skip(number));
    }

    @Override
    public boolean ready() throws IOException {
        return calls.count(() -> raw.ready() ? 1 : 0) == 1;
    }

    @Override
    public boolean markSupported() {
        return raw.markSupported();
    }

    @Override
    public void mark(int limit) throws IOException {
        calls.call(() -> raw.mark(limit));
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
