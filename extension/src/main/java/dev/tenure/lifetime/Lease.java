package dev.tenure.lifetime;

import dev.tenure.vendor.Fault;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;

/**
 * A unit's exclusive right to one physical connection. What was made under a lease (statements, metadata, blobs) belongs to it and is of no use once it
 * has ended, so that nobody reaches a connection that has become another's (R20).
 */
public final class Lease {

    /** Changes when a transaction borrows or returns it, under the guards of both; who reads the old one is turned away there. */
    private Holder holder;

    private final PhysicalConnection connection;
    private static final VarHandle ENDED;

    static {
        try {
            ENDED = MethodHandles.lookup().findVarHandle(Lease.class, "ended", boolean.class);
        } catch (ReflectiveOperationException e) {
            throw new ExceptionInInitializerError(e);
        }
    }

    /** Written under the unit's guard, which orders it with all that matters; for the rest release and acquire will do, and cost nothing. */
    @SuppressWarnings("UnusedVariable") // read through ENDED
    private boolean ended;

    Lease(Holder holder, PhysicalConnection connection) {
        this.holder = holder;
        this.connection = connection;
    }

    /**
     * Begins a call that may reach the server.
     *
     * @throws SQLException when the lease has ended, or another thread is in a call of this unit (R23)
     */
    public void enter() throws SQLException {
        holder.enter(this);
    }

    /**
     * Begins a call that only closes something, which is allowed whatever transaction is active.
     *
     * @throws SQLException when the lease has ended, or another thread is in a call of this unit (R23)
     */
    public void enterToClose() throws SQLException {
        holder.enterHeld(this);
    }

    /** Ends the call that {@link #enter()} or {@link Holder#enter()} began. */
    public void exit() {
        holder.exit();
    }

    /** Commits or rolls back. */
    void endTransaction(boolean commit) throws SQLException {
        try {
            if (commit) {
                connection.raw.commit();
            } else {
                connection.raw.rollback();
            }
            connection.transactionEnded();
            connection.suspect = false; // the server answered
        } catch (Throwable t) {
            saw(t);
            throw t;
        }
    }

    /**
     * Takes note of an error; the caller gets the driver's own exception (R17).
     *
     * @param thrown what the driver threw
     */
    public void saw(Throwable thrown) {
        if (ended()) {
            return; // the connection may be another's by now
        }
        holder.noticed(thrown);
        boolean readOnly = Boolean.TRUE.equals(holder.wanted(JdbcAttribute.READ_ONLY));
        Fault fault = connection.vendor.fault(thrown, connection.raw, readOnly);
        switch (fault) {
            case BROKEN -> holder.lost(this);
            case STALE_ROLE -> holder.lostRole(this);
            case UNKNOWN -> connection.suspect = true;
            case HARMLESS -> {
                // says nothing about the connection
            }
        }
    }

    /** Something failed that may or may not be the connection's fault: it is pinged at the boundary. */
    public void doubt() {
        if (!ended()) {
            connection.suspect = true;
        }
    }

    /**
     * A statement was made.
     *
     * @param raw the driver's
     */
    public void opened(Statement raw) {
        connection.statements.add(raw);
    }

    /**
     * A statement was closed, by whomever.
     *
     * @param raw the driver's
     */
    public void closed(Statement raw) {
        for (int i = connection.statements.size() - 1; i >= 0; i--) {
            if (connection.statements.get(i) == raw) {
                connection.statements.remove(i);
                return;
            }
        }
    }

    /** A statement of the user's is about to be sent: from here on there may be uncommitted work. */
    public void executed() {
        connection.touched();
        connection.worked = true;
    }

    /** Something else is about to be sent that may begin a transaction but changes no data: a question about metadata, say. */
    public void asked() {
        connection.touched();
    }

    /**
     * The driver's own object was handed to the user. What is done with it is not seen: so the connection is pinged at the boundary, and its JDBC
     * attributes are compared with what they are now.
     */
    public void unwrapped() {
        connection.expose();
    }

    /**
     * Whether it is over.
     *
     * @return true once the connection was given back
     */
    public boolean ended() {
        return (boolean) ENDED.getAcquire(this);
    }

    /**
     * The driver's connection.
     *
     * @return not wrapped
     */
    public Connection physical() {
        return connection.raw;
    }

    Holder holder() {
        return holder;
    }

    /** Its unit lends it or takes it back. */
    void moveTo(Holder other, long now) {
        holder = other;
        connection.handTo(other, now);
    }

    PhysicalConnection connection() {
        return connection;
    }

    void end() {
        ENDED.setRelease(this, true);
    }
}
