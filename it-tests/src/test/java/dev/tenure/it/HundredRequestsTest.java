package dev.tenure.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.concurrent.FutureTask;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** R20, R22: a server that takes a new thread for each request (Django opens 100 connections here and reuses none). */
class HundredRequestsTest {

    private static final int REQUESTS = 100;

    interface Start {
        Thread start(Runnable task) throws ReflectiveOperationException;
    }

    @ParameterizedTest
    @EnumSource
    void onAHundredThreadsTheyShareOneConnection(Servers server) throws Exception {
        oneConnection(server, task -> {
            var thread = new Thread(task);
            thread.start();
            return thread;
        });
    }

    @ParameterizedTest
    @EnumSource
    void onAHundredVirtualThreadsTheyShareOneConnection(Servers server) throws Exception {
        oneConnection(server, VirtualThreads::start);
    }

    private static void oneConnection(Servers server, Start start) throws Exception {
        try (var application = Application.on(server)
                .set("default.max-age", "60")
                .beans(Beans.Orders.class)
                .start()) {
            var orders = application.bean(Beans.Orders.class);
            var tenure = application.tenure();
            var ids = new HashSet<Long>();
            for (int i = 0; i < REQUESTS; i++) {
                var request = new FutureTask<>(() -> tenure.run(() -> Application.connectionId(orders.db())));
                start.start(request).join();
                ids.add(Application.result(request));
            }
            assertThat(ids).hasSize(1);
            assertThat(application.statistics().opened()).isEqualTo(1);
            assertThat(application.statistics().closedInAll()).isZero();
            server.awaitSessions(1);
        }
    }
}
