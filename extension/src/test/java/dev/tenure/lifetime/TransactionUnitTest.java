package dev.tenure.lifetime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tenure.CloseReason;
import java.sql.SQLException;
import java.sql.SQLNonTransientConnectionException;
import java.sql.SQLTransactionRollbackException;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@DisplayName("Transactions of a manager")
@Timeout(60)
class TransactionUnitTest {

    private final Fixture fixture = new Fixture("max-age", "60", "validation-timeout", "2s");

    private void commit(FakeTransaction transaction) throws SQLException {
        transaction.commit();
        fixture.activate(null);
    }

    private void rollback(FakeTransaction transaction) {
        transaction.rollback();
        fixture.activate(null);
    }

    @Test
    @DisplayName("the unit's connection is the transaction's, and the unit's again afterwards")
    void borrowsAndReturns() throws SQLException {
        var request = fixture.request();
        fixture.execute(request);
        var transaction = fixture.begin();
        fixture.execute(request);
        assertThat(fixture.server.last().autoCommit).isFalse();
        assertThat(transaction.enlisted).hasSize(1);
        commit(transaction);
        assertThat(fixture.server.last().commits).isEqualTo(1);
        fixture.execute(request);
        assertThat(fixture.server.last().autoCommit)
                .as("restored with the next use")
                .isTrue();
        request.end();
        assertThat(fixture.server.opened).hasSize(1);
        assertThat(fixture.database.statistics().idle()).isEqualTo(1);
    }

    @Test
    @DisplayName("the autocommit of one transaction after another is not turned on in between")
    void sparesRoundTrips() throws SQLException {
        var request = fixture.request();
        for (int i = 0; i < 3; i++) {
            var transaction = fixture.begin();
            fixture.execute(request);
            commit(transaction);
        }
        request.end();
        assertThat(fixture.server.last().calls.stream().filter("setAutoCommit"::equals))
                .hasSize(1);
    }

    @Test
    @DisplayName("a unit that asks for nothing but what it has set opens nothing and joins nothing")
    void lazy() throws SQLException {
        var transaction = fixture.begin();
        assertThat(fixture.request().current().wanted(JdbcAttribute.AUTOCOMMIT)).isEqualTo(false);
        commit(transaction);
        assertThat(fixture.server.opened).isEmpty();
        assertThat(transaction.enlisted).isEmpty();
    }

    @Test
    @DisplayName("all units of the database share the transaction's connection")
    void oneForAll() throws SQLException {
        var transaction = fixture.begin();
        var request = fixture.request();
        var worker = fixture.thread();
        assertThat(fixture.execute(request)).isEqualTo(fixture.execute(worker));
        commit(transaction);
        request.end();
        worker.end();
        assertThat(fixture.server.opened).hasSize(1);
        assertThat(fixture.database.statistics().idle()).isEqualTo(1);
    }

    @Test
    @DisplayName("rolled back, and no warning of lost work: it was meant")
    void rollsBack() throws SQLException {
        var transaction = fixture.begin();
        var request = fixture.request();
        fixture.execute(request);
        rollback(transaction);
        assertThat(fixture.server.last().rollbacks).isEqualTo(1);
        assertThat(fixture.server.last().commits).isZero();
        request.end();
        assertThat(fixture.said).noneMatch(text -> text.contains("work lost"));
        assertThat(fixture.database.statistics().idle()).isEqualTo(1);
    }

    @Test
    @DisplayName(
            "a suspended transaction keeps its connection, the inner one gets another, resuming gives the first back")
    void suspends() throws SQLException {
        var request = fixture.request();
        var outer = fixture.begin();
        int first = fixture.execute(request);
        var inner = fixture.begin();
        int second = fixture.execute(request);
        assertThat(second).isNotEqualTo(first);
        inner.commit();
        fixture.activate(null);
        int third = fixture.execute(request);
        assertThat(third).isNotEqualTo(first);
        fixture.activate(outer);
        assertThat(fixture.execute(request)).isEqualTo(first);
        commit(outer);
        request.end();
        assertThat(fixture.database.statistics().leased()).isZero();
        assertThat(fixture.server.opened.get(first).commits).isEqualTo(1);
    }

    @Test
    @DisplayName("at the cap the one who waits for itself is told so")
    void suspendedHolder() throws SQLException {
        fixture.values.put("max-connections", "1");
        var small = new Fixture("max-age", "60", "max-connections", "1");
        var request = small.request();
        small.begin();
        small.execute(request);
        var inner = small.begin();
        assertThatThrownBy(() -> small.execute(request))
                .hasMessageContainingAll("TNR-0205", "request, in a transaction", "which this thread has suspended");
        assertThat(inner.enlisted).isEmpty();
    }

    @Test
    @DisplayName("at a cap of one the connection that the unit has with an open statement is the transaction's")
    void movesWhatIsThere() throws SQLException {
        var small = new Fixture("max-age", "60", "max-connections", "1");
        var request = small.request();
        var lease = request.enter();
        lease.opened(lease.physical().createStatement());
        request.exit();
        var transaction = small.begin();
        lease.enter(); // its statement is executed
        lease.executed();
        lease.exit();
        assertThat(transaction.enlisted).hasSize(1);
        small.execute(request);
        transaction.commit();
        small.activate(null);
        lease.enter();
        assertThat(small.server.last().autoCommit)
                .as("as the unit wants it, before its statement is executed")
                .isTrue();
        lease.exit();
        request.end();
        assertThat(lease.ended()).isTrue();
        assertThat(small.server.last().openStatements.get()).isZero();
        assertThat(small.database.statistics().idle()).isEqualTo(1);
    }

    @Test
    @DisplayName("what was made under another connection is refused in the transaction, but can be closed")
    void otherConnections() throws SQLException {
        var request = fixture.request();
        var worker = fixture.thread();
        var lease = request.enter();
        lease.opened(lease.physical().createStatement());
        request.exit();
        var transaction = fixture.begin();
        fixture.execute(worker);
        assertThatThrownBy(lease::enter).hasMessageContaining("TNR-0405");
        lease.enterToClose();
        lease.exit();
        commit(transaction);
        assertThatCode(() -> {
                    lease.enter();
                    lease.exit();
                })
                .doesNotThrowAnyException();
        request.end();
        worker.end();
        assertThat(fixture.database.statistics().leased()).isZero();
    }

    @Test
    @DisplayName("a statement of a suspended transaction is refused outside of it")
    void suspendedStatement() throws SQLException {
        var request = fixture.request();
        var transaction = fixture.begin();
        var unit = request.current();
        var lease = unit.enter();
        unit.exit();
        fixture.activate(null);
        assertThatThrownBy(lease::enter).hasMessageContaining("TNR-0405");
        fixture.begin();
        assertThatThrownBy(lease::enter).hasMessageContaining("TNR-0405");
        fixture.activate(transaction);
        lease.enter();
        lease.exit();
        commit(transaction);
    }

    @Test
    @DisplayName("uncommitted work from before the transaction is neither mixed in nor lost")
    void workBefore() throws SQLException {
        var request = fixture.request();
        request.set(JdbcAttribute.AUTOCOMMIT, false);
        fixture.execute(request);
        var transaction = fixture.begin();
        assertThatThrownBy(() -> fixture.execute(request)).hasMessageContaining("TNR-0403");
        commit(transaction);
        assertThat(fixture.server.last().inTransaction).isTrue();
        request.commit();
        assertThat(fixture.server.last().commits).isEqualTo(1);
        request.end();
    }

    @Test
    @DisplayName("the second database is refused before anything is done, and the first goes on")
    void secondDatabase() throws SQLException {
        var other = new Fixture("max-age", "60");
        var transaction = fixture.begin();
        other.activate(transaction);
        var request = fixture.request();
        fixture.execute(request);
        assertThatThrownBy(() -> other.execute(other.request()))
                .hasMessageContainingAll("TNR-0401", "transactions=off");
        assertThat(other.server.opened).isEmpty();
        commit(transaction);
        assertThat(fixture.server.last().commits).isEqualTo(1);
    }

    @Test
    @DisplayName("what the manager refuses goes back to where it was")
    void enlistmentRefused() throws SQLException {
        var request = fixture.request();
        var transaction = fixture.begin();
        transaction.enlistRefusal = new SQLException("no");
        assertThatThrownBy(() -> fixture.execute(request)).isSameAs(transaction.enlistRefusal);
        rollback(transaction);
        fixture.execute(request);
        request.end();
        assertThat(fixture.server.opened).hasSize(1);
        assertThat(fixture.database.statistics().leased()).isZero();
    }

    @Test
    @DisplayName("R19: a break dooms the transaction, every later use says so, the next one has a good connection")
    void breaks() throws SQLException {
        var request = fixture.request();
        var transaction = fixture.begin();
        fixture.execute(request);
        fixture.server.last().dead = true;
        assertThatThrownBy(() -> fixture.execute(request)).isInstanceOf(SQLNonTransientConnectionException.class);
        assertThat(transaction.rollbackOnly).isTrue();
        assertThatThrownBy(() -> fixture.execute(request)).hasMessageContaining("TNR-0407");
        assertThatThrownBy(transaction::commit).hasMessageContaining("rolled back");
        fixture.activate(null);
        fixture.database.sweep();
        assertThat(fixture.execute(request)).isEqualTo(1);
        request.end();
        assertThat(fixture.closed(CloseReason.BROKEN)).isEqualTo(1);
        assertThat(fixture.database.statistics().leased()).isZero();
    }

    @Test
    @DisplayName("a break under the commit is in doubt, one before it is not")
    void doubt() throws SQLException {
        var transaction = fixture.begin();
        fixture.execute(fixture.request());
        fixture.server.last().dead = true;
        assertThatThrownBy(transaction::commit).isInstanceOf(SQLException.class);
        assertThat(transaction.enlisted.get(0).inDoubt()).isTrue();
        var another = fixture.begin();
        fixture.execute(fixture.request());
        fixture.server.last().failsNext = new SQLException("duplicate", "23000", 1062);
        assertThatThrownBy(another::commit).hasMessage("duplicate");
        assertThat(another.enlisted.get(0).inDoubt()).isFalse();
        assertThat(fixture.server.last().rollbacks)
                .as("what could not be committed is rolled back")
                .isEqualTo(1);
    }

    @Test
    @DisplayName("after a deadlock the server has rolled back: nothing more is done, and nothing committed")
    void deadlock() throws SQLException {
        var request = fixture.request();
        var transaction = fixture.begin();
        fixture.execute(request);
        fixture.server.last().failsNext = new SQLTransactionRollbackException("deadlock", "40001", 1213);
        assertThatThrownBy(() -> fixture.execute(request)).hasMessage("deadlock");
        assertThat(transaction.rollbackOnly).isTrue();
        assertThatThrownBy(() -> fixture.execute(request)).hasMessageContaining("TNR-0409");
        rollback(transaction);
        assertThat(fixture.execute(request)).as("the connection is good").isZero();
    }

    @Test
    @DisplayName("commit, rollback, savepoints and autocommit are the manager's")
    void refusals() throws SQLException {
        fixture.begin();
        var unit = fixture.request().current();
        assertThatThrownBy(unit::commit).hasMessageContainingAll("TNR-0402", "commit()");
        assertThatThrownBy(unit::rollback).hasMessageContainingAll("TNR-0402", "rollback()");
        assertThatThrownBy(() -> unit.set(JdbcAttribute.AUTOCOMMIT, true)).hasMessageContaining("setAutoCommit(true)");
        assertThatThrownBy(() -> unit.mayControlTransaction("setSavepoint()")).hasMessageContaining("TNR-0402");
        unit.set(JdbcAttribute.AUTOCOMMIT, false);
    }

    @Test
    @DisplayName("G16, R14: boundaries within the transaction leave it alone, and are counted")
    void boundaries() throws SQLException {
        var request = fixture.request();
        var transaction = fixture.begin();
        fixture.execute(request);
        request.closeOld();
        request.giveBack();
        request.current().release();
        fixture.database.closeIdle();
        assertThat(fixture.server.last().inTransaction).isTrue();
        assertThat(fixture.database.statistics().boundariesSkipped()).isEqualTo(1);
        commit(transaction);
        assertThat(fixture.server.last().commits).isEqualTo(1);
        assertThat(fixture.database.statistics().idle())
                .as("closed by its user, so given back")
                .isEqualTo(1);
    }

    @Test
    @DisplayName("the request ends before its transaction: the connection is given back when that ends")
    void requestEndsFirst() throws SQLException {
        var request = fixture.request();
        var transaction = fixture.begin();
        fixture.execute(request);
        request.endWhenQuiescent();
        request.end();
        assertThatThrownBy(() -> fixture.execute(request)).hasMessageContaining("TNR-0201");
        assertThat(fixture.database.statistics().leased()).isEqualTo(1);
        commit(transaction);
        assertThat(fixture.server.last().commits).isEqualTo(1);
        assertThat(fixture.database.statistics().idle()).isEqualTo(1);
    }

    @Test
    @DisplayName("closeAll and shutdown take the connection away: the transaction cannot commit")
    void takenAway() throws SQLException {
        var request = fixture.request();
        var transaction = fixture.begin();
        fixture.execute(request);
        fixture.database.closeAll();
        assertThat(transaction.rollbackOnly).isTrue();
        assertThat(fixture.server.last().commits).isZero();
        assertThatThrownBy(() -> fixture.execute(request)).hasMessageContaining("TNR-0407");
        rollback(transaction);
        var second = fixture.begin();
        fixture.execute(request);
        fixture.database.shutDown();
        assertThat(second.rollbackOnly).isTrue();
        assertThat(fixture.server.openNow()).isZero();
    }

    @Test
    @DisplayName("a time-out between two calls rolls back on the manager's thread, and says so to the next call")
    void timeOutBetweenCalls() throws Exception {
        var request = fixture.request();
        var transaction = fixture.begin();
        fixture.execute(request);
        CompletableFuture.runAsync(transaction::rollback).get();
        assertThat(fixture.server.last().rollbacks).isEqualTo(1);
        assertThatThrownBy(() -> fixture.execute(request)).hasMessageContaining("TNR-0404");
        assertThat(fixture.server.last().sql).hasSize(1);
        fixture.activate(null);
        assertThat(fixture.execute(request)).isZero();
        request.end();
    }

    /** In a call that the test ends. */
    private final class Busy {
        private final UnitOfWork request = fixture.request();
        private final FakeTransaction transaction = new FakeTransaction();
        private final CountDownLatch inside = new CountDownLatch(1);
        private final CountDownLatch goOn = new CountDownLatch(1);
        private final CompletableFuture<List<String>> worker = CompletableFuture.supplyAsync(this::work);

        private List<String> work() {
            fixture.activate(transaction);
            try {
                fixture.execute(request);
                var unit = request.current();
                unit.enter();
                inside.countDown();
                goOn.await();
                var during = List.copyOf(fixture.server.last().calls);
                unit.exit();
                return during;
            } catch (Exception e) {
                throw new AssertionError(e);
            } finally {
                fixture.activate(null);
            }
        }
    }

    @Test
    @DisplayName(
            "a time-out within a call leaves the connection to the thread that is in it, which rolls back when it leaves")
    void timeOutWithinACall() throws Exception {
        var busy = new Busy();
        busy.inside.await();
        busy.transaction.rollback();
        assertThat(fixture.server.last().rollbacks).isZero();
        busy.goOn.countDown();
        assertThat(busy.worker.get()).doesNotContain("rollback", "abort");
        assertThat(fixture.server.last().rollbacks).isEqualTo(1);
        busy.request.end();
        assertThat(fixture.database.statistics().idle()).isEqualTo(1);
    }

    @Test
    @DisplayName("R12: a call that does not return is cut short after validation-timeout, so that its locks go")
    void cutShort() throws Exception {
        var busy = new Busy();
        busy.inside.await();
        busy.transaction.rollback();
        fixture.pass(1999, TimeUnit.MILLISECONDS);
        assertThat(fixture.database.sweep()).isLessThanOrEqualTo(TimeUnit.MILLISECONDS.toNanos(1));
        assertThat(fixture.server.last().closed).isFalse();
        fixture.pass(1, TimeUnit.MILLISECONDS);
        fixture.database.sweep();
        assertThat(fixture.server.last().calls).contains("abort");
        busy.goOn.countDown();
        busy.worker.get();
        fixture.database.sweep();
        assertThat(fixture.database.statistics().open()).isZero();
    }

    @Test
    @DisplayName(
            "rows may be read without a guard: a time-out with an open statement aborts instead of rolling back beside the reader")
    void timeOutWhileReading() throws Exception {
        var request = fixture.request();
        var transaction = fixture.begin();
        var unit = request.current();
        var lease = unit.enter();
        lease.opened(lease.physical().createStatement());
        unit.exit();
        CompletableFuture.runAsync(transaction::rollback).get();
        assertThat(fixture.server.last().rollbacks).isZero();
        fixture.database.sweep();
        assertThat(fixture.server.last().calls).contains("abort");
        assertThat(fixture.closed(CloseReason.STATE)).isEqualTo(1);
        fixture.activate(null);
        assertThat(fixture.execute(request)).isEqualTo(1);
    }

    @Test
    @DisplayName("a transaction that is too far gone takes no connection, and opens none")
    void tooLate() throws SQLException {
        var request = fixture.request();
        var transaction = fixture.begin();
        transaction.rollbackOnly = true;
        assertThatThrownBy(() -> fixture.execute(request)).hasMessageContainingAll("TNR-0404", "marked for roll back");
        assertThatCode(() -> request.current().release()).doesNotThrowAnyException();
        assertThat(fixture.server.opened).isEmpty();
    }

    @Test
    @DisplayName("a statement of a request that has ended, or after the end of its lease, says that it is closed")
    void endedLease() throws SQLException {
        var request = fixture.request();
        var lease = request.enter();
        request.exit();
        request.end();
        fixture.begin();
        assertThatThrownBy(lease::enter).hasMessageContaining("TNR-0202");
    }
}
