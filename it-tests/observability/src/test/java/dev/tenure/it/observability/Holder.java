package dev.tenure.it.observability;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.FutureTask;

/** A request that has a connection until it is told to give it back. */
final class Holder implements AutoCloseable {

    private final CountDownLatch enough = new CountDownLatch(1);
    private final FutureTask<Void> request;

    private Holder(Application application) throws InterruptedException {
        var held = new CountDownLatch(1);
        var orders = application.bean(Application.Orders.class);
        request = application.requestInBackground(() -> {
            try {
                orders.count();
            } finally {
                held.countDown();
            }
            enough.await();
            return null;
        });
        held.await();
    }

    /** It has it now. */
    static Holder in(Application application) throws InterruptedException {
        return new Holder(application);
    }

    /** It has it no more. */
    void giveBack() throws Exception {
        enough.countDown();
        request.get();
    }

    @Override
    public void close() throws Exception {
        giveBack();
    }
}
