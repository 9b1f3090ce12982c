package dev.tenure.jdbc;

import dev.tenure.lifetime.Lease;
import java.io.InputStream;
import java.io.OutputStream;
import java.sql.Blob;
import java.sql.SQLException;

/** Plain delegation and nothing else: errors are noticed, calls that may reach the server are guarded, JDBC objects are wrapped and unwrapped. */
@SuppressWarnings("deprecation") // JDBC still has the methods
final class BlobHandle extends Wrapped implements Blob {

    private final Blob blob;

    BlobHandle(ConnectionHandle connection, Lease lease, Blob blob) {
        super(connection, lease);
        this.blob = blob;
    }

    @Override
    Object raw() {
        return blob;
    }

    @Override
    public void free() throws SQLException {
        if (!enteredToClose()) {
            return;
        }
        try {
            blob.free();
        } catch (Throwable t) {
            lease.saw(t);
            throw t;
        } finally {
            lease.exit();
        }
    }

    @Override
    public InputStream getBinaryStream() throws SQLException {
        lease.enter();
        lease.executed();
        try {
            return wrap(blob.getBinaryStream());
        } catch (Throwable t) {
            lease.saw(t);
            throw t;
        } finally {
            lease.exit();
        }
    }

    @Override
    public InputStream getBinaryStream(long length, long length2) throws SQLException {
        lease.enter();
        lease.executed();
        try {
            return wrap(blob.getBinaryStream(length, length2));
        } catch (Throwable t) {
            lease.saw(t);
            throw t;
        } finally {
            lease.exit();
        }
    }

    @Override
    public byte[] getBytes(long length, int number) throws SQLException {
        lease.enter();
        lease.executed();
        try {
            return blob.getBytes(length, number);
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
            return blob.length();
        } catch (Throwable t) {
            lease.saw(t);
            throw t;
        } finally {
            lease.exit();
        }
    }

    @Override
    public long position(byte[] bytes, long length) throws SQLException {
        lease.enter();
        lease.executed();
        try {
            return blob.position(bytes, length);
        } catch (Throwable t) {
            lease.saw(t);
            throw t;
        } finally {
            lease.exit();
        }
    }

    @Override
    public long position(Blob value, long length) throws SQLException {
        lease.enter();
        lease.executed();
        try {
            return blob.position(bare(value), length);
        } catch (Throwable t) {
            lease.saw(t);
            throw t;
        } finally {
            lease.exit();
        }
    }

    @Override
    public OutputStream setBinaryStream(long length) throws SQLException {
        lease.enter();
        lease.executed();
        try {
            return wrap(blob.setBinaryStream(length));
        } catch (Throwable t) {
            lease.saw(t);
            throw t;
        } finally {
            lease.exit();
        }
    }

    @Override
    public int setBytes(long length, byte[] bytes) throws SQLException {
        lease.enter();
        lease.executed();
        try {
            return blob.setBytes(length, bytes);
        } catch (Throwable t) {
            lease.saw(t);
            throw t;
        } finally {
            lease.exit();
        }
    }

    @Override
    public int setBytes(long length, byte[] bytes, int number, int number2) throws SQLException {
        lease.enter();
        lease.executed();
        try {
            return blob.setBytes(length, bytes, number, number2);
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
            blob.truncate(length);
        } catch (Throwable t) {
            lease.saw(t);
            throw t;
        } finally {
            lease.exit();
        }
    }
}
