package dev.tenure.jdbc;

import dev.tenure.lifetime.Lease;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.Reader;
import java.io.Writer;
import java.sql.SQLException;
import java.sql.SQLXML;
import javax.xml.transform.Result;
import javax.xml.transform.Source;

/** Plain delegation and nothing else: errors are noticed, calls that may reach the server are guarded, JDBC objects are wrapped and unwrapped. */
@SuppressWarnings("deprecation") // JDBC still has the methods
final class SQLXMLHandle extends Wrapped implements SQLXML {

    private final SQLXML xml;

    SQLXMLHandle(ConnectionHandle connection, Lease lease, SQLXML xml) {
        super(connection, lease);
        this.xml = xml;
    }

    @Override
    Object raw() {
        return xml;
    }

    @Override
    public void free() throws SQLException {
        if (!enteredToClose()) {
            return;
        }
        try {
            xml.free();
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
        try {
            return wrap(xml.getBinaryStream());
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
        try {
            return wrap(xml.getCharacterStream());
        } catch (Throwable t) {
            lease.saw(t);
            throw t;
        } finally {
            lease.exit();
        }
    }

    @Override
    public <T extends Source> T getSource(Class<T> type) throws SQLException {
        lease.enter();
        try {
            return xml.getSource(type);
        } catch (Throwable t) {
            lease.saw(t);
            throw t;
        } finally {
            lease.exit();
        }
    }

    @Override
    public String getString() throws SQLException {
        lease.enter();
        try {
            return xml.getString();
        } catch (Throwable t) {
            lease.saw(t);
            throw t;
        } finally {
            lease.exit();
        }
    }

    @Override
    public OutputStream setBinaryStream() throws SQLException {
        lease.enter();
        try {
            return wrap(xml.setBinaryStream());
        } catch (Throwable t) {
            lease.saw(t);
            throw t;
        } finally {
            lease.exit();
        }
    }

    @Override
    public Writer setCharacterStream() throws SQLException {
        lease.enter();
        try {
            return wrap(xml.setCharacterStream());
        } catch (Throwable t) {
            lease.saw(t);
            throw t;
        } finally {
            lease.exit();
        }
    }

    @Override
    public <T extends Result> T setResult(Class<T> type) throws SQLException {
        lease.enter();
        try {
            return xml.setResult(type);
        } catch (Throwable t) {
            lease.saw(t);
            throw t;
        } finally {
            lease.exit();
        }
    }

    @Override
    public void setString(String text) throws SQLException {
        lease.enter();
        try {
            xml.setString(text);
        } catch (Throwable t) {
            lease.saw(t);
            throw t;
        } finally {
            lease.exit();
        }
    }
}
