package dev.tenure.lifetime;

import java.sql.SQLException;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * A transaction that somebody else manages, and the connections that work in it: one of each database, whoever in the transaction asks. Only one database can
 * take part, because what is a local transaction on each would be half done if the second of them could not commit.
 */
public abstract class JoinableTransaction {

    private final Map<Database, TransactionUnit> units = new ConcurrentHashMap<>(2);
    private volatile TransactionUnit joined;

    /** For who knows the manager. */
    protected JoinableTransaction() {}

    /** The unit of this transaction on a database, made at the first question; without a connection until its first use. */
    final TransactionUnit unit(Holder asker) {
        var unit = units.get(asker.database);
        if (unit == null) {
            unit = units.computeIfAbsent(asker.database, database -> new TransactionUnit(database, this, asker));
        }
        unit.askedBy(asker);
        return unit;
    }

    /**
     * Begins a call on what a holder has made under a lease. What was made before the transaction goes on in it if the connection is the one to borrow.
     *
     * @throws SQLException when the lease has ended, or is not that of this transaction
     */
    final void enter(Lease made, Holder holder) throws SQLException {
        var unit = unit(holder);
        if (made.ended()) {
            throw unit.notHeld(made);
        }
        if (holder == unit) {
            unit.enterAgain(made);
            return;
        }
        if (unit.lease() != null || holder instanceof TransactionUnit) {
            throw TransactionMessages.otherConnection(unit.database.name(), holder.origin());
        }
        unit.enter();
        if (unit.lease() != made) {
            unit.exit();
            throw TransactionMessages.otherConnection(unit.database.name(), holder.origin());
        }
    }

    /**
     * A unit is about to get its connection.
     *
     * @throws SQLException when another database has joined already, or it is too late for anything
     */
    final void admit(TransactionUnit unit) throws SQLException {
        var first = joined;
        if (first != null && first != unit) {
            throw TransactionMessages.secondDatabase(unit.database.name(), first.database.name());
        }
        mustBeOpen(unit.database.name());
    }

    /** The unit has its connection: from here on it ends as the manager says. */
    final void join(TransactionUnit unit) throws SQLException {
        enlist(unit);
        joined = unit;
    }

    /**
     * The manager says that it is over. What it has not told its resources of is rolled back.
     *
     * @see TransactionUnit#rollBackBranch()
     */
    protected final void over() {
        units.values().forEach(TransactionUnit::rollBackBranch);
    }

    /**
     * Whether work can still be added.
     *
     * @param database for the message
     * @throws SQLException when not, saying why
     */
    protected abstract void mustBeOpen(String database) throws SQLException;

    /**
     * Makes the manager end the unit's work with the transaction.
     *
     * @param unit to be told by {@link TransactionUnit#commitBranch} or {@link TransactionUnit#rollBackBranch}
     * @throws SQLException when the manager refuses
     */
    protected abstract void enlist(TransactionUnit unit) throws SQLException;

    /** Work is lost: it must not be committed. Throws nothing, from any thread. */
    protected abstract void setRollbackOnly();
}
