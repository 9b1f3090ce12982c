package dev.tenure.lifetime;

import static java.util.concurrent.TimeUnit.MILLISECONDS;
import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tenure.CloseReason;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@DisplayName("What listeners hear: openings, waits, leases, boundaries")
@Timeout(60)
class ListeningTest {

    @Test
    @DisplayName("a lease is told with the time its unit waited for it and held it, exactly")
    void lease() throws Exception {
        var fixture = new Fixture("max-age", "60");
        fixture.hearsLeases = true;
        fixture.server.whileOpening = () -> fixture.pass(7, MILLISECONDS);
        var unit = fixture.request();
        fixture.execute(unit);
        fixture.pass(30, MILLISECONDS);
        unit.end();
        assertThat(fixture.events)
                .containsExactly(
                        "opening default",
                        "leased #1 to request after 7000000 ns",
                        "released #1 by request after 30000000 ns");
    }

    @Test
    @DisplayName("a lease of which nobody wanted to hear is not told when it ends, and the other way round")
    void switchedInBetween() throws Exception {
        var fixture = new Fixture("max-age", "60");
        var before = fixture.request();
        fixture.execute(before);
        fixture.hearsLeases = true;
        before.end();
        assertThat(fixture.events).containsExactly("opening default");
        var after = fixture.request();
        fixture.execute(after);
        fixture.hearsLeases = false;
        after.end();
        assertThat(fixture.events).contains("leased #1 to request after 0 ns", "released #1 by request after 0 ns");
    }

    @Test
    @DisplayName("R24: a worker's lease is told until it is quiescent, and again when it goes on")
    void worker() throws Exception {
        var fixture = new Fixture("max-age", "60");
        fixture.hearsLeases = true;
        var worker = fixture.thread();
        fixture.execute(worker);
        fixture.execute(worker);
        worker.end();
        assertThat(fixture.events)
                .filteredOn(event -> event.contains("#1"))
                .containsExactly(
                        "leased #1 to worker after 0 ns",
                        "released #1 by worker after 0 ns",
                        "leased #1 to worker after 0 ns",
                        "released #1 by worker after 0 ns");
    }

    @Test
    @DisplayName("R19: a lease that ends because its connection broke is told, too")
    void broken() throws Exception {
        var fixture = new Fixture("max-age", "60");
        fixture.hearsLeases = true;
        var unit = fixture.request();
        fixture.execute(unit);
        fixture.server.last().dead = true;
        assertThatThrownBy(() -> fixture.execute(unit)).isInstanceOf(SQLException.class);
        assertThat(fixture.events).contains("released #1 by request after 0 ns");
        fixture.execute(unit);
        assertThat(fixture.events).contains("leased #2 to request after 0 ns");
        unit.end();
        assertThat(fixture.events).contains("released #2 by request after 0 ns");
    }

    @Test
    @DisplayName("R5: an opening that failed is told once; one that was not tried is not")
    void openFailed() {
        var fixture = new Fixture("max-age", "60");
        fixture.server.down = true;
        fixture.server.whileOpening = () -> fixture.pass(5, MILLISECONDS);
        assertThatThrownBy(() -> fixture.execute(fixture.request())).hasMessage("server down");
        assertThatThrownBy(() -> fixture.execute(fixture.request())).hasMessageContaining("TNR-0211");
        assertThat(fixture.events)
                .containsExactly(
                        "opening default", "open failed after 5000000 ns: SQLNonTransientConnectionException 08001");
    }

    @Test
    @DisplayName("R21: a wait at the cap is told when it begins and when it ends, served or not")
    void waited() throws Exception {
        var fixture = new Fixture("max-age", "60", "max-connections", "1", "acquire-timeout", "20ms");
        var holder = fixture.request();
        fixture.execute(holder);
        assertThatThrownBy(() -> fixture.execute(fixture.request())).hasMessageContaining("TNR-0205");
        assertThat(fixture.events).contains("waiting: request", "waited 0 ns: request, in vain");
        fixture.events.clear();
        fixture.values.put("acquire-timeout", "30s");
        fixture.database.use(fixture.settings());
        var waiter = CompletableFuture.supplyAsync(() -> {
            try {
                return fixture.execute(fixture.request());
            } catch (SQLException e) {
                throw new IllegalStateException(e);
            }
        });
        while (fixture.database.statistics().waiting() == 0) {
            Thread.onSpinWait();
        }
        fixture.pass(3, SECONDS);
        holder.end();
        assertThat(waiter.get()).isZero();
        assertThat(fixture.events)
                .filteredOn(event -> event.startsWith("wait"))
                .containsExactly("waiting: request", "waited 3000000000 ns: request");
    }

    @Test
    @DisplayName("R11, R13: a boundary is told when it rolled back or pinged, with the time it took, and not otherwise")
    void boundary() throws Exception {
        var fixture = new Fixture("max-age", "60");
        fixture.request1();
        assertThat(fixture.events).noneMatch(event -> event.startsWith("boundary"));
        var unit = fixture.request();
        unit.set(JdbcAttribute.AUTOCOMMIT, false);
        fixture.execute(unit);
        unit.end();
        assertThat(fixture.events).last().isEqualTo("boundary of #1, request, rolled back, 0 ns");
        fixture.pass(1, SECONDS);
        fixture.server.last().whilePinged = () -> fixture.pass(4, MILLISECONDS);
        fixture.request1();
        assertThat(fixture.events).last().isEqualTo("boundary of #1, request, pinged, 4000000 ns");
    }

    @Test
    @DisplayName("a listener that throws keeps nobody else from hearing, and no connection from being used")
    void throwing() throws Exception {
        var heard = new ArrayList<String>();
        var listeners = new Listeners(List.of(
                new LeaseListener() {
                    @Override
                    public void opened(PhysicalConnection connection, long tookNanos) {
                        throw new IllegalStateException("opened");
                    }

                    @Override
                    public void leased(PhysicalConnection connection, Origin origin, long waitedNanos) {
                        throw new IllegalStateException("leased");
                    }

                    @Override
                    public void released(PhysicalConnection connection, Origin origin, long heldNanos) {
                        throw new IllegalStateException("released");
                    }
                },
                new LeaseListener() {
                    @Override
                    public void opened(PhysicalConnection connection, long tookNanos) {
                        heard.add("opened");
                    }

                    @Override
                    public void leased(PhysicalConnection connection, Origin origin, long waitedNanos) {
                        heard.add("leased");
                    }

                    @Override
                    public void released(PhysicalConnection connection, Origin origin, long heldNanos) {
                        heard.add("released");
                    }

                    @Override
                    public void closed(PhysicalConnection connection, CloseReason reason, long ageNanos) {
                        heard.add("closed at " + ageNanos);
                    }

                    @Override
                    public void failed(String database, String what, Throwable failure) {
                        heard.add("failed: " + failure.getMessage());
                    }
                }));
        var fixture = new Fixture(listeners, "max-age", "60");
        fixture.request1();
        fixture.pass(2, SECONDS);
        fixture.database.closeIdle();
        assertThat(heard)
                .containsExactly(
                        "failed: opened",
                        "opened",
                        "failed: leased",
                        "leased",
                        "failed: released",
                        "released",
                        "closed at 2000000000");
    }
}
