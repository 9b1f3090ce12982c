package dev.tenure.cdi;

import dev.tenure.jdbc.BorrowedConnection;
import jakarta.inject.Inject;
import java.io.PrintWriter;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.SQLFeatureNotSupportedException;
import java.util.logging.Logger;
import javax.sql.DataSource;

/** The bean behind {@code @Inject @Managed DataSource}: gives the connection of the unit of work that is active at the call. */
public class DataSourceBean implements DataSource {

    /** The extension adds the qualifier of the database and scope; the container finds the unit at each call. */
    @Inject
    ConnectionBean connection;

    /** For the container. */
    public DataSourceBean() {}

    @Override
    public Connection getConnection() throws SQLException {
        var held = connection.unwrap(ConnectionBean.class);
        return new BorrowedConnection(held.own(), held.configuredAutocommit());
    }

    @Override
    public Connection getConnection(String username, String password) throws SQLException {
        throw new SQLFeatureNotSupportedException(
                "TNR-0302: A managed DataSource connects as its configuration says (tenure.<database>.user). Use getConnection().");
    }

    @Override
    public PrintWriter getLogWriter() {
        return null;
    }

    @Override
    public void setLogWriter(PrintWriter out) {
        // Tenure logs by System.Logger
    }

    @Override
    public void setLoginTimeout(int seconds) throws SQLException {
        throw new SQLFeatureNotSupportedException("TNR-0303: Set tenure.<database>.connect-timeout instead.");
    }

    @Override
    public int getLoginTimeout() {
        return 0;
    }

    @Override
    public Logger getParentLogger() {
        return Logger.getLogger("dev.tenure");
    }

    @Override
    public <T> T unwrap(Class<T> iface) throws SQLException {
        if (iface.isInstance(this)) {
            return iface.cast(this);
        }
        throw new SQLException("A managed DataSource wraps no " + iface.getName());
    }

    @Override
    public boolean isWrapperFor(Class<?> iface) {
        return iface.isInstance(this);
    }
}
