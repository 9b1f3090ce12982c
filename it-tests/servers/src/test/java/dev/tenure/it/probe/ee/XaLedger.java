package dev.tenure.it.probe.ee;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.sql.Connection;
import java.sql.SQLException;
import javax.naming.InitialContext;
import javax.naming.NamingException;
import javax.sql.DataSource;

/** The managed connection, and one of the server's own pool of XA connections, in one transaction. */
@ApplicationScoped
public class XaLedger {

    /** From {@code web.xml}. */
    private static final String DATA_SOURCE = "java:app/jdbc/xa";

    @Inject
    private Ledger ledger;

    @Inject
    private XaLedger self;

    @Transactional
    public void bookManagedFirst(int managed, int xa) throws SQLException {
        ledger.insert(managed);
        insert(xa);
    }

    @Transactional
    public void bookXaFirst(int managed, int xa) throws SQLException {
        insert(xa);
        ledger.insert(managed);
    }

    @Transactional
    public void bookAndFail(int managed, int xa) throws SQLException {
        bookManagedFirst(managed, xa);
        throw new IllegalStateException("as the test asked");
    }

    /** The managed connection is gone when the manager wants to commit. */
    @Transactional
    public void bookAndBreak(int managed, int xa) throws SQLException {
        bookManagedFirst(managed, xa);
        self.kill(ledger.session());
    }

    /** Beside the transaction. */
    @Transactional(TxType.NOT_SUPPORTED)
    public void kill(long session) throws SQLException {
        execute("kill " + session);
    }

    private static void insert(int id) throws SQLException {
        execute("insert into ledger values (" + id + ")");
    }

    private static void execute(String sql) throws SQLException {
        try (Connection connection = dataSource().getConnection();
                var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    @SuppressWarnings("BanJNDI") // the name is a constant
    private static DataSource dataSource() throws SQLException {
        try {
            return (DataSource) new InitialContext().lookup(DATA_SOURCE);
        } catch (NamingException e) {
            throw new SQLException(e);
        }
    }
}
