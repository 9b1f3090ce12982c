package dev.tenure.lifetime;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("R21: waiters")
@Timeout(60)
class WaitersTest {

    /** Longer than a test may take, so that whoever finds something only at the end of its time fails it. */
    private static final long LONG = TimeUnit.DAYS.toNanos(1);

    private static final long NONE = 0;
    private static final long SOON = Waiters.LOOK_NANOS;

    private final ConcurrentLinkedQueue<String> free = new ConcurrentLinkedQueue<>();
    private final AtomicInteger searches = new AtomicInteger();

    /** Whoever keeps watch does not look around. */
    private Waiters<String> waiters(long patience) {
        return waiters(patience, LONG);
    }

    private Waiters<String> waiters(long patience, long lookAfter) {
        return new Waiters<>(
                () -> !free.isEmpty(), free::poll, free::add, searches::incrementAndGet, patience, lookAfter);
    }

    /** One that waits, behind those that do already. */
    private static Thread start(Waiters<String> waiters, Runnable wait) {
        int ahead = waiters.size();
        var thread = new Thread(wait);
        thread.start();
        until(() -> waiters.size() == ahead + 1);
        return thread;
    }

    @Test
    @DisplayName("R21: in the order in which they came")
    void inOrder() throws Exception {
        var waiters = waiters(NONE);
        var order = new LinkedBlockingQueue<Integer>();
        var threads = new ArrayList<Thread>();
        for (int i = 0; i < 5; i++) {
            int number = i;
            threads.add(start(waiters, () -> {
                if (waiters.await(LONG) != null) {
                    order.add(number);
                }
            }));
        }

        for (int i = 0; i < 5; i++) {
            free.add("one");
            waiters.serve();
            assertThat(order.take()).isEqualTo(i);
        }

        for (var thread : threads) {
            thread.join();
        }
        assertThat(waiters.size()).isZero();
    }

    @Test
    @DisplayName("R21: to one that was called in vain what becomes free is given, so that nobody comes before it")
    void handedOver() throws Exception {
        var waiters = waiters(NONE);
        var first = new ArrayBlockingQueue<String>(1);
        var thread = start(waiters, () -> first.add(waiters.await(LONG)));
        var second = start(waiters, () -> waiters.await(LONG));
        assertThat(waiters.comeFirst()).as("before it was called").isFalse();
        waiters.serve(); // another one has come before it
        until(waiters::comeFirst);

        free.add("one");
        waiters.serve();

        assertThat(free).isEmpty();
        assertThat(first.take()).isEqualTo("one");
        thread.join();
        second.interrupt();
        second.join();
    }

    @Test
    @DisplayName("R21: one that was called in vain is patient for a while, and another one may come before it")
    void patient() throws Exception {
        var looks = new AtomicInteger();
        var waiters = new Waiters<String>(
                () -> !free.isEmpty(),
                () -> {
                    looks.incrementAndGet();
                    return free.poll();
                },
                free::add,
                searches::incrementAndGet,
                LONG,
                LONG);
        var thread = new Thread(() -> waiters.await(LONG));
        thread.start();
        until(() -> looks.get() == 1);
        waiters.serve(); // in vain
        until(() -> looks.get() == 2);

        free.add("one");
        waiters.serve();

        assertThat(free).as("not handed over").hasSize(1);
        assertThat(waiters.comeFirst()).isFalse();
        thread.interrupt();
        thread.join();
    }

    /** The third one is there because whoever is last keeps watch and wakes for that. */
    @ParameterizedTest
    @ValueSource(longs = {NONE, 100_000_000})
    @DisplayName("R21: what else has become free while the first one was patient is not forgotten")
    void freeDuringPatience(long patience) throws Exception {
        var waiters = waiters(patience);
        var served = new LinkedBlockingQueue<String>();
        var threads = new ArrayList<Thread>();
        for (int i = 0; i < 3; i++) {
            threads.add(start(waiters, () -> {
                var one = waiters.await(LONG);
                if (one != null) {
                    served.add(one);
                }
            }));
        }
        waiters.serve(); // in vain
        if (patience == NONE) {
            until(waiters::comeFirst);
        }
        free.add("one");
        free.add("two");
        waiters.serve(); // the first one is given what is free; or it is patient, and not called again

        assertThat(List.of(served.take(), served.take())).containsExactlyInAnyOrder("one", "two");
        threads.get(2).interrupt();
        for (var thread : threads) {
            thread.join();
        }
    }

    @Test
    @DisplayName("R10, R21: once somebody has waited for a while, a search begins for what nobody will free")
    void search() {
        assertThat(waiters(LONG, SOON).await(TimeUnit.SECONDS.toNanos(1))).isNull();
        assertThat(searches).as("begun once").hasValue(1);
    }

    @Test
    @DisplayName(
            "R21: whoever is called or served while it searches does not sleep through it, even if it has slept in the search")
    void searchUsesUpThePermit() throws Exception {
        var waiters = new AtomicReference<Waiters<String>>();
        Runnable search = () -> {
            free.add("one");
            waiters.get().serve(); // as another thread does
            LockSupport.park(); // as at a lock; the permit is there
            searches.incrementAndGet();
        };
        waiters.set(new Waiters<>(() -> !free.isEmpty(), free::poll, free::add, search, LONG, SOON));

        assertThat(waiters.get().await(LONG)).isEqualTo("one");
        assertThat(searches).hasValue(1);
    }

    @ParameterizedTest
    @ValueSource(longs = {NONE, 1_000_000_000})
    @DisplayName("R21: what became free without a word is found by the one that keeps watch, for the one that is first")
    void lookAround(long patience) throws Exception {
        var waiters = waiters(patience, SOON);
        var served = new ArrayBlockingQueue<String>(1);
        var watch = start(waiters, () -> assertThat(waiters.await(LONG)).isNull());
        until(() -> watch.getState() == Thread.State.TIMED_WAITING);
        var first = start(waiters, () -> served.add(waiters.await(LONG)));
        var last = start(waiters, () -> assertThat(waiters.await(LONG)).isNull());
        until(() -> last.getState() == Thread.State.WAITING);
        watch.interrupt();
        watch.join();
        until(() -> last.getState() == Thread.State.TIMED_WAITING);

        free.add("one"); // and nobody is told

        assertThat(served.take()).isEqualTo("one");
        first.join();
        last.interrupt();
        last.join();
    }

    @Test
    @DisplayName("R21: one keeps watch over everybody's time, the others sleep without an alarm")
    void watch() throws Exception {
        var waiters = waiters(LONG);
        var ends = new LinkedBlockingQueue<Thread>();
        var threads = new ArrayList<Thread>();
        for (int i = 0; i < 3; i++) {
            threads.add(start(waiters, () -> {
                if (waiters.await(TimeUnit.SECONDS.toNanos(2)) == null) {
                    ends.add(Thread.currentThread());
                }
            }));
        }
        until(() -> threads.get(1).getState() == Thread.State.WAITING);
        until(() -> threads.get(2).getState() == Thread.State.WAITING);
        assertThat(threads.get(0).getState()).isEqualTo(Thread.State.TIMED_WAITING);

        assertThat(List.of(ends.take(), ends.take(), ends.take())).containsExactlyInAnyOrderElementsOf(threads);
    }

    @Test
    @DisplayName("R21: when the one that keeps watch is served, the last one does, and sees to the time of all")
    void watchIsHandedOn() throws Exception {
        var waiters = waiters(LONG);
        var ends = new LinkedBlockingQueue<Thread>();
        var threads = new ArrayList<Thread>();
        for (int i = 0; i < 3; i++) {
            int number = i;
            var thread = start(waiters, () -> {
                waiters.await(number == 2 ? LONG : TimeUnit.SECONDS.toNanos(2));
                ends.add(Thread.currentThread());
            });
            threads.add(thread);
            until(() -> thread.getState() == (number == 0 ? Thread.State.TIMED_WAITING : Thread.State.WAITING));
        }

        free.add("one");
        waiters.serve();
        assertThat(ends.take()).isEqualTo(threads.get(0));

        until(() -> threads.get(2).getState() == Thread.State.TIMED_WAITING);
        assertThat(ends.take()).isEqualTo(threads.get(1));
        threads.get(2).interrupt();
        assertThat(ends.take()).isEqualTo(threads.get(2));
    }

    @Test
    @DisplayName("R21: who has less time than those before has an alarm of its own")
    void shorterTime() throws Exception {
        var waiters = waiters(LONG, SOON);
        var first = new Thread(() -> waiters.await(LONG));
        first.start();
        until(() -> first.getState() == Thread.State.TIMED_WAITING && searches.get() == 1);

        var second = new Thread(() -> waiters.await(TimeUnit.SECONDS.toNanos(1)));
        second.start();
        until(() -> second.getState() == Thread.State.TIMED_WAITING);
        assertThat(waiters.await(TimeUnit.SECONDS.toNanos(1)))
                .as("after one that is no measure")
                .isNull();

        second.join();
        first.interrupt();
        first.join();
    }

    @Test
    @DisplayName("R21: one that has just come is called, and takes for itself")
    void called() throws Exception {
        var taker = new AtomicReference<Thread>();
        var waiters = new Waiters<String>(
                () -> !free.isEmpty(),
                () -> {
                    var one = free.poll();
                    if (one != null) {
                        taker.set(Thread.currentThread());
                    }
                    return one;
                },
                free::add,
                searches::incrementAndGet,
                LONG,
                LONG);
        var first = new ArrayBlockingQueue<String>(1);
        var thread = start(waiters, () -> first.add(waiters.await(LONG)));
        assertThat(waiters.comeFirst()).isFalse();

        free.add("one");
        waiters.serve();

        assertThat(first.take()).isEqualTo("one");
        assertThat(taker).hasValue(thread);
        assertThat(searches).hasValue(0);
        thread.join();
    }

    @Test
    @DisplayName("R21: whoever has begun to wait takes nothing before those who came earlier")
    void notBeforeOthers() throws Exception {
        var waiters = waiters(LONG);
        var first = new ArrayBlockingQueue<String>(1);
        var thread = new Thread(() -> first.add(waiters.await(LONG)));
        thread.start();
        until(() -> thread.getState() == Thread.State.TIMED_WAITING);

        free.add("one"); // nobody has been called yet
        assertThat(waiters.await(1)).isNull();

        assertThat(first.take()).as("called when the other one gave up").isEqualTo("one");
        thread.join();
    }

    @Test
    @DisplayName("R21: one that has just come takes, and the next one is called when there is more")
    void calledOneAfterAnother() throws Exception {
        var waiters = waiters(LONG);
        var served = new LinkedBlockingQueue<String>();
        var threads = List.of(
                new Thread(() -> served.add(waiters.await(LONG))), new Thread(() -> served.add(waiters.await(LONG))));
        for (var thread : threads) {
            thread.start();
        }
        until(() -> waiters.size() == 2);

        free.add("one");
        free.add("two");
        waiters.serve();

        assertThat(List.of(served.take(), served.take())).containsExactlyInAnyOrder("one", "two");
        for (var thread : threads) {
            thread.join();
        }
    }

    @Test
    @DisplayName("R21: whoever gives up lets the next one be first")
    void givingUp() throws Exception {
        var waiters = waiters(NONE);
        var served = new ArrayBlockingQueue<String>(1);
        var first = start(waiters, () -> {
            if (waiters.await(LONG) == null && Thread.currentThread().isInterrupted()) {
                served.add("interrupted");
            }
        });
        var second = start(waiters, () -> served.add(waiters.await(LONG)));

        first.interrupt();
        assertThat(served.take()).isEqualTo("interrupted");
        free.add("one");
        waiters.serve();

        assertThat(served.take()).isEqualTo("one");
        first.join();
        second.join();
        assertThat(waiters.size()).isZero();
    }

    @Test
    @DisplayName("R21: the wait is bounded, before and after the patience")
    void bounded() {
        assertThat(waiters(LONG).await(1)).isNull();
        assertThat(waiters(NONE).await(1000)).isNull();
        assertThat(waiters(NONE).await(0)).isNull();
    }

    /** Nobody calls a waiter once more; a call that is lost is a thread that never ends. */
    @ParameterizedTest
    @ValueSource(longs = {NONE, 20_000, Waiters.PATIENCE_NANOS, 2_000_000})
    @DisplayName("R21: no call is lost")
    void noCallIsLost(long patience) throws Exception {
        var waiters = waiters(patience);
        free.add("one");
        free.add("two");
        var inUse = new AtomicInteger();
        var threads = Executors.newFixedThreadPool(8);
        var ends = new ArrayList<Future<?>>();
        for (int i = 0; i < 8; i++) {
            ends.add(threads.submit(() -> {
                for (int k = 0; k < 5_000; k++) {
                    var mine = waiters.comeFirst() ? null : free.poll();
                    mine = mine == null ? waiters.await(LONG) : mine;
                    assertThat(mine).isNotNull();
                    assertThat(inUse.incrementAndGet()).isLessThanOrEqualTo(2);
                    inUse.decrementAndGet();
                    free.add(mine);
                    waiters.serve();
                }
            }));
        }
        for (var end : ends) {
            end.get();
        }
        threads.shutdown();
        assertThat(waiters.size()).isZero();
        assertThat(free).containsExactlyInAnyOrder("one", "two");
    }

    private static void until(BooleanSupplier condition) {
        while (!condition.getAsBoolean()) {
            Thread.onSpinWait();
        }
    }
}
