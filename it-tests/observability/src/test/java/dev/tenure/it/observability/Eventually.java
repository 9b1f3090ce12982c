package dev.tenure.it.observability;

import java.util.function.BooleanSupplier;

/** What another thread is about to do. */
final class Eventually {

    private static final long PATIENCE_NANOS = 10_000_000_000L;

    private Eventually() {}

    static void holds(BooleanSupplier condition) throws InterruptedException {
        long deadline = System.nanoTime() + PATIENCE_NANOS;
        while (!condition.getAsBoolean()) {
            if (System.nanoTime() > deadline) {
                throw new AssertionError("not within 10 s");
            }
            Thread.sleep(5);
        }
    }
}
