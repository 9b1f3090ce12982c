package dev.tenure.jdbc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.Blob;
import java.sql.DatabaseMetaData;
import java.sql.ResultSet;
import java.sql.RowId;
import java.sql.SQLException;
import java.sql.Statement;
import java.sql.Struct;
import org.junit.jupiter.api.Test;

/** What the wrappers do of their own. */
class HandlesTest {

    private final Wrapping wrapping = new Wrapping(Statement.class);
    private final Raw raw = wrapping.raw;
    private final Statement statement = (Statement) wrapping.handle;

    private void opened() throws SQLException {
        wrapping.lease.enter();
        wrapping.lease.opened(raw.as(Statement.class));
        wrapping.lease.exit();
    }

    @Test
    void r13ClosedStatementIsNotLeftOpen() throws SQLException {
        opened();

        statement.close();
        statement.close();
        wrapping.end();

        assertThat(raw.calls).extracting(Raw.Call::name).containsExactly("close");
        assertThat(wrapping.leftOpen).isZero();
    }

    @Test
    void r13StatementLeftOpenIsClosedByTheBoundary() throws SQLException {
        opened();

        wrapping.end();

        assertThat(raw.calls).extracting(Raw.Call::name).containsExactly("close");
        assertThat(wrapping.leftOpen).isEqualTo(1);
        assertThat(statement.isClosed()).isTrue();
    }

    @Test
    void r13StatementThatClosedItselfOnCompletionIsNotLeftOpen() throws SQLException {
        opened();
        raw.answer = new Raw(ResultSet.class).object;
        var rows = statement.executeQuery("select 1");
        raw.answer = true; // closed

        rows.close();
        wrapping.end();

        assertThat(wrapping.leftOpen).isZero();
    }

    @Test
    void r20ConnectionOfStatementIsTheHandle() throws SQLException {
        raw.answer = false; // not closed

        assertThat(statement.getConnection()).isSameAs(wrapping.connection);
    }

    @Test
    void closedStatementHasNoConnection() {
        raw.answer = true; // closed

        assertThatThrownBy(statement::getConnection).isInstanceOf(SQLException.class);
    }

    @Test
    void r20ConnectionOfMetaDataIsTheHandle() throws SQLException {
        var other = new Wrapping(DatabaseMetaData.class);

        assertThat(((DatabaseMetaData) other.handle).getConnection()).isSameAs(other.connection);
    }

    @Test
    void r20StatementOfResultSetIsTheHandle() throws SQLException {
        raw.answer = new Raw(ResultSet.class).object;

        assertThat(statement.executeQuery("select 1").getStatement()).isSameAs(statement);
        assertThat(statement.getGeneratedKeys().getStatement()).isSameAs(statement);
    }

    @Test
    void r20HiddenStatementOfMetaDataIsNotGivenAway() throws SQLException {
        var other = new Wrapping(DatabaseMetaData.class);
        other.raw.answer = new Raw(ResultSet.class).object;

        assertThat(((DatabaseMetaData) other.handle).getTableTypes().getStatement())
                .isNull();
    }

    @Test
    void cancelComesFromAnotherThreadDuringTheCall() throws SQLException {
        raw.during = () -> {
            raw.during = () -> {};
            var second = new Thread(() -> {
                try {
                    statement.cancel();
                } catch (SQLException e) {
                    throw new IllegalStateException(e);
                }
            });
            second.start();
            try {
                second.join();
            } catch (InterruptedException e) {
                throw new IllegalStateException(e);
            }
        };

        statement.execute("select sleep(10)");

        assertThat(raw.calls).extracting(Raw.Call::name).containsExactly("execute", "cancel");
    }

    @Test
    void unwrapsToItselfFirst() throws SQLException {
        assertThat(statement.isWrapperFor(Statement.class)).isTrue();
        assertThat(statement.unwrap(Statement.class)).isSameAs(statement);

        wrapping.end();
        assertThat(wrapping.times("isValid")).isZero();
    }

    @Test
    void r17UnwrappedDriverObjectMakesTheConnectionSuspect() throws SQLException {
        var rowId = new Raw(RowId.class).object;
        raw.answer = rowId;

        assertThat(statement.unwrap(RowId.class)).isSameAs(rowId);
        wrapping.end();

        assertThat(wrapping.times("isValid")).isEqualTo(1);
    }

    @Test
    void r20NothingIsUnwrappedAfterTheEndOfTheLease() {
        wrapping.end();

        assertThatThrownBy(() -> statement.unwrap(RowId.class)).isInstanceOf(SQLException.class);
        assertThat(raw.calls).isEmpty();
    }

    @Test
    void r20ObjectsInArraysAreWrappedToo() throws SQLException {
        var other = new Wrapping(Struct.class);
        var blob = new Raw(Blob.class).object;
        var attributes = new Object[] {"text", new Blob[] {(Blob) blob}};
        other.raw.answer = attributes;

        var given = ((Struct) other.handle).getAttributes();

        assertThat(((Blob[]) given[1])[0]).isInstanceOf(BlobHandle.class);
        assertThat(((Blob[]) attributes[1])[0]).as("the driver's array").isSameAs(blob);
    }

    @Test
    void tellsWhatItWraps() {
        assertThat(statement).hasToString("StatementHandle of raw");
    }
}
