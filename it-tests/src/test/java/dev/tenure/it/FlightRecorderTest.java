package dev.tenure.it;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.FutureTask;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Predicate;
import java.util.stream.Stream;
import jdk.jfr.Timespan;
import jdk.jfr.consumer.RecordedEvent;
import jdk.jfr.consumer.RecordingStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The events of the Flight Recorder, read back by a stream from a running application. */
class FlightRecorderTest {

    private static final String OURS = "dev.tenure.";
    private static final String PLACES = "Customers.db, Orders.db, Orders.source";
    private static final String UNIT = "request of " + PLACES;
    private static final Duration TENTH = Duration.ofMillis(100);

    private static final List<Seen> STREAMED = new CopyOnWriteArrayList<>();
    private static RecordingStream stream;

    /** An event. */
    private record Seen(
            String name, Instant begin, Instant end, Duration duration, String thread, Map<String, Object> values) {

        static Seen of(RecordedEvent event) {
            var values = new HashMap<String, Object>();
            for (var field : event.getFields()) {
                boolean time = field.getAnnotation(Timespan.class) != null;
                values.put(
                        field.getName(), time ? event.getDuration(field.getName()) : event.getValue(field.getName()));
            }
            var thread = event.getThread();
            return new Seen(
                    event.getEventType().getName(),
                    event.getStartTime(),
                    event.getEndTime(),
                    event.getDuration(),
                    thread == null ? "" : thread.getJavaName(),
                    values);
        }

        Object get(String field) {
            assertThat(values).as(name).containsKey(field);
            return values.get(field);
        }

        boolean is(String field) {
            return (boolean) get(field);
        }

        Duration time(String field) {
            return (Duration) get(field);
        }
    }

    private Application application;
    private Beans.Orders orders;
    private Instant begin;

    @BeforeAll
    static void record() {
        stream = new RecordingStream();
        stream.onEvent(event -> {
            if (event.getEventType().getName().startsWith(OURS)) {
                STREAMED.add(Seen.of(event));
            }
        });
        stream.startAsync();
    }

    @AfterAll
    static void end() {
        stream.close();
        STREAMED.clear();
    }

    @BeforeEach
    void start() throws SQLException {
        Servers.MARIADB.execute("create table if not exists flight (id int) engine=InnoDB");
        begin = Instant.now();
        application = Application.on(Servers.MARIADB)
                .set("default.max-age", "60")
                .set("default.check-after", "0")
                .set("default.max-connections", "1")
                .set("default.acquire-timeout", "500ms")
                .set("default.long-lease", "100ms")
                .set("default.trace", "true")
                .set("reports.url", Servers.MARIADB.started().url())
                .set("reports.user", Servers.MARIADB.started().user())
                .set("reports.password", "wrong")
                .beans(Beans.Orders.class, Beans.Customers.class, Beans.Reports.class)
                .start();
        orders = application.bean(Beans.Orders.class);
    }

    @AfterEach
    void stop() throws Exception {
        application.close();
    }

    @Test
    void openingLeaseAndClose() throws Exception {
        application.request(() -> Application.number(orders.db(), "select sleep(0.1)"));
        application.tenure().closeIdle();
        var close = one("ConnectionClose", event -> true);
        assertThat(close.get("connectionId")).isEqualTo(1L);
        assertThat(close.get("database")).isEqualTo("default");
        assertThat(close.get("reason")).isEqualTo("IDLE");
        assertThat(close.get("uses")).isEqualTo(1L);
        assertThat(close.time("age")).isBetween(TENTH, Duration.ofMinutes(1));
        var open = one("ConnectionOpen", event -> true);
        assertThat(open.get("database")).isEqualTo("default");
        assertThat(open.get("connectionId")).isEqualTo(1L);
        assertThat(open.get("failure")).isNull();
        assertThat(open.duration()).isBetween(Duration.ofNanos(100_000), close.time("age"));
        var lease = one("Lease", event -> true);
        assertThat(lease.get("database")).isEqualTo("default");
        assertThat(lease.get("connectionId")).isEqualTo(1L);
        assertThat(lease.get("unit")).isEqualTo(UNIT);
        assertThat(lease.get("injectionPoints")).isEqualTo(PLACES);
        assertThat(lease.time("holdTime")).isBetween(TENTH, close.time("age"));
        assertThat(lease.duration()).as("the event's own").isBetween(TENTH, close.time("age"));
        assertThat(lease.time("waitTime")).as("the opening is part of it").isGreaterThan(open.duration());
        assertThat(lease.begin()).isAfterOrEqualTo(open.end());
        assertThat(lease.thread()).isEqualTo("it-request");
    }

    @Test
    void openingThatFails() throws Exception {
        var reports = application.bean(Beans.Reports.class);
        assertThatThrownBy(() -> application.request(() -> Application.connectionId(reports.db())))
                .isInstanceOf(SQLException.class);
        var open = one("ConnectionOpen", event -> true);
        assertThat(open.get("database")).isEqualTo("reports");
        assertThat(open.get("connectionId")).isEqualTo(0L);
        assertThat(open.get("failure")).isEqualTo("SQLException 28000/1045");
        assertThat(open.duration()).isPositive();
    }

    @Test
    void boundaries() throws Exception {
        application.request(() -> Application.number(orders.db(), "select 1"));
        application.request(() -> {
            Application.number(orders.db(), "select @x := 1");
            Application.update(orders.db(), "set @y = 1");
            orders.db().setAutoCommit(false);
            return Application.update(orders.db(), "insert into flight values (1)");
        });
        var atBegin = some("Boundary", event -> event.is("pinged")).get(0);
        assertThat(atBegin.is("rolledBack")).isFalse();
        assertThat(atBegin.is("reset")).isFalse();
        assertThat(atBegin.get("unit")).isEqualTo(UNIT);
        assertThat(atBegin.time("time")).isPositive();
        var end = one("Boundary", event -> event.is("rolledBack"));
        assertThat(end.is("reset")).as("of what SQL had set").isTrue();
        assertThat(end.is("pinged")).isFalse();
        assertThat(end.get("database")).isEqualTo("default");
        assertThat(end.get("connectionId")).isEqualTo(1L);
        assertThat(end.time("time")).isPositive();
    }

    @Test
    void waitAndLongLease() throws Exception {
        var held = new CountDownLatch(1);
        var enough = new CountDownLatch(1);
        var holder = new FutureTask<>(() -> application.tenure().run(() -> {
            try (var statement = orders.db().createStatement()) {
                held.countDown();
                enough.await();
                return statement.getFetchSize();
            }
        }));
        new Thread(holder, "it-holder").start();
        held.await();
        assertThat(application.tenure().leases()).singleElement().satisfies(lease -> {
            assertThat(lease.injectionPoints()).containsExactly(PLACES.split(", "));
            assertThat(lease.thread()).isEqualTo("it-holder");
            assertThat(lease.statements()).isEqualTo(1);
            assertThat(lease.firstUse().get(0).getClassName()).isEqualTo(FlightRecorderTest.class.getName());
        });
        assertThatThrownBy(() -> application.request(() -> Application.connectionId(orders.db())))
                .hasMessageContaining("TNR-0205")
                .hasMessageContaining("thread \"it-holder\", open statements: 1, first used at "
                        + FlightRecorderTest.class.getName());
        var served = new FutureTask<>(() -> application.request(() -> Application.connectionId(orders.db())));
        var vain = one("Wait", event -> !event.is("served"));
        new Thread(served).start();
        Eventually.equal("waiting", 1, () -> application.statistics().waiting());
        enough.countDown();
        Application.result(holder);
        assertThat(Application.result(served)).isPositive();

        assertThat(vain.get("database")).isEqualTo("default");
        assertThat(vain.get("unit")).isEqualTo(UNIT);
        assertThat(vain.duration()).isBetween(Duration.ofMillis(490), Duration.ofSeconds(20));
        assertThat(one("Wait", event -> event.is("served")).duration()).isPositive();
        var longLease = one("LongLease", event -> event.get("holder").equals("it-holder"));
        assertThat(longLease.get("database")).isEqualTo("default");
        assertThat(longLease.get("connectionId")).isEqualTo(1L);
        assertThat(longLease.get("unit")).isEqualTo(UNIT);
        assertThat(longLease.get("injectionPoints")).isEqualTo(PLACES);
        assertThat(longLease.get("holder")).isEqualTo("it-holder");
        assertThat(longLease.time("holdTime")).isGreaterThanOrEqualTo(TENTH);
        assertThat(longLease.get("statements")).isEqualTo(1);
        assertThat(longLease.is("inCall")).isFalse();
        assertThat(longLease.is("transaction")).isFalse();
        assertThat(((String) longLease.get("firstUse")).lines().findFirst().orElseThrow())
                .startsWith(FlightRecorderTest.class.getName());
    }

    private Seen one(String name, Predicate<Seen> which) {
        var found = some(name, which);
        assertThat(found).as(name).hasSize(1);
        return found.get(0);
    }

    /** This test's events of that name of which that is true; some may be yet to come. */
    private List<Seen> some(String name, Predicate<Seen> which) {
        long deadline = System.nanoTime() + Duration.ofSeconds(20).toNanos();
        List<Seen> found = List.of();
        while (found.isEmpty() && System.nanoTime() < deadline) {
            LockSupport.parkNanos(100_000_000);
            found = recorded(name).filter(which).toList();
        }
        assertThat(found).as(name).isNotEmpty();
        return found;
    }

    private Stream<Seen> recorded(String name) {
        return STREAMED.stream()
                .filter(event -> event.name().equals(OURS + name))
                .filter(event -> event.end().isAfter(begin));
    }
}
