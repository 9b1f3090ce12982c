package dev.tenure.it;

import static org.assertj.core.api.Assertions.assertThat;

import com.mysql.cj.jdbc.JdbcStatement;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.DisabledIf;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * What a unit of work leaves to the next, in Tenure and in the pools users would take instead, each as it is by default. The pools' results are pinned, so
 * that a new version that does better is noticed.
 */
@DisabledIf("dev.tenure.it.PeersTest#elsewhere")
class PeersTest {

    private static final Path DOCUMENT = Path.of("..", "README.md");

    /** Longer than any default time-out for checking a connection, shorter than a hang. */
    private static final long HANG_SECONDS = 12;

    static boolean elsewhere() {
        return !OncePerBuild.isThisRun();
    }

    /** A case, and what comes of it: with HikariCP, Agroal, DBCP2, Tomcat JDBC, c3p0 and Tenure. */
    private enum Case {
        UNCOMMITTED(
                "`setAutoCommit(false)`, insert, close",
                "rolled back",
                "committed",
                "rolled back",
                "left open",
                "rolled back",
                "rolled back") {
            @Override
            String happen(Stage stage) throws Exception {
                return stage.afterAnInsert(true, connection -> connection.setAutoCommit(false));
            }
        },
        UNCOMMITTED_BY_CONFIGURATION(
                "autocommit off by configuration, insert, close",
                "rolled back",
                "left open",
                "rolled back",
                "left open",
                "has no such setting",
                "rolled back") {
            @Override
            String happen(Stage stage) throws Exception {
                return stage.peer == Peers.C3P0 ? "has no such setting" : stage.afterAnInsert(false, connection -> {});
            }
        },
        SESSION(
                "left to the next user by SQL: `@x`, `sql_mode`, temporary table, `USE`",
                "all",
                "all",
                "all",
                "all",
                "all",
                "none") {
            @Override
            String happen(Stage stage) throws Exception {
                return stage.leaks(
                        List.of(
                                "set @x = 1",
                                "set sql_mode = ''",
                                "create temporary table tmp_x (a int)",
                                "use information_schema"),
                        List.of(
                                "select @x is null",
                                "select @@sql_mode <> ''",
                                "select 1 from (select count(*) from tmp_x) as t",
                                "select database() = '" + stage.database() + "'"));
            }
        },
        JDBC(
                "left to the next user by JDBC: read-only, isolation, network timeout",
                "none",
                "none",
                "all",
                "all",
                "1 of 3",
                "none") {
            @Override
            String happen(Stage stage) throws Exception {
                return stage.jdbcLeaks();
            }
        },
        STATEMENT("statement left open at close", "closed", "closed", "closed", "open", "closed", "closed") {
            @Override
            String happen(Stage stage) throws Exception {
                return stage.leftOpen();
            }
        },
        KILLED_IDLE_AT_ONCE(
                "killed while idle, used again at once",
                "error",
                "error",
                "good",
                "error",
                "error",
                "error, then good") {
            @Override
            String happen(Stage stage) throws Exception {
                return stage.killedIdle(0);
            }
        },
        KILLED_IDLE_LATER(
                "killed while idle, used again after 1.5 s", "good", "error", "good", "error", "error", "good") {
            @Override
            String happen(Stage stage) throws Exception {
                return stage.killedIdle(1500);
            }
        },
        KILLED_IN_USE("killed in use, then the next user", "good", "error", "good", "good", "good", "good") {
            @Override
            String happen(Stage stage) throws Exception {
                return stage.killedInUse();
            }
        },
        READ_ONLY("server turned read-only (1290), then the next user", "same", "same", "same", "same", "same", "new") {
            @Override
            String happen(Stage stage) throws Exception {
                return stage.turnedReadOnly();
            }
        },
        WAIT_TIMEOUT("idle for longer than `wait_timeout`", "good", "error", "good", "error", "error", "good") {
            @Override
            String happen(Stage stage) throws Exception {
                return stage.idlesPastWaitTimeout();
            }
        },
        BLACK_HOLE(
                "idle connection in a black hole, new ones work",
                "good after 5 s",
                "hangs",
                "hangs",
                "hangs",
                "hangs",
                "good after 2 s") {
            @Override
            String happen(Stage stage) throws Exception {
                return stage.blackHole();
            }
        };

        private final String title;

        @SuppressWarnings("ImmutableEnumChecker") // List.of
        private final List<String> expected;

        Case(String title, String... expected) {
            this.title = title;
            this.expected = List.of(expected);
        }

        abstract String happen(Stage stage) throws Exception;

        String expected(Peers peer) {
            return expected.get(List.of(Peers.values()).indexOf(peer));
        }

        String row() {
            return "| " + title + " | " + String.join(" | ", expected) + " |";
        }
    }

    private static Stream<Arguments> cases() {
        return Stream.of(Case.values()).flatMap(one -> Stream.of(Peers.values()).map(peer -> Arguments.of(one, peer)));
    }

    @ParameterizedTest(name = "{0}: {1}")
    @MethodSource("cases")
    @Timeout(60)
    void isAsTheTableSays(Case one, Peers peer) throws Exception {
        Servers.MARIADB.execute("drop table if exists peers", "create table peers (id int) engine=InnoDB");
        try (var stage = new Stage(peer)) {
            assertThat(one.happen(stage)).isEqualTo(one.expected(peer));
        }
    }

    /** Rewritten with {@code -Dpeers.write=true}. */
    @Test
    void theReadmeShowsTheTable() throws Exception {
        var peers = List.of(Peers.values());
        var table = "| case | " + peers.stream().map(peer -> peer.title).collect(Collectors.joining(" | ")) + " |\n"
                + "| --- |" + " --- |".repeat(peers.size()) + "\n"
                + Stream.of(Case.values()).map(Case::row).collect(Collectors.joining("\n", "", "\n"));
        var text = Files.readString(DOCUMENT);
        int start = text.indexOf("| case |");
        int end = text.indexOf("\n\n", start) + 1;
        if (Boolean.getBoolean("peers.write")) {
            Files.writeString(DOCUMENT, text.substring(0, start) + table + text.substring(end));
        } else {
            assertThat(text.substring(start, end)).isEqualTo(table);
        }
    }

    /** One pool for one case, with the network between it and the server. */
    private static final class Stage implements AutoCloseable {
        private final Peers peer;
        private final FaultProxy proxy;
        private Peers.Units units;

        Stage(Peers peer) throws Exception {
            this.peer = peer;
            this.proxy = new FaultProxy(Servers.MARIADB.started().port());
        }

        private Peers.Units units(boolean autocommit, String parameters) throws Exception {
            var server = Servers.MARIADB.started();
            var url = server.url().replace(":" + server.port() + "/", ":" + proxy.port() + "/") + parameters;
            units = peer.open(new Peers.Place(url, server.user(), server.password(), autocommit));
            return units;
        }

        private Peers.Units units() throws Exception {
            return units(true, "");
        }

        String database() {
            var url = Servers.MARIADB.started().url();
            return url.substring(url.lastIndexOf('/') + 1).replaceFirst("\\?.*", "");
        }

        /** Sets something on a connection. */
        @FunctionalInterface
        interface Setting {
            void on(Connection connection) throws SQLException;
        }

        String afterAnInsert(boolean autocommit, Setting before) throws Exception {
            var all = units(autocommit, "");
            all.unit(connection -> {
                before.on(connection);
                return Application.update(connection, "insert into peers values (1)");
            });
            if (Servers.MARIADB.number("select count(*) from peers") == 1) {
                return "committed";
            }
            return all.unit(connection -> Application.number(connection, "select count(*) from peers")) == 1
                    ? "left open"
                    : "rolled back";
        }

        String leaks(List<String> changes, List<String> stillAsBefore) throws Exception {
            var all = units();
            all.unit(connection -> {
                for (var change : changes) {
                    Application.update(connection, change);
                }
                return null;
            });
            return all.unit(connection -> {
                int leaked = 0;
                for (int i = 0; i < changes.size(); i++) {
                    leaked += isLeft(connection, changes.get(i), stillAsBefore.get(i)) ? 1 : 0;
                }
                return ofAll(leaked, changes.size());
            });
        }

        private boolean isLeft(Connection connection, String change, String asBefore) throws SQLException {
            if (change.startsWith("create temporary table")) {
                try {
                    Application.update(connection, "insert into " + database() + ".tmp_x values (1)");
                    return true;
                } catch (SQLException e) {
                    return false;
                }
            }
            return Application.number(connection, asBefore) == 0;
        }

        private static String ofAll(int some, int all) {
            return some == 0 ? "none" : some == all ? "all" : some + " of " + all;
        }

        String jdbcLeaks() throws Exception {
            var all = units();
            all.unit(connection -> {
                connection.setReadOnly(true);
                connection.setTransactionIsolation(Connection.TRANSACTION_SERIALIZABLE);
                connection.setNetworkTimeout(Runnable::run, 12_345);
                return Application.number(connection, "select 1");
            });
            return all.unit(connection -> {
                Application.number(connection, "select 1");
                int leaked = connection.isReadOnly() ? 1 : 0;
                leaked += connection.getTransactionIsolation() == Connection.TRANSACTION_SERIALIZABLE ? 1 : 0;
                leaked += connection.getNetworkTimeout() == 12_345 ? 1 : 0;
                return ofAll(leaked, 3);
            });
        }

        String leftOpen() throws Exception {
            Statement raw =
                    units().unit(connection -> connection.createStatement().unwrap(JdbcStatement.class));
            return raw.isClosed() ? "closed" : "open";
        }

        private static long id(Connection connection) throws SQLException {
            return Application.connectionId(connection);
        }

        private String outcome(Peers.Units all) throws Exception {
            try {
                all.unit(Stage::id);
                return "good";
            } catch (SQLException e) {
                return "error";
            }
        }

        String killedIdle(long pause) throws Exception {
            var all = units();
            Servers.MARIADB.execute("kill " + all.unit(Stage::id));
            Thread.sleep(pause);
            var first = outcome(all);
            return peer == Peers.TENURE && first.equals("error") ? first + ", then " + outcome(all) : first;
        }

        String killedInUse() throws Exception {
            var all = units();
            try {
                all.unit(connection -> {
                    Servers.MARIADB.execute("kill " + id(connection));
                    return id(connection);
                });
                throw new AssertionError("a killed session served");
            } catch (SQLException e) {
                return outcome(all);
            }
        }

        String turnedReadOnly() throws Exception {
            var all = units();
            long[] first = new long[1];
            Servers.MARIADB.execute("set global read_only = 1");
            try {
                all.unit(connection -> {
                    first[0] = id(connection);
                    return Application.update(connection, "insert into peers values (1)");
                });
                throw new AssertionError("a read-only server wrote");
            } catch (SQLException e) {
                assertThat(e.getErrorCode()).isEqualTo(1290);
            } finally {
                Servers.MARIADB.execute("set global read_only = 0");
            }
            return all.unit(Stage::id) == first[0] ? "same" : "new";
        }

        String idlesPastWaitTimeout() throws Exception {
            var all = units(true, "&sessionVariables=wait_timeout=2");
            all.unit(Stage::id);
            Thread.sleep(3500);
            return outcome(all);
        }

        String blackHole() throws Exception {
            var all = units();
            all.unit(Stage::id);
            Thread.sleep(1000);
            proxy.stall();
            long start = System.nanoTime();
            var outcome = new CompletableFuture<String>();
            var thread = new Thread(() -> {
                try {
                    outcome.complete(outcome(all));
                } catch (Throwable t) {
                    outcome.completeExceptionally(t);
                }
            });
            thread.setDaemon(true);
            thread.start();
            try {
                var seen = outcome.get(HANG_SECONDS, TimeUnit.SECONDS);
                return seen + " after " + TimeUnit.NANOSECONDS.toSeconds(System.nanoTime() - start) + " s";
            } catch (TimeoutException e) {
                return "hangs";
            } catch (ExecutionException e) {
                return e.getCause().toString();
            } finally {
                proxy.goOn();
            }
        }

        @Override
        public void close() throws Exception {
            proxy.goOn();
            if (units != null) {
                units.close();
            }
            proxy.close();
        }
    }
}
