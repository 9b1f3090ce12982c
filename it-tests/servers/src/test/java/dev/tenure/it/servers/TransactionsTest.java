package dev.tenure.it.servers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.AfterParameterizedClassInvocation;
import org.junit.jupiter.params.BeforeParameterizedClassInvocation;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The server's own transactions take the managed connection with them; the rows in the table are the judge. */
@ParameterizedClass
@MethodSource("dev.tenure.it.servers.Kind#chosen")
class TransactionsTest {

    @TempDir
    static Path folder;

    private final Kind kind;
    private final Probe probe;

    TransactionsTest(Kind kind) {
        this.kind = kind;
        this.probe = new Probe(kind, kind.started());
    }

    @BeforeParameterizedClassInvocation
    static void deploy(Kind kind) throws Exception {
        if (kind.isOfJakartaEe()) {
            execute("create table if not exists ledger (id int primary key)");
            kind.started().deploy(War.on(kind).in(folder));
        }
    }

    @AfterParameterizedClassInvocation
    static void undeploy(Kind kind) throws Exception {
        if (kind.isOfJakartaEe()) {
            kind.started().undeploy(War.NAME);
            Probe.awaitSessions(0);
        }
    }

    private static String execute(String sql) throws SQLException {
        var database = Kind.database();
        try (var root = DriverManager.getConnection(database.url(), database.rootUser(), database.rootPassword());
                var statement = root.createStatement()) {
            if (!statement.execute(sql)) {
                return "";
            }
            try (var rows = statement.getResultSet()) {
                rows.next();
                return rows.getString(1);
            }
        }
    }

    private static String rows() throws SQLException {
        return execute("select coalesce(group_concat(id order by id separator ' '), 'none') from ledger");
    }

    @BeforeEach
    void empty() throws SQLException {
        assumeTrue(kind.isOfJakartaEe(), "no JTA");
        execute("delete from ledger");
    }

    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource({
        "transactional, 1 2",
        "transactional-exception, none",
        "transactional-marked, none",
        "transactional-requires-new, 10",
        "ejb, 1",
        "ejb-exception, none",
        "user-commit, 1 2 3",
        "user-rollback, 3",
    })
    void theRowsAreThoseOfTheTransaction(String path, String rows) throws Exception {
        var response = probe.get("/rest/transactions/" + path);
        assertThat(response.body()).isEqualTo("served");
        assertThat(rows()).isEqualTo(rows);
        probe.awaitNothingLeased();
    }

    @Test
    void aCommitByHandIsRefused() throws Exception {
        assertThat(probe.get("/rest/transactions/transactional-commit-by-hand").body())
                .contains("TNR-0402");
        assertThat(rows()).as("the transaction commits all the same").isEqualTo("1");
        probe.awaitNothingLeased();
    }

    /** Beside an XA connection of the server's own the managed one is the last to commit, or, where the manager knows no last, all is rolled back. */
    @ParameterizedTest(name = "{0}")
    @ValueSource(strings = {"xa-managed-first", "xa-first"})
    void besideAnXaConnectionBothCommitOrNone(String path) throws Exception {
        assumeTrue(kind.givesApplicationsPools(), "no pool of an application's");
        var response = probe.get("/rest/transactions/" + path);
        assertThat(rows()).as(response.body()).isEqualTo(kind.hasLastResource() ? "1 2" : "none");
        assertThat(response.body()).startsWith(kind.hasLastResource() ? "served" : "not committed");
        probe.awaitNothingLeased();
    }

    @ParameterizedTest(name = "{0}")
    @ValueSource(strings = {"xa-exception", "xa-broken"})
    void besideAnXaConnectionBothRollBack(String path) throws Exception {
        assumeTrue(kind.givesApplicationsPools(), "no pool of an application's");
        assertThat(probe.get("/rest/transactions/" + path).body()).isEqualTo("served");
        assertThat(rows()).isEqualTo("none");
        probe.awaitNothingLeased();
        theRowsAreThoseOfTheTransaction("transactional", "1 2");
    }

    @Test
    void aTimeOutRollsBackAndTheNextTransactionWorks() throws Exception {
        assertThat(probe.get("/rest/transactions/user-time-out").body()).startsWith("not committed");
        assertThat(rows()).isEqualTo("none");
        probe.awaitNothingLeased();
        theRowsAreThoseOfTheTransaction("transactional", "1 2");
    }
}
