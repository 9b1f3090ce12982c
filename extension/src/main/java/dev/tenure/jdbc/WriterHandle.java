package dev.tenure.jdbc;

import java.io.IOException;
import java.io.Writer;

/**
 * Characters that a driver writes, perhaps to the server. All forms of writing are passed on, because those of {@link Writer} hold a lock meanwhile, where a
 * second thread would wait instead of being refused (R23).
 */
final class WriterHandle extends Writer {

    private final StreamCalls calls;
    private final Writer raw;

    WriterHandle(StreamCalls calls, Writer raw) {
        this.calls = calls;
        this.raw = raw;
    }

    @Override
    public void write(char[] characters, int offset, int length) throws IOException {
        calls.call(() -> raw.write(characters, offset, length));
    }

    @Override
    public void write(int one) throws IOException {
        calls.call(() -> raw.write(one));
    }

    @Override
    public void write(String text, int offset, int length) throws IOException {
        calls.call(() -> raw.write(text, offset, length));
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
