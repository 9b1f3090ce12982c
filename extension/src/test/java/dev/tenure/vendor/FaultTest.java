package dev.tenure.vendor;

import static dev.tenure.vendor.Fault.BROKEN;
import static dev.tenure.vendor.Fault.HARMLESS;
import static dev.tenure.vendor.Fault.STALE_ROLE;
import static dev.tenure.vendor.Fault.UNKNOWN;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import com.mysql.cj.jdbc.exceptions.CommunicationsException;
import com.mysql.cj.jdbc.exceptions.MySQLQueryInterruptedException;
import com.mysql.cj.jdbc.exceptions.MySQLStatementCancelledException;
import com.mysql.cj.jdbc.exceptions.MySQLTimeoutException;
import com.mysql.cj.jdbc.exceptions.MySQLTransactionRollbackException;
import com.mysql.cj.jdbc.exceptions.PacketTooBigException;
import java.io.EOFException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.SocketTimeoutException;
import java.sql.BatchUpdateException;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.SQLIntegrityConstraintViolationException;
import java.sql.SQLNonTransientConnectionException;
import java.sql.SQLRecoverableException;
import java.sql.SQLSyntaxErrorException;
import java.sql.SQLTimeoutException;
import java.sql.SQLTransientConnectionException;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.postgresql.util.PSQLException;
import org.postgresql.util.PSQLState;

/** The exceptions are those that real servers and drivers gave (DATABASES.md 3.1, 3.3 and 3.4). */
@DisplayName("R17 faults")
class FaultTest {

    private static final Vendor MYSQL = Vendor.forUrl("jdbc:mysql://localhost/shop");
    private static final Vendor POSTGRESQL = Vendor.forUrl("jdbc:postgresql://localhost/shop");
    private static final Vendor OTHER = Vendor.forUrl("jdbc:fake:shop");

    private final Connection open = new DriverStub().as(Connection.class);
    private final Connection closed = new DriverStub().on("isClosed", true).as(Connection.class);

    static Stream<Arguments> catalogue() {
        return Stream.of(
                // The connection is lost.
                arguments(
                        MYSQL, new CommunicationsException("Communications link failure", new EOFException()), BROKEN),
                arguments(MYSQL, new SQLException("disconnected because of inactivity", "HY000", 4031), BROKEN),
                arguments(MYSQL, new SQLNonTransientConnectionException("Socket error", "08000", -1), BROKEN),
                arguments(
                        MYSQL,
                        new SQLNonTransientConnectionException("Transaction resolution unknown", "08007"),
                        BROKEN),
                arguments(MYSQL, new SQLException("Server shutdown in progress", "HY000", 1053), BROKEN),
                arguments(MYSQL, new SQLException("Got a packet bigger", "HY000", 1153), BROKEN),
                arguments(MYSQL, new SQLException("Connection was killed", "70100", 1927), BROKEN),
                arguments(MYSQL, new SQLException("The session was killed", "HY000", 3169), BROKEN),
                arguments(MYSQL, new SQLRecoverableException("?"), BROKEN),
                arguments(MYSQL, new SQLNonTransientConnectionException("?"), BROKEN),
                arguments(MYSQL, new SQLTransientConnectionException("?"), BROKEN),
                arguments(MYSQL, new SQLException("?", null, new SocketTimeoutException()), BROKEN),
                arguments(
                        POSTGRESQL,
                        new PSQLException("I/O error", PSQLState.CONNECTION_FAILURE, new IOException()),
                        BROKEN),
                arguments(POSTGRESQL, new SQLException("admin shutdown", "57P01"), BROKEN),
                arguments(POSTGRESQL, new SQLException("crash shutdown", "57P02"), BROKEN),
                arguments(POSTGRESQL, new SQLException("idle session timeout", "57P05"), BROKEN),
                arguments(POSTGRESQL, new SQLException("idle in transaction", "25P03"), BROKEN),
                arguments(POSTGRESQL, new SQLException("transaction timeout", "25P04"), BROKEN),
                arguments(OTHER, new SQLException("gone", "08S01"), BROKEN),
                // It lives, but on the wrong server.
                arguments(MYSQL, new SQLException("running with the --read-only option", "HY000", 1290), STALE_ROLE),
                arguments(
                        MYSQL,
                        new SQLException("running with the --super-read-only option", "HY000", 1290),
                        STALE_ROLE),
                arguments(MYSQL, new SQLException(null, "HY000", 1290), STALE_ROLE),
                arguments(MYSQL, new SQLException("Running in read-only mode", "HY000", 1836), STALE_ROLE),
                arguments(
                        MYSQL,
                        new SQLNonTransientConnectionException("WSREP has not yet prepared", "08S01", 1047),
                        STALE_ROLE),
                arguments(
                        MYSQL, new SQLException("The server is currently in offline mode", "HY000", 3032), STALE_ROLE),
                arguments(POSTGRESQL, new SQLException("read-only transaction", "25006"), STALE_ROLE),
                // The statement failed.
                arguments(MYSQL, new SQLIntegrityConstraintViolationException("Duplicate", "23000", 1062), HARMLESS),
                arguments(MYSQL, new SQLException("Data too long", "22001", 1406), HARMLESS),
                arguments(MYSQL, new SQLSyntaxErrorException("syntax", "42000", 1064), HARMLESS),
                arguments(MYSQL, new SQLSyntaxErrorException("no such table", "42S02", 1146), HARMLESS),
                arguments(MYSQL, new SQLSyntaxErrorException("max_queries_per_hour", "42000", 1226), HARMLESS),
                arguments(MYSQL, new SQLSyntaxErrorException("max_user_connections", "42000", 1203), HARMLESS),
                arguments(MYSQL, new MySQLTransactionRollbackException("Deadlock", "40001", 1213), HARMLESS),
                arguments(POSTGRESQL, new SQLException("deadlock", "40P01"), HARMLESS),
                arguments(POSTGRESQL, new SQLException("lock not available", "55P03"), HARMLESS),
                arguments(POSTGRESQL, new SQLException("transaction is aborted", "25P02"), HARMLESS),
                arguments(POSTGRESQL, new SQLException("unique", "23505"), HARMLESS),
                arguments(OTHER, new SQLException("unique", "23505"), HARMLESS),
                // Nobody can tell.
                arguments(MYSQL, new MySQLQueryInterruptedException("interrupted", "70100", 1317), UNKNOWN),
                arguments(MYSQL, new MySQLStatementCancelledException(), UNKNOWN),
                arguments(MYSQL, new MySQLTimeoutException(), UNKNOWN),
                arguments(MYSQL, new SQLTimeoutException("max_statement_time", "70100", 1969), UNKNOWN),
                arguments(MYSQL, new SQLException("max_execution_time", "HY000", 3024), UNKNOWN),
                arguments(MYSQL, new SQLException("lock wait timeout", "HY000", 1205), UNKNOWN),
                arguments(MYSQL, new PacketTooBigException(1, 0), UNKNOWN),
                arguments(MYSQL, new SQLException("Can't call commit when autocommit=true"), UNKNOWN),
                arguments(MYSQL, new SQLException("--secure-file-priv option", "HY000", 1290), UNKNOWN),
                arguments(MYSQL, new SQLException("some new error", "HY000", 59999), UNKNOWN),
                arguments(POSTGRESQL, new SQLException("query canceled", "57014"), UNKNOWN),
                arguments(POSTGRESQL, new SQLTimeoutException("timed out", "22000"), UNKNOWN),
                arguments(POSTGRESQL, new IllegalStateException(), UNKNOWN),
                arguments(POSTGRESQL, new UncheckedIOException(new IOException()), UNKNOWN),
                arguments(POSTGRESQL, new StackOverflowError(), UNKNOWN),
                // Codes mean something on MySQL only.
                arguments(POSTGRESQL, new SQLException("?", "HY000", 1053), UNKNOWN),
                arguments(POSTGRESQL, new SQLException("?", "HY000", 1290), UNKNOWN),
                arguments(OTHER, new SQLException("?", "HY000", 4031), UNKNOWN),
                arguments(OTHER, new SQLException("?", "42000", 1047), HARMLESS),
                arguments(MYSQL, new SQLException("read only transaction", "25006", 1792), UNKNOWN));
    }

    @ParameterizedTest(name = "{2}: {1}")
    @MethodSource("catalogue")
    void are_classified(Vendor vendor, Throwable thrown, Fault expected) {
        assertThat(vendor.fault(thrown, open, false)).isEqualTo(expected);
        assertThat(vendor.fault(thrown, null, false)).isEqualTo(expected);
    }

    @Test
    void on_a_closed_connection_mean_that_it_is_broken() {
        assertThat(MYSQL.fault(new SQLException("Duplicate", "23000", 1062), closed, false))
                .isEqualTo(BROKEN);
        assertThat(MYSQL.fault(new IllegalStateException(), closed, false)).isEqualTo(BROKEN);
        assertThat(OTHER.fault(new SQLException(), closed, false)).isEqualTo(BROKEN);
    }

    @Test
    void on_a_connection_that_cannot_say_whether_it_is_closed_are_judged_by_themselves() {
        var confused = new DriverStub()
                .onCall("isClosed", arguments -> {
                    throw new SQLException();
                })
                .as(Connection.class);

        assertThat(MYSQL.fault(new SQLException("Duplicate", "23000", 1062), confused, false))
                .isEqualTo(HARMLESS);
    }

    @Test
    void of_a_refused_write_say_nothing_where_the_user_asked_for_read_only() {
        assertThat(POSTGRESQL.fault(new SQLException("?", "25006"), open, true)).isEqualTo(UNKNOWN);
        assertThat(MYSQL.fault(new SQLException("--read-only", "HY000", 1290), open, true))
                .isEqualTo(UNKNOWN);
        assertThat(MYSQL.fault(new SQLException("offline mode", "HY000", 3032), open, true))
                .isEqualTo(STALE_ROLE);
    }

    @Test
    void are_found_in_causes_in_the_chain_and_among_the_suppressed() {
        var inCause = new SQLException("wrapped", "42000", new SQLException("deeper", new SQLException("?", "57P01")));
        var inChain = new BatchUpdateException("batch", "23000", 0, new int[0]);
        inChain.setNextException(new SQLException("first", "23000", 1062));
        inChain.setNextException(new SQLException("second", "08S01"));
        var suppressed = new SQLException("statement", "42000");
        suppressed.addSuppressed(new SQLException("close", "08006"));

        assertThat(POSTGRESQL.fault(inCause, open, false)).isEqualTo(BROKEN);
        assertThat(MYSQL.fault(inChain, open, false)).isEqualTo(BROKEN);
        assertThat(POSTGRESQL.fault(suppressed, open, false)).isEqualTo(BROKEN);
    }

    @Test
    void are_harmless_only_if_all_of_them_are() {
        var batch = new BatchUpdateException("batch", "23000", 0, new int[0]);
        batch.setNextException(new SQLException("first", "23000", 1062));
        assertThat(MYSQL.fault(batch, open, false)).isEqualTo(HARMLESS);

        batch.setNextException(new SQLException("second", "HY000", 3024));

        assertThat(MYSQL.fault(batch, open, false)).isEqualTo(UNKNOWN);
    }

    @Test
    void that_form_a_circle_are_walked_once() {
        var first = new SQLException("first", "23000", 1062);
        var second = new SQLException("second", "23000", 1062);
        first.setNextException(second);
        first.initCause(second);
        second.initCause(first);
        second.addSuppressed(first);

        assertThat(MYSQL.fault(first, open, false)).isEqualTo(HARMLESS);
    }

    @Test
    void that_hang_on_a_very_long_chain_are_walked_without_recursion() {
        var batch = new SQLException("row", "23000", 1062);
        var last = batch;
        for (int i = 0; i < 100_000; i++) {
            var next = new SQLException("row", i == 99_999 ? "08S01" : "23000", 1062);
            last.setNextException(next);
            last = next;
        }

        assertThat(MYSQL.fault(batch, open, false)).isEqualTo(BROKEN);
    }

    @Test
    void on_an_interrupted_thread_are_never_harmless() {
        Thread.currentThread().interrupt();
        try {
            assertThat(MYSQL.fault(new SQLException("Duplicate", "23000", 1062), open, false))
                    .isEqualTo(UNKNOWN);
        } finally {
            assertThat(Thread.interrupted()).as("the flag is left as it was").isTrue();
        }
    }
}
