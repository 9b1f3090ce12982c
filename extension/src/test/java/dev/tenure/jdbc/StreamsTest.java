package dev.tenure.jdbc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.CharArrayReader;
import java.io.CharArrayWriter;
import java.io.Closeable;
import java.io.FilterInputStream;
import java.io.FilterOutputStream;
import java.io.FilterReader;
import java.io.FilterWriter;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.Reader;
import java.io.StringReader;
import java.io.Writer;
import java.sql.Blob;
import java.sql.Clob;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A driver's streams may read from the server and write to it long after they were given out. */
@Timeout(60)
class StreamsTest {

    /** What happens within the driver's stream, at every call. */
    @FunctionalInterface
    private interface Inside {
        void happens() throws IOException;
    }

    private static final Inside NOTHING = () -> {};

    /** The four kinds of streams, each as the user gets it from a wrapped object. */
    private enum Kind {
        INPUT {
            @Override
            Closeable given(Wrapping wrapping, Inside inside) throws SQLException {
                wrapping.raw.answer = new FilterInputStream(new ByteArrayInputStream(new byte[] {1, 2, 3, 4})) {
                    @Override
                    public int read(byte[] bytes, int offset, int length) throws IOException {
                        inside.happens();
                        return super.read(bytes, offset, length);
                    }

                    @Override
                    public void close() throws IOException {
                        inside.happens();
                    }
                };
                return ((Blob) wrapping.handle).getBinaryStream();
            }

            @Override
            void use(Closeable stream) throws IOException {
                assertThat(((InputStream) stream).read(new byte[1])).isEqualTo(1);
            }
        },
        OUTPUT {
            @Override
            Closeable given(Wrapping wrapping, Inside inside) throws SQLException {
                wrapping.raw.answer = new FilterOutputStream(new ByteArrayOutputStream()) {
                    @Override
                    public void write(int one) throws IOException {
                        inside.happens();
                        super.write(one);
                    }

                    @Override
                    public void close() throws IOException {
                        inside.happens();
                    }
                };
                return ((Blob) wrapping.handle).setBinaryStream(1);
            }

            @Override
            void use(Closeable stream) throws IOException {
                ((OutputStream) stream).write(1);
            }
        },
        READER {
            @Override
            Closeable given(Wrapping wrapping, Inside inside) throws SQLException {
                wrapping.raw.answer = new FilterReader(new CharArrayReader(new char[] {'a', 'b'})) {
                    @Override
                    public int read(char[] characters, int offset, int length) throws IOException {
                        inside.happens();
                        return super.read(characters, offset, length);
                    }

                    @Override
                    public void close() throws IOException {
                        inside.happens();
                    }
                };
                return ((Clob) wrapping.handle).getCharacterStream();
            }

            @Override
            void use(Closeable stream) throws IOException {
                assertThat(((Reader) stream).read()).isEqualTo('a');
            }
        },
        WRITER {
            @Override
            Closeable given(Wrapping wrapping, Inside inside) throws SQLException {
                wrapping.raw.answer = new FilterWriter(new CharArrayWriter()) {
                    @Override
                    public void write(int one) throws IOException {
                        inside.happens();
                        super.write(one);
                    }

                    @Override
                    public void close() throws IOException {
                        inside.happens();
                    }
                };
                return ((Clob) wrapping.handle).setCharacterStream(1);
            }

            @Override
            void use(Closeable stream) throws IOException {
                ((Writer) stream).write('a');
            }
        };

        abstract Closeable given(Wrapping wrapping, Inside inside) throws SQLException;

        abstract void use(Closeable stream) throws IOException;

        Wrapping wrapping() {
            return new Wrapping(this == INPUT || this == OUTPUT ? Blob.class : Clob.class);
        }
    }

    @ParameterizedTest
    @EnumSource
    void r20IsOfNoUseAfterTheEndOfTheLease(Kind kind) throws Exception {
        var wrapping = kind.wrapping();
        var calls = new AtomicInteger();
        var stream = kind.given(wrapping, calls::incrementAndGet);
        wrapping.end();

        assertThatThrownBy(() -> kind.use(stream))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("TNR-0202")
                .hasCauseInstanceOf(SQLException.class);
        assertThatCode(stream::close).doesNotThrowAnyException();

        assertThat(calls).hasValue(0);
    }

    @ParameterizedTest
    @EnumSource
    void reachesTheDriverWhileTheLeaseLasts(Kind kind) throws Exception {
        var calls = new AtomicInteger();
        var stream = kind.given(kind.wrapping(), calls::incrementAndGet);

        kind.use(stream);
        stream.close();

        assertThat(calls).hasValue(2);
    }

    @ParameterizedTest
    @EnumSource
    void r17FailureMakesTheConnectionSuspect(Kind kind) throws Exception {
        var wrapping = kind.wrapping();
        var failure = new IOException("connection reset");
        var stream = kind.given(wrapping, () -> {
            throw failure;
        });

        assertThat(catchThrowable(() -> kind.use(stream))).isSameAs(failure);
        wrapping.end();

        assertThat(wrapping.times("isValid")).as("pings at the boundary").isEqualTo(1);
    }

    @ParameterizedTest
    @EnumSource
    void r23SecondThreadIsRefused(Kind kind) throws Exception {
        var wrapping = kind.wrapping();
        var own = new AtomicReference<Closeable>();
        var refused = new AtomicReference<Throwable>();
        var once = new AtomicInteger();
        own.set(kind.given(wrapping, () -> {
            if (once.getAndIncrement() == 0) {
                var second = new Thread(() -> refused.set(catchThrowable(() -> kind.use(own.get()))));
                second.start();
                join(second);
            }
        }));

        kind.use(own.get());

        assertThat(refused.get()).isInstanceOf(IOException.class).hasMessageContaining("TNR-0203");
        assertThat(once).hasValue(1);
    }

    /** A column of one result set as a parameter of another statement: the driver reads it while it executes. */
    @Test
    void isReadByTheDriverWithinAnotherCall() throws Exception {
        var wrapping = Kind.INPUT.wrapping();
        var stream = (InputStream) Kind.INPUT.given(wrapping, NOTHING);
        var statement = new Raw(PreparedStatement.class);
        var read = new AtomicInteger();
        statement.during = () -> read.set(firstOf(stream));

        ((PreparedStatement) wrapping.wrap(PreparedStatement.class, statement.object)).executeUpdate();

        assertThat(read).hasValue(1);
    }

    @Test
    void whatIsInMemoryIsGivenAsItIs() throws Exception {
        var bytes = new ByteArrayInputStream(new byte[1]);
        var characters = new StringReader("text");
        var blob = new Wrapping(Blob.class);
        var clob = new Wrapping(Clob.class);
        blob.raw.answer = bytes;
        clob.raw.answer = characters;

        assertThat(((Blob) blob.handle).getBinaryStream()).isSameAs(bytes);
        assertThat(((Clob) clob.handle).getCharacterStream()).isSameAs(characters);
    }

    @Test
    void doesAllThatTheDriversStreamDoes() throws Exception {
        var blob = new Wrapping(Blob.class);
        blob.raw.answer = new FilterInputStream(new ByteArrayInputStream(new byte[] {1, 2, 3, 4, 5})) {};
        var clob = new Wrapping(Clob.class);
        clob.raw.answer = new FilterReader(new StringReader("abcde")) {};

        try (var bytes = ((Blob) blob.handle).getBinaryStream();
                var text = ((Clob) clob.handle).getCharacterStream()) {
            assertThat(bytes.available()).isEqualTo(5);
            assertThat(bytes.markSupported()).isTrue();
            bytes.mark(5);
            assertThat(bytes.skip(2)).isEqualTo(2);
            assertThat(bytes.readNBytes(2)).containsExactly(3, 4);
            bytes.reset();
            assertThat(bytes.readAllBytes()).hasSize(5);
            assertThat(bytes.read()).isEqualTo(-1);
            assertThat(text.ready()).isTrue();
            assertThat(text.markSupported()).isTrue();
            text.mark(5);
            assertThat(text.skip(4)).isEqualTo(4);
            assertThat(text.read()).isEqualTo('e');
            text.reset();
            assertThat(text.read()).isEqualTo('a');
        }
    }

    @Test
    void writesAndFlushes() throws Exception {
        var bytes = new ByteArrayOutputStream();
        var characters = new CharArrayWriter();
        var flushes = new AtomicInteger();
        var blob = new Wrapping(Blob.class);
        blob.raw.answer = new FilterOutputStream(bytes) {
            @Override
            public void flush() {
                flushes.incrementAndGet();
            }
        };
        var clob = new Wrapping(Clob.class);
        clob.raw.answer = new FilterWriter(characters) {
            @Override
            public void flush() {
                flushes.incrementAndGet();
            }
        };
        var out = ((Blob) blob.handle).setBinaryStream(1);
        var writer = ((Clob) clob.handle).setCharacterStream(1);

        out.write(new byte[] {1, 2});
        out.flush();
        writer.write("text");
        writer.write('!');
        writer.write(new char[] {'?'});
        writer.flush();

        assertThat(bytes.toByteArray()).containsExactly(1, 2);
        assertThat(characters).hasToString("text!?");
        assertThat(flushes).hasValue(2);
    }

    /** Elements that are JDBC objects reach the driver as its own, in an array of an array, too; the user's array stays as it is. */
    @Test
    void givesTheDriverItsOwnObjectsInArrays() {
        var wrapping = new Wrapping(Blob.class);
        var blob = wrapping.handle;
        var given = new Object[] {"text", blob, new Object[] {blob}};

        var bare = Wrapped.bareAll(given);

        assertThat(bare[0]).isEqualTo("text");
        assertThat(bare[1]).isSameAs(wrapping.raw.object);
        assertThat((Object[]) bare[2]).containsExactly(wrapping.raw.object);
        assertThat(given[1]).isSameAs(blob);
        var plain = new Object[] {"text"};
        assertThat(Wrapped.bareAll(plain)).isSameAs(plain);
        assertThat(Wrapped.bareAll(null)).isNull();
    }

    /** The drivers cancel through a connection of their own: what fails there says nothing about ours. */
    @Test
    void failingCancelDoesNotCondemnTheConnection() {
        var wrapping = new Wrapping(PreparedStatement.class);
        var failure = new SQLException("cannot connect", "08001");
        wrapping.raw.failure = failure;

        assertThat(catchThrowable(() -> ((PreparedStatement) wrapping.handle).cancel()))
                .isSameAs(failure);
        wrapping.end();

        assertThat(wrapping.times("isValid")).isZero();
        assertThat(wrapping.times("close")).isZero();
    }

    private static int firstOf(InputStream stream) {
        try {
            return stream.read();
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void join(Thread thread) {
        try {
            thread.join();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
