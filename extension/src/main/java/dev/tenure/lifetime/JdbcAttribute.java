package dev.tenure.lifetime;

import java.sql.Connection;
import java.sql.SQLClientInfoException;
import java.sql.SQLException;
import java.util.Map;
import java.util.Properties;

/** What JDBC lets a user set on a connection, and what must not reach the next unit (R16). */
public enum JdbcAttribute {
    /** {@link Connection#setAutoCommit}. */
    AUTOCOMMIT {
        @Override
        Object read(Connection connection) throws SQLException {
            return connection.getAutoCommit();
        }

        @Override
        void write(Connection connection, Object value) throws SQLException {
            connection.setAutoCommit((Boolean) value);
        }
    },
    /** {@link Connection#setTransactionIsolation}. */
    ISOLATION {
        @Override
        Object read(Connection connection) throws SQLException {
            return connection.getTransactionIsolation();
        }

        @Override
        void write(Connection connection, Object value) throws SQLException {
            connection.setTransactionIsolation((Integer) value);
        }
    },
    /** {@link Connection#setReadOnly}. */
    READ_ONLY {
        @Override
        Object read(Connection connection) throws SQLException {
            return connection.isReadOnly();
        }

        @Override
        void write(Connection connection, Object value) throws SQLException {
            connection.setReadOnly((Boolean) value);
        }
    },
    /** {@link Connection#setCatalog}. */
    CATALOG {
        @Override
        Object read(Connection connection) throws SQLException {
            return connection.getCatalog();
        }

        @Override
        void write(Connection connection, Object value) throws SQLException {
            connection.setCatalog((String) value);
        }
    },
    /** {@link Connection#setSchema}. */
    SCHEMA {
        @Override
        Object read(Connection connection) throws SQLException {
            return connection.getSchema();
        }

        @Override
        void write(Connection connection, Object value) throws SQLException {
            connection.setSchema((String) value);
        }
    },
    /** {@link Connection#setHoldability}. */
    HOLDABILITY {
        @Override
        Object read(Connection connection) throws SQLException {
            return connection.getHoldability();
        }

        @Override
        void write(Connection connection, Object value) throws SQLException {
            connection.setHoldability((Integer) value);
        }
    },
    /** {@link Connection#setNetworkTimeout}, milliseconds. */
    NETWORK_TIMEOUT {
        @Override
        Object read(Connection connection) throws SQLException {
            return connection.getNetworkTimeout();
        }

        @Override
        void write(Connection connection, Object value) throws SQLException {
            connection.setNetworkTimeout(Runnable::run, (Integer) value);
        }
    },
    /** {@link Connection#setTypeMap}. */
    TYPE_MAP {
        @Override
        Object read(Connection connection) throws SQLException {
            return connection.getTypeMap();
        }

        @Override
        @SuppressWarnings("unchecked") // only setTypeMap puts values here
        void write(Connection connection, Object value) throws SQLException {
            connection.setTypeMap((Map<String, Class<?>>) value);
        }
    },
    /** {@link Connection#setClientInfo(Properties)}. */
    CLIENT_INFO {
        @Override
        Object read(Connection connection) throws SQLException {
            var info = new Properties();
            var present = connection.getClientInfo();
            if (present != null) {
                info.putAll(present);
            }
            return info;
        }

        @Override
        void write(Connection connection, Object value) throws SQLClientInfoException {
            connection.setClientInfo((Properties) value);
        }
    };

    abstract Object read(Connection connection) throws SQLException;

    abstract void write(Connection connection, Object value) throws SQLException;
}
