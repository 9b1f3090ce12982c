package dev.tenure.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** R25: the application ends while its workers live. */
class ShutdownTest {

    private static final int WORKERS = 3;

    @ParameterizedTest
    @EnumSource
    void nothingIsLeftOnTheServerAndNoThread(Servers server) throws Exception {
        var end = new CountDownLatch(1);
        List<Thread> live = new ArrayList<>();
        try {
            try (var application = Application.on(server)
                    .set("default.max-age", "60")
                    .beans(Beans.Worker.class, Beans.Orders.class)
                    .start()) {
                var worker = application.bean(Beans.Worker.class);
                var ready = new CountDownLatch(WORKERS);
                for (int i = 0; i < WORKERS; i++) {
                    boolean inTransaction = i == 0;
                    live.add(new Thread(() -> {
                        try {
                            worker.db().setAutoCommit(!inTransaction);
                            Application.connectionId(worker.db());
                            ready.countDown();
                            end.await();
                        } catch (Exception e) {
                            throw new AssertionError(e);
                        }
                    }));
                }
                live.forEach(Thread::start);
                ready.await();
                var orders = application.bean(Beans.Orders.class);
                application.request(() -> Application.connectionId(orders.db()));
                server.awaitSessions(WORKERS + 1);
            } // which asserts what this test is about, see Application.close
            assertThat(live).allMatch(Thread::isAlive);
        } finally {
            end.countDown();
        }
        for (var thread : live) {
            thread.join();
        }
    }
}
