package dev.tenure.it;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tenure.ThreadScoped;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.BeforeDestroyed;
import jakarta.enterprise.context.control.ActivateRequestContext;
import jakarta.enterprise.inject.spi.BeanManager;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.FutureTask;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** R24, R25 and trap 1: who is told of the end of a request, a thread and the application, and what that ends. */
class EndOfRequestTest {

    private static final AtomicInteger DESTROYED = new AtomicInteger();

    /** A bean of the user's own in our scope. */
    @ThreadScoped
    static class OfThread {
        void exist() {}

        @PreDestroy
        void last() {
            DESTROYED.incrementAndGet();
        }
    }

    /** A request that the container begins and ends, without a call of ours. */
    @ApplicationScoped
    static class OwnRequest {
        @ActivateRequestContext
        void during(Callable<?> task) throws Exception {
            task.call();
        }
    }

    /** What servers fire when the first thread of an asynchronous request leaves it; some never destroy its beans. */
    private static void firstThreadLeaves(Application application) {
        application
                .bean(BeanManager.class)
                .getEvent()
                .select(BeforeDestroyed.Literal.REQUEST)
                .fire("a request");
    }

    @ParameterizedTest
    @EnumSource
    void theEventAloneGivesBackWhatIsQuiescentAndTheHandleStaysUsable(Servers server) throws Exception {
        try (var application = Application.on(server)
                .set("default.max-age", "60")
                .beans(Beans.Orders.class)
                .start()) {
            var orders = application.bean(Beans.Orders.class);
            application.request(() -> {
                long first = Application.connectionId(orders.db());
                assertThat(application.statistics().leased()).isEqualTo(1);

                firstThreadLeaves(application);

                assertThat(application.statistics().leased()).isZero();
                assertThat(Application.connectionId(orders.db())).isEqualTo(first);
                assertThat(application.statistics().leased())
                        .as("given back after each use: nobody may ever tell of another end")
                        .isZero();
                return null;
            });
        }
    }

    @ParameterizedTest
    @EnumSource
    void theEventWithinATransactionWaitsForItsEnd(Servers server) throws Exception {
        server.execute("drop table if exists outlives", "create table outlives (id int)");
        try (var application = Application.on(server)
                .set("default.max-age", "60")
                .beans(Beans.Orders.class)
                .start()) {
            var orders = application.bean(Beans.Orders.class);
            application.request(() -> {
                orders.db().setAutoCommit(false);
                Application.update(orders.db(), "insert into outlives values (1)");

                firstThreadLeaves(application);

                assertThat(application.statistics().leased()).isEqualTo(1);
                Application.update(orders.db(), "insert into outlives values (2)");
                orders.db().commit();
                assertThat(application.statistics().leased()).isZero();
                return null;
            });
            assertThat(server.number("select count(*) from outlives")).isEqualTo(2);
        }
    }

    @ParameterizedTest
    @EnumSource
    void withMaxAgeZeroTheThreadsConnectionEndsWithTheRequestOnIt(Servers server) throws Exception {
        try (var application = Application.on(server)
                .beans(Beans.Worker.class, OwnRequest.class)
                .start()) {
            var worker = application.bean(Beans.Worker.class);
            var request = application.bean(OwnRequest.class);
            Application.onNewThread(() -> {
                long first = Application.connectionId(worker.db());
                assertThat(Application.connectionId(worker.db())).isEqualTo(first);
                request.during(
                        () -> assertThat(Application.connectionId(worker.db())).isEqualTo(first));
                Eventually.equal("open", 0, () -> application.statistics().open());
                return null;
            });
        }
    }

    @ParameterizedTest
    @EnumSource
    void theEndOfTheApplicationDestroysTheBeansOfLiveThreads(Servers server) throws Exception {
        DESTROYED.set(0);
        var leave = new CountDownLatch(1);
        var used = new CountDownLatch(1);
        FutureTask<Void> life;
        try (var application = Application.on(server).beans(OfThread.class).start()) {
            var bean = application.bean(OfThread.class);
            life = new FutureTask<>(() -> {
                bean.exist();
                used.countDown();
                leave.await();
                return null;
            });
            new Thread(life, "it-lives-on").start();
            used.await();
            assertThat(DESTROYED).hasValue(0);
        }
        assertThat(DESTROYED).hasValue(1);
        leave.countDown();
        Application.result(life);
    }
}
