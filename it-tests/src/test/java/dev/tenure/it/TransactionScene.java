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

    private final Servers server;
    final Application application;
    final Service service;
    final TransactionManager manager;

    private TransactionScene(Servers server, Application.Builder builder) {
        this.server = server;
        this.application = builder.start();
        this.service = application.bean(Service.class);
        this.manager = application.bean(TransactionManager.class);
    }

    static TransactionScene on(Servers server) throws SQLException {
        return of(server, builder(server));
    }

    static Application.Builder builder(Servers server) {
        return Application.on(server)
                .set("default.max-age", "60")
                .set("default.acquire-timeout", "300ms")
                .set("default.validation-timeout", "2s")
                .beans(Service.class);
    }

    static TransactionScene of(Servers server, Application.Builder builder) throws SQLException {
        server.execute("drop table if exists booked", "create table booked (id int primary key) engine=InnoDB");
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

    long count() throws SQLException {
        return Application.number(service.db(), "select count(*) from booked");
    }

    long session() throws SQLException {
        return Application.connectionId(service.db());
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
