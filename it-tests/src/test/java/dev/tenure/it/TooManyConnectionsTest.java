package dev.tenure.it;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.FutureTask;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** R21: "Too many connections": more workers than the server admits. */
class TooManyConnectionsTest {

    private static final int SERVER_ADMITS = 10; // MariaDB's least
    private static final int CAP = 5;
    private static final int WORKERS = 10 * 10;
    private static final int TRANSACTIONS = 5;

    private Servers narrowed;
    private long before;

    private void narrow(Servers server) throws SQLException {
        before = server.number("select @@global.max_connections");
        server.execute("set global max_connections = " + SERVER_ADMITS);
        narrowed = server;
    }

    @AfterEach
    void widen() throws SQLException {
        if (narrowed != null) {
            narrowed.execute("set global max_connections = " + before);
        }
    }

    @ParameterizedTest
    @EnumSource
    void plainConnectionsAreRefused(Servers server) throws Exception {
        narrow(server);
        Deque<Connection> open = new ArrayDeque<>();
        try {
            assertThatThrownBy(() -> {
                        while (open.size() <= SERVER_ADMITS) {
                            open.push(server.plain(server.started().url()));
                        }
                    })
                    .hasMessageContaining("Too many connections");
        } finally {
            while (!open.isEmpty()) {
                open.pop().close();
            }
        }
        server.awaitSessions(0);
    }

    @ParameterizedTest
    @EnumSource
    void aHundredWorkersAreAllServedUnderTheCap(Servers server) throws Exception {
        narrow(server);
        server.execute("drop table if exists done", "create table done (worker int)");
        try (var application = Application.on(server)
                        .set("default.max-age", "60")
                        .set("default.max-connections", String.valueOf(CAP))
                        .set("default.acquire-timeout", "30")
                        .beans(Beans.Worker.class)
                        .start();
                var admin = server.admin()) {
            var workers = start(application.bean(Beans.Worker.class));
            long mostOnServer = 0;
            int mostOpen = 0;
            while (workers.stream().anyMatch(worker -> !worker.isDone())) {
                mostOnServer = Math.max(mostOnServer, server.sessions(admin));
                mostOpen = Math.max(mostOpen, application.statistics().open());
                Thread.sleep(1);
            }
            for (var worker : workers) {
                Application.result(worker);
            }
            assertThat(mostOnServer).as("sessions on the server").isBetween(1L, (long) CAP);
            assertThat(mostOpen).as("open as Tenure counts them").isBetween(1, CAP);
            assertThat(Application.number(admin, "select count(*) from done")).isEqualTo((long) WORKERS * TRANSACTIONS);
        }
    }

    private static List<FutureTask<Void>> start(Beans.Worker worker) {
        var go = new CountDownLatch(1);
        List<FutureTask<Void>> workers = new ArrayList<>();
        for (int i = 0; i < WORKERS; i++) {
            int number = i;
            var task = new FutureTask<Void>(() -> {
                go.await();
                work(worker.db(), number);
                return null;
            });
            workers.add(task);
            new Thread(task, "worker-" + i).start();
        }
        go.countDown();
        return workers;
    }

    private static void work(Connection db, int number) throws SQLException {
        db.setAutoCommit(false);
        for (int i = 0; i < TRANSACTIONS; i++) {
            Application.update(db, "insert into done values (" + number + ")");
            Application.connectionId(db);
            db.commit();
        }
    }
}
