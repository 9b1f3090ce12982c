package dev.tenure.it.probe.ee;

import dev.tenure.Managed;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.TransactionSynchronizationRegistry;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.sql.Connection;
import java.sql.SQLException;

/** What a CDI bean does in transactions. */
@ApplicationScoped
public class Ledger {

    @Inject
    @Managed
    private Connection db;

    @Inject
    private Ledger self;

    @Transactional
    public void book(int... ids) throws SQLException {
        for (int id : ids) {
            insert(id);
        }
    }

    @Transactional
    public void bookAndFail(int id) throws SQLException {
        insert(id);
        throw new IllegalStateException("as the test asked");
    }

    @Transactional
    public void bookAndMark(int id, TransactionSynchronizationRegistry registry) throws SQLException {
        insert(id);
        registry.setRollbackOnly();
    }

    /** The outer one fails after the inner one has committed. */
    @Transactional
    public void bookTwiceAndFail(int outer, int inner) throws SQLException {
        insert(outer);
        self.bookApart(inner);
        insert(outer + 1);
        throw new IllegalStateException("as the test asked");
    }

    @Transactional(TxType.REQUIRES_NEW)
    public void bookApart(int id) throws SQLException {
        insert(id);
    }

    @Transactional
    public String bookAndCommitByHand(int id) throws SQLException {
        insert(id);
        try {
            db.commit();
            return "it was allowed";
        } catch (SQLException e) {
            return e.getMessage();
        }
    }

    /** The database server's number of the session. */
    public long session() throws SQLException {
        try (var statement = db.createStatement();
                var rows = statement.executeQuery("select connection_id()")) {
            rows.next();
            return rows.getLong(1);
        }
    }

    /** In whatever transaction there is. */
    public void insert(int id) throws SQLException {
        try (var statement = db.prepareStatement("insert into ledger values (?)")) {
            statement.setInt(1, id);
            statement.executeUpdate();
        }
    }
}
