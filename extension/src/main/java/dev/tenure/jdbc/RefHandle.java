package dev.tenure.jdbc;

import dev.tenure.lifetime.Lease;
import java.sql.Ref;
import java.sql.SQLException;
import java.util.Map;

/** Plain delegation and nothing else: errors are noticed, calls that may reach the server are guarded, JDBC objects are wrapped and unwrapped. */
@SuppressWarnings("deprecation") // JDBC still has the methods
final class RefHandle extends Wrapped implements Ref {

    private final Ref ref;

    RefHandle(ConnectionHandle connection, Lease lease, Ref ref) {
        super(connection, lease);
        this.ref = ref;
    }

    @Override
    Object raw() {
        return ref;
    }

    @Override
    public String getBaseTypeName() throws SQLException {
        lease.enter();
        lease.executed();
        try {
            return ref.getBaseTypeName();
        } catch (Throwable t) {
            lease.saw(t);
            throw t;
        } finally {
            lease.exit();
        }
    }

    @Override
    public Object getObject() throws SQLException {
        lease.enter();
        lease.executed();
        try {
            return wrap(ref.getObject());
        } catch (Throwable t) {
            lease.saw(t);
            throw t;
        } finally {
            lease.exit();
        }
    }

    @Override
    public Object getObject(Map<String, Class<?>> map) throws SQLException {
        lease.enter();
        lease.executed();
        try {
            return wrap(ref.getObject(map));
        } catch (Throwable t) {
            lease.saw(t);
            throw t;
        } finally {
            lease.exit();
        }
    }

    @Override
    public void setObject(Object value) throws SQLException {
        lease.enter();
        lease.executed();
        try {
            ref.setObject(bare(value));
        } catch (Throwable t) {
            lease.saw(t);
            throw t;
        } finally {
            lease.exit();
        }
    }
}
