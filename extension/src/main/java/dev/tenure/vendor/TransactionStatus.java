package dev.tenure.vendor;

/** Whether the server has a transaction open on a connection. */
public enum TransactionStatus {
    /** Exactly known: there is none, so a rollback would be a wasted round trip. */
    NONE,
    /** Exactly known: there is one. */
    ACTIVE,
    /** Exactly known: there is one, which an error has aborted, so that the server answers a commit by rolling back. */
    FAILED,
    /** The driver does not tell. */
    UNKNOWN;

    /**
     * Whether it is exactly known that there is one.
     *
     * @return false if there is none, or nobody knows
     */
    public boolean open() {
        return this == ACTIVE || this == FAILED;
    }
}
