package dev.tenure.it;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tenure.it.TransactionBeans.Service;
import dev.tenure.it.TransactionBeans.Work;
import jakarta.transaction.Status;
import jakarta.transaction.TransactionManager;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.concurrent.Callable;

/** An application with Narayana and a table, whose rows are the judge. */
final class TransactionScene implements AutoCloseable {

    final Target server;
    final Application application;
    final Service service;
    final TransactionManager manager;

    private TransactionScene(Target server, Application.Builder builder) {
        this.server = server;
        this.application = builder.start();
        this.service = application.bean(Service.class);
        this.manager = application.bean(TransactionManager.class);
    }

    static TransactionScene on(EveryServer kind) throws SQLException {
        return on(kind.target());
    }

    static TransactionScene on(Target server) throws SQLException {
        return of(server, builder(server));
    }

    static Application.Builder builder(Target server) {
        return Application.on(server)
                .set("default.max-age", "60")
                .set("default.acquire-timeout", "300ms")
                .set("default.validation-timeout", "2s")
                .beans(Service.class);
    }

    static TransactionScene of(Target server, Application.Builder builder) throws SQLException {
        server.asUser("drop table if exists booked", "create table booked (id int primary key)");
        return new TransactionScene(server, builder);
    }

    /** On a thread of its own, with a request context; leaves no transaction behind. */
    <T> T request(Callable<T> task) throws Exception {
        return application.request(() -> {
            var result = task.call();
            assertThat(manager.getStatus()).as("status afterwards").isEqualTo(Status.STATUS_NO_TRANSACTION);
            return result;
        });
    }

    <T> T inTransaction(Work<T> work) throws Exception {
        return request(() -> service.required(work));
    }

    int insert(int id) throws SQLException {
        return insert(service.db(), id);
    }

    static int insert(Connection connection, int id) throws SQLException {
        return Application.update(connection, "insert into booked values (" + id + ")");
    }

    /** Changes row 1, which locks it. */
    int lockTheRow() throws SQLException {
        return Application.update(service.db(), "update booked set id = 2 where id = 1");
    }

    long count() throws SQLException {
        return Application.number(service.db(), "select count(*) from booked");
    }

    long session() throws SQLException {
        return session(service.db());
    }

    long session(Connection connection) throws SQLException {
        return Application.number(connection, server.dialect().idQuery);
    }

    /** A query that takes so long. */
    void sleep(String seconds) throws SQLException {
        Application.number(
                service.db(),
                switch (server.dialect()) {
                    case MYSQL -> "select sleep(" + seconds + ")";
                    case POSTGRESQL -> "select 1 from pg_sleep(" + seconds + ")";
                });
    }

    /** Fails as the victim of a deadlock does. */
    void deadlock() throws SQLException {
        Application.update(
                service.db(),
                switch (server.dialect()) {
                    case MYSQL -> "signal sqlstate '40001' set message_text = 'deadlock, say'";
                    case POSTGRESQL -> "do $$ begin raise exception 'deadlock, say' using errcode = '40P01'; end $$";
                });
    }

    /** Whether row 1 can be locked by somebody else at this moment. */
    boolean theRowIsLocked() throws SQLException {
        try {
            server.number("select id from booked where id = 1 for update nowait");
            return false;
        } catch (SQLException e) {
            assertThat(e.getErrorCode() + " " + e.getSQLState())
                    .as(e.getMessage())
                    .isIn(
                            "1205 40001",
                            "3572 HY000",
                            "0 55P03"); // MariaDB's, MySQL's and PostgreSQL's "locked by another"
            return true;
        }
    }

    /** What another session sees of it. */
    long rows() throws SQLException {
        return server.number("select count(*) from booked");
    }

    void assertNothingLeased() throws Exception {
        Eventually.equal("leased", 0, () -> application.statistics().leased());
    }

    @Override
    public void close() throws Exception {
        try {
            assertNothingLeased();
        } finally {
            application.close();
        }
    }
}
