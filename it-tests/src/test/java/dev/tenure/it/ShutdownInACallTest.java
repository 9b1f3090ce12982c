package dev.tenure.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** R25: the application ends while a statement is running. */
class ShutdownInACallTest {

    @ParameterizedTest
    @EnumSource
    void itIsGivenUntilValidationTimeoutAndThenAborted(Servers server) throws Exception {
        var outcome = new CompletableFuture<Object>();
        long start;
        try (var application = Application.on(server)
                .set("default.max-age", "60")
                .set("default.validation-timeout", "500ms")
                .beans(Beans.Worker.class)
                .start()) {
            var worker = application.bean(Beans.Worker.class);
            var thread = new Thread(
                    () -> {
                        try {
                            outcome.complete(Application.number(
                                    worker.db(), "select count(*) from (select 1) as one where sleep(30) = 0"));
                        } catch (Exception e) {
                            outcome.completeExceptionally(e);
                        }
                    },
                    "it-long-query");
            thread.setDaemon(true);
            thread.start();
            Eventually.equal("queries", 1, () -> {
                try {
                    return (int) server.number("select count(*) from information_schema.processlist where info like"
                            + " '%from (select 1) as one where sleep(30)%' and info not like '%processlist%'");
                } catch (SQLException e) {
                    throw new AssertionError(e);
                }
            });
            start = System.nanoTime();
        } finally {
            server.execute(); // nothing: the server must still answer
        }
        assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(8));
        try {
            var result = outcome.get(5, TimeUnit.SECONDS);
            throw new AssertionError("the query ended by itself: " + result);
        } catch (ExecutionException e) {
            assertThat(e.getCause()).isInstanceOf(SQLException.class);
        }
    }
}
