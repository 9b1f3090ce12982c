package dev.tenure.lifetime;

import java.sql.SQLException;

/** Tells whether the calling thread works in a transaction that somebody else manages. */
@FunctionalInterface
public interface Transactions {

    /**
     * The transaction that is active on the calling thread.
     *
     * @return the same object for as long as it lasts; null if there is none
     * @throws SQLException when it cannot be told
     */
    JoinableTransaction active() throws SQLException;
}
