package dev.tenure.it;

import java.lang.reflect.Method;
import org.junit.jupiter.api.Assumptions;

/** Threads that JDK 17, for which the tests are compiled, does not have. */
final class VirtualThreads {

    private VirtualThreads() {}

    /** Starts one; skips the test where there are none. */
    static Thread start(Runnable task) {
        if (Runtime.version().feature() < 21) { // 19 and 20 have the method, as a preview that throws
            Assumptions.abort("This JDK has no virtual threads");
        }
        try {
            Method start = Thread.class.getMethod("startVirtualThread", Runnable.class);
            return (Thread) start.invoke(null, task);
        } catch (ReflectiveOperationException e) {
            throw new LinkageError("Thread.startVirtualThread", e);
        }
    }
}
