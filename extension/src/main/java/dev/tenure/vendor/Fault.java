package dev.tenure.vendor;

/** What an error says about the connection that it came from (R17). */
public enum Fault {
    /** The connection is lost: discard it, no ping. */
    BROKEN,
    /**
     * The connection lives but its server is no longer the one to talk to (read-only after a fail-over, out of quorum, offline): discard it and retire
     * what was opened to the same place. A ping would say that all is well.
     */
    STALE_ROLE,
    /** The statement failed, the connection is fine. */
    HARMLESS,
    /** Nobody can tell: ping before the next unit gets it. */
    UNKNOWN
}
