package dev.tenure.transaction;

import dev.tenure.lifetime.TransactionMessages;
import dev.tenure.lifetime.TransactionUnit;
import java.lang.System.Logger.Level;
import java.sql.SQLException;
import javax.transaction.xa.XAException;
import javax.transaction.xa.XAResource;
import javax.transaction.xa.Xid;

/**
 * A connection without XA as the manager sees it: the transaction's only resource, or its last one, is committed in one phase, and everything else is
 * rolled back. Autocommit is off from the first call on ({@link TransactionUnit}), so {@link #start} needs no server.
 */
final class LocalResource implements XAResource {

    private static final System.Logger LOG = System.getLogger("dev.tenure");

    private final TransactionUnit unit;

    LocalResource(TransactionUnit unit) {
        this.unit = unit;
    }

    @Override
    public void start(Xid xid, int flags) {
        // the unit has begun
    }

    @Override
    public void end(Xid xid, int flags) {
        // commit or rollback follows
    }

    @Override
    public void commit(Xid xid, boolean onePhase) throws XAException {
        try {
            unit.commitBranch();
        } catch (SQLException | RuntimeException | Error e) {
            throw failure(e, unit.inDoubt() ? XAException.XA_HEURHAZ : XAException.XA_RBROLLBACK);
        }
    }

    @Override
    public void rollback(Xid xid) {
        unit.rollBackBranch();
    }

    /** There is another resource, and no promise can be given. */
    @Override
    public int prepare(Xid xid) throws XAException {
        LOG.log(Level.WARNING, TransactionMessages.onePhaseOnly(unit.databaseName()));
        unit.rollBackBranch();
        throw failure(
                new SQLException(TransactionMessages.onePhaseOnly(unit.databaseName()), "25000"),
                XAException.XA_RBROLLBACK);
    }

    private static XAException failure(Throwable cause, int code) {
        var failure = new XAException(cause.getMessage());
        failure.errorCode = code;
        failure.initCause(cause);
        return failure;
    }

    @Override
    public void forget(Xid xid) {
        // nothing is kept
    }

    @Override
    public Xid[] recover(int flag) {
        return new Xid[0];
    }

    @Override
    public boolean isSameRM(XAResource other) {
        return other == this;
    }

    @Override
    public int getTransactionTimeout() {
        return 0;
    }

    @Override
    public boolean setTransactionTimeout(int seconds) {
        return false;
    }

    @Override
    public String toString() {
        return "local resource, " + unit;
    }
}
