package dev.tenure.jmx;

import dev.tenure.OpenLease;
import java.util.List;

/** An {@link OpenLease} with getters, because JMX on Java 17 makes no composite data of records. */
public final class HeldConnection {

    private final OpenLease lease;

    HeldConnection(OpenLease lease) {
        this.lease = lease;
    }

    /** Its number within the database. */
    public long getConnectionId() {
        return lease.connectionId();
    }

    /** The unit of work. */
    public String getHolder() {
        return lease.holder();
    }

    /** Where its connection is injected. */
    public List<String> getInjectionPoints() {
        return lease.injectionPoints();
    }

    /** The thread in a call on it, else the one that leased it. */
    public String getThread() {
        return lease.thread();
    }

    /** Whether a call on it is in progress. */
    public boolean isInCall() {
        return lease.inCall();
    }

    /** For how long, in milliseconds. */
    public long getHeldMillis() {
        return lease.held().toMillis();
    }

    /** Open statements. */
    public int getStatements() {
        return lease.statements();
    }

    /** Whether there may be uncommitted work. */
    public boolean isTransaction() {
        return lease.transaction();
    }

    /** The stack of its first use; empty without {@code tenure.<database>.trace}. */
    public List<String> getFirstUse() {
        return lease.firstUse().stream().map(StackTraceElement::toString).toList();
    }
}
