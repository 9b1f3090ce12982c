package dev.tenure.lifetime;

/** A monotonic clock (R6). Injected, so that tests never sleep. */
@FunctionalInterface
public interface Ticker {

    /**
     * The time.
     *
     * @return nanoseconds from an arbitrary origin; only differences mean anything
     */
    long nanos();
}
