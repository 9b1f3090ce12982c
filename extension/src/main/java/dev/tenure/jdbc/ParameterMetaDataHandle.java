package dev.tenure.jdbc;

import dev.tenure.lifetime.Lease;
import java.sql.ParameterMetaData;
import java.sql.SQLException;

/** Plain delegation and nothing else: errors are noticed, calls that may reach the server are guarded, JDBC objects are wrapped and unwrapped. */
@SuppressWarnings("deprecation") // JDBC still has the methods
final class ParameterMetaDataHandle extends Wrapped implements ParameterMetaData {

    private final ParameterMetaData metaData;

    ParameterMetaDataHandle(ConnectionHandle connection, Lease lease, ParameterMetaData metaData) {
        super(connection, lease);
        this.metaData = metaData;
    }

    @Override
    Object raw() {
        return metaData;
    }

    @Override
    public String getParameterClassName(int number) throws SQLException {
        lease.enter();
        lease.asked();
        try {
            return metaData.getParameterClassName(number);
        } catch (Throwable t) {
            lease.saw(t);
            throw t;
        } finally {
            lease.exit();
        }
    }

    @Override
    public int getParameterCount() throws SQLException {
        try {
            return metaData.getParameterCount();
        } catch (Throwable t) {
            lease.saw(t);
            throw t;
        }
    }

    @Override
    public int getParameterMode(int number) throws SQLException {
        lease.enter();
        lease.asked();
        try {
            return metaData.getParameterMode(number);
        } catch (Throwable t) {
            lease.saw(t);
            throw t;
        } finally {
            lease.exit();
        }
    }

    @Override
    public int getParameterType(int number) throws SQLException {
        lease.enter();
        lease.asked();
        try {
            return metaData.getParameterType(number);
        } catch (Throwable t) {
            lease.saw(t);
            throw t;
        } finally {
            lease.exit();
        }
    }

    @Override
    public String getParameterTypeName(int number) throws SQLException {
        lease.enter();
        lease.asked();
        try {
            return metaData.getParameterTypeName(number);
        } catch (Throwable t) {
            lease.saw(t);
            throw t;
        } finally {
            lease.exit();
        }
    }

    @Override
    public int getPrecision(int number) throws SQLException {
        lease.enter();
        lease.asked();
        try {
            return metaData.getPrecision(number);
        } catch (Throwable t) {
            lease.saw(t);
            throw t;
        } finally {
            lease.exit();
        }
    }

    @Override
    public int getScale(int number) throws SQLException {
        lease.enter();
        lease.asked();
        try {
            return metaData.getScale(number);
        } catch (Throwable t) {
            lease.saw(t);
            throw t;
        } finally {
            lease.exit();
        }
    }

    @Override
    public int isNullable(int number) throws SQLException {
        lease.enter();
        lease.asked();
        try {
            return metaData.isNullable(number);
        } catch (Throwable t) {
            lease.saw(t);
            throw t;
        } finally {
            lease.exit();
        }
    }

    @Override
    public boolean isSigned(int number) throws SQLException {
        lease.enter();
        lease.asked();
        try {
            return metaData.isSigned(number);
        } catch (Throwable t) {
            lease.saw(t);
            throw t;
        } finally {
            lease.exit();
        }
    }
}
