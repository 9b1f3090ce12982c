package dev.tenure.vendor;

import java.util.concurrent.TimeUnit;

/** Nanoseconds in the units that drivers take: rounded up and at least 1, because 0 means "for ever" to them. */
final class Timeouts {

    private Timeouts() {}

    static int seconds(long nanos) {
        return roundedUp(nanos, TimeUnit.SECONDS);
    }

    static int millis(long nanos) {
        return roundedUp(nanos, TimeUnit.MILLISECONDS);
    }

    private static int roundedUp(long nanos, TimeUnit unit) {
        long whole = unit.convert(nanos, TimeUnit.NANOSECONDS);
        boolean exact = unit.toNanos(whole) == nanos;
        return (int) Math.min(Integer.MAX_VALUE, Math.max(1, exact ? whole : whole + 1));
    }
}
