package dev.tenure.it;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import javax.transaction.xa.XAException;
import javax.transaction.xa.XAResource;
import javax.transaction.xa.Xid;

/** A resource with two phases, say a queue. */
final class TwoPhaseQueue implements XAResource {
    final List<String> calls = Collections.synchronizedList(new ArrayList<>());
    private final boolean refuses;

    TwoPhaseQueue(boolean refuses) {
        this.refuses = refuses;
    }

    @Override
    public void commit(Xid xid, boolean onePhase) {
        calls.add("commit");
    }

    @Override
    public int prepare(Xid xid) throws XAException {
        calls.add("prepare");
        if (refuses) {
            throw new XAException(XAException.XA_RBROLLBACK);
        }
        return XA_OK;
    }

    @Override
    public void rollback(Xid xid) {
        calls.add("rollback");
    }

    @Override
    public void start(Xid xid, int flags) {}

    @Override
    public void end(Xid xid, int flags) {}

    @Override
    public void forget(Xid xid) {}

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
}
