package dev.tenure.jdbc;

import dev.tenure.lifetime.Lease;
import java.sql.SQLException;
import java.sql.Struct;
import java.util.Map;

/** Plain delegation and nothing else: errors are noticed, calls that may reach the server are guarded, JDBC objects are wrapped and unwrapped. */
@SuppressWarnings("deprecation") // JDBC still has the methods
final class StructHandle extends Wrapped implements Struct {

    private final Struct struct;

    StructHandle(ConnectionHandle connection, Lease lease, Struct struct) {
        super(connection, lease);
        this.struct = struct;
    }

    @Override
    Object raw() {
        return struct;
    }

    @Override
    public Object[] getAttributes() throws SQLException {
        lease.enter();
        try {
            return wrapAll(struct.getAttributes());
        } catch (Throwable t) {
            lease.saw(t);
            throw t;
        } finally {
            lease.exit();
        }
    }

    @Override
    public Object[] getAttributes(Map<String, Class<?>> map) throws SQLException {
        lease.enter();
        try {
            return wrapAll(struct.getAttributes(map));
        } catch (Throwable t) {
            lease.saw(t);
            throw t;
        } finally {
            lease.exit();
        }
    }

    @Override
    public String getSQLTypeName() throws SQLException {
        lease.enter();
        try {
            return struct.getSQLTypeName();
        } catch (Throwable t) {
            lease.saw(t);
            throw t;
        } finally {
            lease.exit();
        }
    }
}
