package dev.tenure.vendor;

import java.sql.SQLException;

/**
 * One session on a server: whether SQL has changed it, and how to bring it back to what it was after the login (R16). Used by one thread at a time, the
 * one that has the connection.
 */
public interface Session {

    /**
     * Whether SQL has changed the session since it was {@link #settled()} last, as the server reports it along with its answers. No round trip.
     *
     * @return false where it does not report, or nobody asked it to
     */
    boolean changed();

    /** What has been changed until now was our own doing: it is what later changes are compared with. */
    void settled();

    /**
     * Brings it back. Not what the configuration adds for each connection ({@code init-sql} and the like), which has to be done again.
     *
     * @return false when that cannot be done safely with this driver: the connection must be closed then
     * @throws SQLException when it failed half way
     */
    boolean reset() throws SQLException;
}
