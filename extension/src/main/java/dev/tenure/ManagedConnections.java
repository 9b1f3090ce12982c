package dev.tenure;

import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;

/**
 * The verbs of the application: an injectable, application-scoped bean. Every verb may be called from any thread; none ever throws because one database
 * failed, and each goes on with the other databases.
 */
public interface ManagedConnections {

    /**
     * The boundary, now (Django's {@code close_old_connections}): idle connections past their age or idle limit are closed, and the calling thread's own
     * are given back if nothing is in progress on them. A transaction is left alone, and counted (R14).
     */
    void closeOld();

    /** Closes every idle connection, whatever its age. */
    void closeIdle();

    /** Soft eviction: nothing opened before now is used by another unit of work again. Units keep what they hold until they end. */
    void retireAll();

    /**
     * Closes every connection that is not in the middle of a call: idle ones at once, held ones with a roll back. Units go on with another one at their
     * next use.
     */
    void closeAll();

    /** Ends the calling thread's unit of work: its thread-scoped connections are given back, uncommitted work is rolled back. */
    void endThread();

    /**
     * Runs a task as a unit of work: with a request context of its own if none is active on this thread; its connections are given back at the end. In
     * an active request context the task joins it: if nothing was in progress before, all is given back at the end and uncommitted work rolled back; else a
     * transaction in progress is left to whoever began it.
     *
     * @param task what to do
     * @param <T> what it returns
     * @return what the task returned
     * @throws Exception what the task threw
     */
    <T> T run(Callable<T> task) throws Exception;

    /**
     * The figures of every database.
     *
     * @return by name of the database
     */
    Map<String, DatabaseStatistics> statistics();

    /**
     * The physical connections that are open now, of every database.
     *
     * @return by database and id
     */
    List<OpenConnection> connections();

    /**
     * Who holds a connection now, of every database: which unit of work, where it is injected, in which thread, for how long, and what is in progress on it.
     * The message of an acquire time-out and the report of a long lease say the same.
     *
     * @return by database and connection
     */
    List<OpenLease> leases();
}
