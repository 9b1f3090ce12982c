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

    /**
     * The time as exactly as it can be had; {@link #nanos()} may lag behind it by {@link CoarseTicker#TICK_NANOS}.
     *
     * @return on the same scale
     */
    default long exactNanos() {
        return nanos();
    }
}
