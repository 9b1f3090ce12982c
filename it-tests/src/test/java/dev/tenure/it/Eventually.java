package dev.tenure.it;

import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import org.assertj.core.api.Assertions;

/** Waits for what happens on another thread or on the server. */
final class Eventually {

    private static final long PATIENCE = TimeUnit.SECONDS.toNanos(5);

    private Eventually() {}

    /** Asserts that it gives a value within 5 s. */
    static <T> void equal(String what, T expected, Callable<T> actual) throws Exception {
        long deadline = System.nanoTime() + PATIENCE;
        T last = actual.call();
        while (!expected.equals(last) && System.nanoTime() < deadline) {
            Thread.sleep(20);
            last = actual.call();
        }
        Assertions.assertThat(last).as(what).isEqualTo(expected);
    }
}
