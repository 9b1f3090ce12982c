package dev.tenure.vendor;

/** Whether the server has a transaction open on a connection. */
public enum TransactionStatus {
    /** Exactly known: there is none, so a rollback would be a wasted round trip. */
    NONE,
    /** Exactly known: there is one. */
    ACTIVE,
    /** The driver does not tell. */
    UNKNOWN
}
