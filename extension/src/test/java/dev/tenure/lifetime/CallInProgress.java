package dev.tenure.lifetime;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;

/** A thread that is in a call of a unit until the test lets it go. */
final class CallInProgress {

    private final CountDownLatch inside = new CountDownLatch(1);
    private final CountDownLatch go = new CountDownLatch(1);
    private final CompletableFuture<Void> worker;

    /** Returns when the thread is inside. */
    CallInProgress(UnitOfWork unit) throws InterruptedException {
        worker = CompletableFuture.runAsync(() -> {
            try {
                unit.enter();
                inside.countDown();
                go.await();
                unit.exit();
            } catch (Exception e) {
                throw new AssertionError(e);
            }
        });
        inside.await();
    }

    /** Returns when the thread has left. */
    void end() throws Exception {
        go.countDown();
        worker.get();
    }
}
