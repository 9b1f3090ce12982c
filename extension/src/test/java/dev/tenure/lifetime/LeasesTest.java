package dev.tenure.lifetime;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@DisplayName("Who holds what")
@Timeout(60)
class LeasesTest {

    private static final List<String> PLACES = List.of("A.db", "B.db", "C.db", "D.db", "E.db");

    @Test
    @DisplayName("leases() gives the unit, all its injection points, thread, time, open statements and transaction")
    void leases() throws Exception {
        var fixture = new Fixture("max-age", "60");
        var unit = UnitOfWork.ofRequest(fixture.database, this, new Origin("request", PLACES));
        unit.set(JdbcAttribute.AUTOCOMMIT, false);
        var lease = unit.enter();
        lease.executed();
        lease.opened(lease.physical().createStatement());
        fixture.pass(3, SECONDS);
        assertThat(fixture.database.leases().now()).singleElement().satisfies(held -> {
            assertThat(held.database()).isEqualTo("default");
            assertThat(held.connectionId()).isEqualTo(1);
            assertThat(held.holder()).isEqualTo("request of A.db, B.db, C.db and 2 more");
            assertThat(held.injectionPoints()).isEqualTo(PLACES);
            assertThat(held.thread()).isEqualTo(Thread.currentThread().getName());
            assertThat(held.inCall()).isTrue();
            assertThat(held.held()).isEqualTo(Duration.ofSeconds(3));
            assertThat(held.statements()).isEqualTo(1);
            assertThat(held.transaction()).isTrue();
            assertThat(held.firstUse()).as("without trace").isEmpty();
        });
        unit.exit();
        assertThat(fixture.database.leases().now()).singleElement().satisfies(held -> {
            assertThat(held.thread()).isEqualTo(Thread.currentThread().getName());
            assertThat(held.inCall()).isFalse();
        });
        unit.end();
        assertThat(fixture.database.leases().now()).isEmpty();
    }

    @Test
    @DisplayName("the thread that leased it is told by its number once it has ended")
    void endedThread() throws Exception {
        var fixture = new Fixture("max-age", "60");
        var unit = fixture.request();
        var thread = new Thread(() -> {
            try {
                fixture.execute(unit);
            } catch (Exception e) {
                throw new IllegalStateException(e);
            }
        });
        thread.start();
        thread.join();
        assertThat(fixture.database.leases().now())
                .singleElement()
                .satisfies(held -> assertThat(held.thread()).isEqualTo("#" + thread.getId()));
        unit.end();
    }

    @Test
    @DisplayName("trace: the stack of the lease's first use, without Tenure's own calls on top, until the lease ends")
    void trace() throws Exception {
        var fixture = new Fixture("max-age", "60", "trace", "true");
        var unit = fixture.request();
        fixture.execute(unit);
        assertThat(fixture.database.leases().now())
                .singleElement()
                .satisfies(held -> assertThat(held.firstUse())
                        .isNotEmpty()
                        .noneMatch(frame -> frame.getClassName().equals(Holder.class.getName())));
        unit.end();
        fixture.values.put("trace", "false");
        fixture.database.use(fixture.settings());
        var later = fixture.request();
        fixture.execute(later);
        assertThat(fixture.database.leases().now())
                .singleElement()
                .satisfies(held -> assertThat(held.firstUse()).isEmpty());
        later.end();
    }

    @Test
    @DisplayName("R21: the message of an acquire time-out and the report of a long lease say the same as leases()")
    void sameInMessages() throws Exception {
        var fixture =
                new Fixture("max-age", "60", "max-connections", "1", "acquire-timeout", "20ms", "long-lease", "1s");
        var unit = fixture.request();
        unit.set(JdbcAttribute.AUTOCOMMIT, false);
        fixture.execute(unit);
        fixture.pass(2, SECONDS);
        var lease = fixture.database.leases().now().get(0);
        assertThat(Messages.details(lease))
                .isEqualTo("#1, for 2s, thread \"" + lease.thread() + "\", in a transaction");
        assertThatThrownBy(() -> fixture.execute(fixture.request()))
                .hasMessageEndingWith("Held by: request (" + Messages.details(lease) + ")");
        fixture.database.sweep();
        assertThat(fixture.longLeases).containsExactly(lease);
        unit.end();
    }
}
