package dev.tenure.it;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tenure.CloseReason;
import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.concurrent.FutureTask;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** R6, R21, R22: what is kept, by whom, how long. */
class ReuseTest {

    interface Start {
        Thread start(Runnable task) throws ReflectiveOperationException;
    }

    @ParameterizedTest
    @EnumSource
    void aHundredRequestsOnAHundredThreadsShareOneConnection(Servers server) throws Exception {
        hundredRequests(server, task -> {
            var thread = new Thread(task);
            thread.start();
            return thread;
        });
    }

    @ParameterizedTest
    @EnumSource
    void aHundredRequestsOnAHundredVirtualThreadsShareOneConnection(Servers server) throws Exception {
        Method startVirtual;
        try {
            startVirtual = Thread.class.getMethod("startVirtualThread", Runnable.class);
        } catch (NoSuchMethodException e) {
            Assumptions.abort("This JDK has no virtual threads");
            return;
        }
        hundredRequests(server, task -> (Thread) startVirtual.invoke(null, task));
    }

    private static void hundredRequests(Servers server, Start start) throws Exception {
        try (var application = Application.on(server)
                .set("default.max-age", "60")
                .beans(Beans.Requests.class)
                .start()) {
            var requests = application.bean(Beans.Requests.class);
            var tenure = application.tenure();
            var ids = new HashSet<Long>();
            for (int i = 0; i < 100; i++) {
                var request = new FutureTask<>(() -> tenure.run(() -> Application.connectionId(requests.db())));
                start.start(request).join();
                ids.add(request.get());
            }
            assertThat(ids).hasSize(1);
            assertThat(application.statistics().opened()).isEqualTo(1);
        }
    }

    @ParameterizedTest
    @EnumSource
    void ageZeroOpensOneConnectionARequestAndLeavesNone(Servers server) throws Exception {
        try (var application =
                Application.on(server).beans(Beans.Requests.class).start()) {
            var requests = application.bean(Beans.Requests.class);
            var ids = new HashSet<Long>();
            for (int i = 0; i < 10; i++) {
                ids.add(requests.job());
            }
            assertThat(ids).hasSize(10);
            assertThat(Application.eventually(() -> application.closed(CloseReason.END_OF_UNIT) == 10))
                    .isTrue();
            assertThat(application.statistics().open()).isZero();
            assertThat(server.sessions()).isZero();
        }
    }

    @ParameterizedTest
    @EnumSource
    void aShortAgeKeepsWithinItAndReplacesAfterIt(Servers server) throws Exception {
        try (var application = Application.on(server)
                .set("default.max-age", "2")
                .set("default.max-age-jitter", "0%")
                .beans(Beans.Requests.class)
                .start()) {
            var requests = application.bean(Beans.Requests.class);
            long first = requests.job();
            assertThat(requests.job()).isEqualTo(first);
            Thread.sleep(2_200);
            assertThat(requests.job()).isNotEqualTo(first);
            assertThat(application.closed(CloseReason.MAX_AGE)).isEqualTo(1);
        }
    }

    @ParameterizedTest
    @EnumSource
    void unlimitedIsKept(Servers server) throws Exception {
        try (var application = Application.on(server)
                .set("default.max-age", "unlimited")
                .beans(Beans.Requests.class)
                .start()) {
            var requests = application.bean(Beans.Requests.class);
            long first = requests.job();
            Thread.sleep(2_200);
            assertThat(requests.job()).isEqualTo(first);
        }
    }

    @ParameterizedTest
    @EnumSource
    void tenThreadsOfTenWorkersStayUnderTheCap(Servers server) throws Exception {
        try (var application = Application.on(server)
                .set("default.max-age", "60")
                .set("default.max-connections", "5")
                .beans(Beans.Worker.class)
                .start()) {
            var worker = application.bean(Beans.Worker.class);
            List<FutureTask<Integer>> tasks = new ArrayList<>();
            for (int i = 0; i < 100; i++) {
                var task = new FutureTask<>(() -> {
                    for (int round = 0; round < 5; round++) {
                        worker.db().setAutoCommit(false);
                        worker.work();
                        worker.db().commit();
                    }
                    return 5;
                });
                tasks.add(task);
                new Thread(task, "worker-" + i).start();
            }
            int most = 0;
            while (tasks.stream().anyMatch(task -> !task.isDone())) {
                most = Math.max(most, server.sessions());
            }
            for (var task : tasks) {
                assertThat(task.get()).isEqualTo(5);
            }
            assertThat(most).isBetween(1, 5);
            assertThat(application.statistics().opened()).isLessThanOrEqualTo(5);
        }
    }
}
