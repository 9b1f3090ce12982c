package dev.tenure.lifetime;

/** What is written down of a connection's present lease besides who has it. Written by the holder; others look at it and may be a moment late. */
final class LeaseNote extends Apart {

    /** The thread that leased it, by number: a reference would cost a collector's barrier, and keep the thread in memory. */
    long thread;
    /** Where it was leased; only with {@code trace}. */
    Throwable firstUse;
    /** Somebody has heard of its beginning, at {@link #heardAt}. */
    boolean heard;

    long heardAt;
}
