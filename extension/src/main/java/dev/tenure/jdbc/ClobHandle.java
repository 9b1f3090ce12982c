package dev.tenure.jdbc;

import dev.tenure.lifetime.Lease;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.Reader;
import java.io.Writer;
import java.sql.Clob;
import java.sql.SQLException;

/** Plain delegation and nothing else: errors are noticed, calls that may reach the server are guarded, JDBC objects are wrapped and unwrapped. */
@SuppressWarnings("deprecation") // JDBC still has the methods
final class ClobHandle extends Wrapped implements Clob {

    private final Clob clob;

    ClobHandle(ConnectionHandle connection, Lease lease, Clob clob) {
        super(connection, lease);
        this.clob = clob;
    }

    @Override
    Object raw() {
        return clob;
    }

    @Override
    public void free() throws SQLException {
        if (!enteredToClose()) {
            return;
        }
        try {
            clob.free();
        } catch (Throwable t) {
            lease.saw(t);
            throw t;
        } finally {
            lease.exit();
        }
    }

    @Override
    public InputStream getAsciiStream() throws SQLException {
        lease.enter();
        lease.executed();
        try {
            return wrap(clob.getAsciiStream());
        } catch (Throwable t) {
            lease.saw(t);
            throw t;
        } finally {
            lease.exit();
        }
    }

    @Override
    public Reader getCharacterStream() throws SQLException {
        lease.enter();
        lease.executed();
        try {
            return wrap(clob.getCharacterStream());
        } catch (Throwable t) {
            lease.saw(t);
            throw t;
        } finally {
            lease.exit();
        }
    }

    @Override
    public Reader getCharacterStream(long length, long length2) throws SQLException {
        lease.enter();
        lease.executed();
        try {
            return wrap(clob.getCharacterStream(length, length2));
        } catch (Throwable t) {
            lease.saw(t);
            throw t;
        } finally {
            lease.exit();
        }
    }

    @Override
    public String getSubString(long length, int number) throws SQLException {
        lease.enter();
        lease.executed();
        try {
            return clob.getSubString(length, number);
        } catch (Throwable t) {
            lease.saw(t);
            throw t;
        } finally {
            lease.exit();
        }
    }

    @Override
    public long length() throws SQLException {
        lease.enter();
        lease.executed();
        try {
            return clob.length();
        } catch (Throwable t) {
            lease.saw(t);
            throw t;
        } finally {
            lease.exit();
        }
    }

    @Override
    public long position(String text, long length) throws SQLException {
        lease.enter();
        lease.executed();
        try {
            return clob.position(text, length);
        } catch (Throwable t) {
            lease.saw(t);
            throw t;
        } finally {
            lease.exit();
        }
    }

    @Override
    public long position(Clob value, long length) throws SQLException {
        lease.enter();
        lease.executed();
        try {
            return clob.position(bare(value), length);
        } catch (Throwable t) {
            lease.saw(t);
            throw t;
        } finally {
            lease.exit();
        }
    }

    @Override
    public OutputStream setAsciiStream(long length) throws SQLException {
        lease.enter();
        lease.executed();
        try {
            return wrap(clob.setAsciiStream(length));
        } catch (Throwable t) {
            lease.saw(t);
            throw t;
        } finally {
            lease.exit();
        }
    }

    @Override
    public Writer setCharacterStream(long length) throws SQLException {
        lease.enter();
        lease.executed();
        try {
            return wrap(clob.setCharacterStream(length));
        } catch (Throwable t) {
            lease.saw(t);
            throw t;
        } finally {
            lease.exit();
        }
    }

    @Override
    public int setString(long length, String text) throws SQLException {
        lease.enter();
        lease.executed();
        try {
            return clob.setString(length, text);
        } catch (Throwable t) {
            lease.saw(t);
            throw t;
        } finally {
            lease.exit();
        }
    }

    @Override
    public int setString(long length, String text, int number, int number2) throws SQLException {
        lease.enter();
        lease.executed();
        try {
            return clob.setString(length, text, number, number2);
        } catch (Throwable t) {
            lease.saw(t);
            throw t;
        } finally {
            lease.exit();
        }
    }

    @Override
    public void truncate(long length) throws SQLException {
        lease.enter();
        lease.executed();
        try {
            clob.truncate(length);
        } catch (Throwable t) {
            lease.saw(t);
            throw t;
        } finally {
            lease.exit();
        }
    }
}
