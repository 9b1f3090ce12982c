package dev.tenure.lifetime;

/** Counts what one boundary needs the server for, until it is told. Belongs to whoever holds the connection. */
final class BoundaryTally {

    private boolean rolledBack;
    private boolean reset;
    private boolean pinged;
    private long nanos;

    void rolledBack(long tookNanos) {
        rolledBack = true;
        nanos += tookNanos;
    }

    void reset(long tookNanos) {
        reset = true;
        nanos += tookNanos;
    }

    void pinged(long tookNanos) {
        pinged = true;
        nanos += tookNanos;
    }

    boolean isEmpty() {
        return !pinged && !rolledBack && !reset;
    }

    /** What there was, and begins anew. */
    BoundaryWork take() {
        var work = new BoundaryWork(rolledBack, reset, pinged, nanos);
        rolledBack = false;
        reset = false;
        pinged = false;
        nanos = 0;
        return work;
    }
}
