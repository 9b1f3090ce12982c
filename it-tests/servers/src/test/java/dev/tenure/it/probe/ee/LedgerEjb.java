package dev.tenure.it.probe.ee;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.sql.SQLException;

/** Transactions of the EJB container's. */
@Stateless
public class LedgerEjb {

    @Inject
    private Ledger ledger;

    public void book(int id) throws SQLException {
        ledger.insert(id);
    }

    public void bookAndFail(int id) throws SQLException {
        ledger.insert(id);
        throw new IllegalStateException("as the test asked");
    }
}
