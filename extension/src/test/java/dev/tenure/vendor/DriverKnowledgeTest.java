package dev.tenure.vendor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.mysql.cj.Session;
import com.mysql.cj.jdbc.JdbcConnection;
import com.mysql.cj.protocol.ServerSession;
import java.sql.Connection;
import java.sql.DatabaseMetaData;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.mariadb.jdbc.HostAddress;
import org.mariadb.jdbc.client.Client;
import org.mariadb.jdbc.client.Context;
import org.mariadb.jdbc.client.ServerVersion;
import org.mariadb.jdbc.client.util.ClosableLock;
import org.mariadb.jdbc.export.ExceptionFactory;
import org.mariadb.jdbc.util.constants.ServerStatus;
import org.postgresql.core.BaseConnection;
import org.postgresql.core.TransactionState;

/** With the drivers' own types; the real sessions behind them are tested with real servers elsewhere. */
@DisplayName("R9 and R13 what a driver knows without asking")
class DriverKnowledgeTest {

    private final List<String> calls = new ArrayList<>();

    @Test
    void Connector_J_knows_the_idle_limit() throws SQLException {
        var connection = connectorJ(Map.of("wait_timeout", "28800"), false);

        assertThat(new MySqlVendor().idleTimeoutNanos(connection))
                .hasValue(Duration.ofHours(8).toNanos());
    }

    @Test
    void Connector_J_knows_the_idle_limit_behind_a_pool_too() throws SQLException {
        var connection = wrapping(JdbcConnection.class, connectorJ(Map.of("wait_timeout", "28800"), true));

        assertThat(new MySqlVendor().idleTimeoutNanos(connection))
                .hasValue(Duration.ofHours(8).toNanos());
        assertThat(new MySqlVendor().transactionStatus(connection)).isEqualTo(TransactionStatus.ACTIVE);
    }

    @Test
    void a_driver_that_does_not_know_the_idle_limit_asks_the_server() throws SQLException {
        var connection = answering("SELECT @@session.wait_timeout", "77", true);

        assertThat(new MySqlVendor().idleTimeoutNanos(connection))
                .hasValue(Duration.ofSeconds(77).toNanos());
        assertThat(calls).doesNotContain("rollback");
    }

    @Test
    void Connector_J_without_the_variable_asks_the_server() throws SQLException {
        var session = new DriverStub()
                .on(
                        "getServerSession",
                        new DriverStub().on("getServerVariables", Map.of()).as(ServerSession.class))
                .as(Session.class);
        var connection = asking("SELECT @@session.wait_timeout", "77", true)
                .on("getSession", session)
                .as(JdbcConnection.class);

        assertThat(new MySqlVendor().idleTimeoutNanos(connection))
                .hasValue(Duration.ofSeconds(77).toNanos());
    }

    @ParameterizedTest
    @CsvSource({"0,", "1500ms,1500", "2s,2000", "5min,300000", "1h,3600000", "1d,86400000", "1500,1500", "odd,", ","})
    void PostgreSQL_tells_its_idle_limit_with_a_unit(String shown, Long milliseconds) throws SQLException {
        var connection = answering("SELECT current_setting('idle_session_timeout', true)", shown, true);

        var limit = new PostgreSqlVendor().idleTimeoutNanos(connection);

        if (milliseconds == null) {
            assertThat(limit).isEmpty();
        } else {
            assertThat(limit).hasValue(Duration.ofMillis(milliseconds).toNanos());
        }
    }

    @Test
    void R9_asking_leaves_no_transaction_behind_when_autocommit_is_off() throws SQLException {
        var connection = answering("SELECT current_setting('idle_session_timeout', true)", "5min", false);

        new PostgreSqlVendor().idleTimeoutNanos(connection);

        assertThat(calls).containsExactly("executeQuery", "rollback");
    }

    @Test
    void R9_asking_in_vain_leaves_no_transaction_behind_either() {
        var connection = answering("something else", "5min", false);

        assertThatThrownBy(() -> new PostgreSqlVendor().idleTimeoutNanos(connection))
                .isInstanceOf(SQLException.class)
                .hasMessage("unexpected query");
        assertThat(calls).containsExactly("rollback");
    }

    @Test
    void R9_asking_does_not_end_a_transaction_that_was_there() throws SQLException {
        var connection = asking("SELECT current_setting('idle_session_timeout', true)", "5min", false)
                .on("getTransactionState", TransactionState.OPEN)
                .as(BaseConnection.class);

        new PostgreSqlVendor().idleTimeoutNanos(connection);

        assertThat(calls).containsExactly("executeQuery");
    }

    @Test
    void other_databases_are_asked_nothing() throws SQLException {
        var connection = new DriverStub().as(Connection.class);

        assertThat(new GenericVendor().idleTimeoutNanos(connection)).isEmpty();
        assertThat(new GenericVendor().transactionStatus(connection)).isEqualTo(TransactionStatus.UNKNOWN);
    }

    @Test
    void Connector_J_knows_whether_a_transaction_is_open() {
        var vendor = new MySqlVendor();

        assertThat(vendor.transactionStatus(connectorJ(Map.of(), true))).isEqualTo(TransactionStatus.ACTIVE);
        assertThat(vendor.transactionStatus(connectorJ(Map.of(), false))).isEqualTo(TransactionStatus.NONE);
    }

    @Test
    void MariaDB_Connector_J_knows_whether_a_transaction_is_open() {
        var vendor = new MySqlVendor();
        int others = ServerStatus.AUTOCOMMIT | ServerStatus.NO_BACKSLASH_ESCAPES;

        assertThat(vendor.transactionStatus(mariaDb(others))).isEqualTo(TransactionStatus.NONE);
        assertThat(vendor.transactionStatus(mariaDb(others | ServerStatus.IN_TRANSACTION)))
                .isEqualTo(TransactionStatus.ACTIVE);
    }

    @ParameterizedTest
    @CsvSource({"IDLE,NONE", "OPEN,ACTIVE", "FAILED,FAILED"})
    void pgjdbc_knows_whether_a_transaction_is_open(TransactionState state, TransactionStatus expected) {
        var connection = new DriverStub().on("getTransactionState", state).as(BaseConnection.class);

        assertThat(new PostgreSqlVendor().transactionStatus(connection)).isEqualTo(expected);
        assertThat(new PostgreSqlVendor().transactionStatus(wrapping(BaseConnection.class, connection)))
                .isEqualTo(expected);
    }

    @Test
    void pgjdbc_is_told_to_cancel_and_the_others_need_not() throws SQLException {
        var calls = new ArrayList<String>();
        var connection = new DriverStub()
                .onCall("cancelQuery", arguments -> calls.add("cancelQuery"))
                .as(BaseConnection.class);

        new PostgreSqlVendor().cancel(connection);
        new MySqlVendor().cancel(connection);
        new GenericVendor().cancel(connection);

        assertThat(calls).containsExactly("cancelQuery");
    }

    @Test
    void a_driver_that_is_another_one_or_throws_is_not_guessed_at() {
        var stranger = new DriverStub().as(Connection.class);
        var failing = new DriverStub()
                .onCall("getSession", arguments -> {
                    throw new IllegalStateException("closed");
                })
                .as(JdbcConnection.class);

        assertThat(new MySqlVendor().transactionStatus(stranger)).isEqualTo(TransactionStatus.UNKNOWN);
        assertThat(new MySqlVendor().transactionStatus(failing)).isEqualTo(TransactionStatus.UNKNOWN);
        assertThat(new PostgreSqlVendor().transactionStatus(stranger)).isEqualTo(TransactionStatus.UNKNOWN);
    }

    @Test
    void a_closed_wrapper_is_not_held_against_the_next_one() {
        var vendor = new PostgreSqlVendor();
        var inner = new DriverStub()
                .on("getTransactionState", TransactionState.OPEN)
                .as(BaseConnection.class);
        var closed = new DriverStub()
                .onCall("isWrapperFor", arguments -> {
                    throw new SQLException("closed");
                })
                .as(Connection.class);

        assertThat(vendor.transactionStatus(closed)).isEqualTo(TransactionStatus.UNKNOWN);
        assertThat(vendor.transactionStatus(wrapping(BaseConnection.class, inner)))
                .isEqualTo(TransactionStatus.ACTIVE);
    }

    @ParameterizedTest
    @CsvSource({
        "jdbc:mysql://h/d,MySQL",
        "jdbc:mysql:loadbalance://h/d,MySQL",
        "jdbc:mysql+srv://h/d,MySQL",
        "jdbc:mariadb://h/d,MySQL",
        "jdbc:postgresql://h/d,PostgreSQL",
        "jdbc:h2:mem:d;MODE=MySQL,another database",
    })
    void a_vendor_is_found_by_URL(String url, String name) {
        assertThat(Vendor.forUrl(url).name()).isEqualTo(name);
    }

    @ParameterizedTest
    @CsvSource({
        "MySQL,MySQL Connector/J,MySQL",
        "MariaDB,MariaDB Connector/J,MySQL",
        "PostgreSQL,PostgreSQL JDBC Driver,PostgreSQL",
        "H2,H2 JDBC Driver,another database",
    })
    void a_vendor_is_found_by_metadata(String product, String driver, String name) throws SQLException {
        var metaData = new DriverStub()
                .on("getDatabaseProductName", product)
                .on("getDriverName", driver)
                .as(DatabaseMetaData.class);
        var connection = new DriverStub().on("getMetaData", metaData).as(Connection.class);

        assertThat(Vendor.forConnection(connection).name()).isEqualTo(name);
    }

    private static JdbcConnection connectorJ(Map<String, String> variables, boolean inTransaction) {
        var serverSession = new DriverStub()
                .on("getServerVariables", variables)
                .on("inTransactionOnServer", inTransaction)
                .as(ServerSession.class);
        var session = new DriverStub().on("getServerSession", serverSession).as(Session.class);
        return new DriverStub().on("getSession", session).as(JdbcConnection.class);
    }

    private static Connection mariaDb(int serverStatus) {
        var context = new DriverStub()
                .on("getServerStatus", serverStatus)
                .on("getVersion", new DriverStub().as(ServerVersion.class))
                .as(Context.class);
        try {
            var configuration = org.mariadb.jdbc.Configuration.parse("jdbc:mariadb://localhost/d");
            var client = new DriverStub()
                    .on("getContext", context)
                    .on("getExceptionFactory", new ExceptionFactory(configuration, HostAddress.from("localhost", 3306)))
                    .as(Client.class);
            return new org.mariadb.jdbc.Connection(configuration, new ClosableLock(), client);
        } catch (SQLException e) {
            throw new AssertionError(e);
        }
    }

    private static Connection wrapping(Class<?> type, Connection inner) {
        return new DriverStub()
                .onCall("isWrapperFor", arguments -> arguments[0] == type)
                .on("unwrap", inner)
                .as(Connection.class);
    }

    private Connection answering(String sql, String value, boolean autocommit) {
        return asking(sql, value, autocommit).as(Connection.class);
    }

    private DriverStub asking(String sql, String value, boolean autocommit) {
        var rows = new DriverStub().on("next", true).on("getString", value).as(ResultSet.class);
        var statement = new DriverStub()
                .onCall("executeQuery", arguments -> {
                    if (!arguments[0].equals(sql)) {
                        throw new SQLException("unexpected query");
                    }
                    calls.add("executeQuery");
                    return rows;
                })
                .as(Statement.class);
        return new DriverStub()
                .on("getAutoCommit", autocommit)
                .on("createStatement", statement)
                .onCall("rollback", arguments -> {
                    calls.add("rollback");
                    return null;
                });
    }
}
