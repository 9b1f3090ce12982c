package dev.tenure.it;

import dev.tenure.it.Target.Dialect;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/** The table of failures (R2-R5, R9, R11-R13, R17-R19): each is made to happen on the real servers. */
final class Failures {

    /** A machine of two busy cores is given so much more than the rules ask. */
    private static final long SLACK = 2000;

    private static final String SESSION_KILLED = "session killed";

    private final List<Failure> rows = new ArrayList<>();

    private final Dialect dialect;

    private Failures(Dialect dialect) {
        this.dialect = dialect;
        sessionKilled();
        network();
        opening();
    }

    static List<Failure> onMySql() {
        var failures = new Failures(Dialect.MYSQL);
        failures.waitTimeout();
        failures.server();
        failures.credentials();
        failures.errors();
        return failures.rows;
    }

    static List<Failure> onPostgreSql() {
        var failures = new Failures(Dialect.POSTGRESQL);
        failures.postgreSqlErrors();
        return failures.rows;
    }

    private void add(
            String what,
            String when,
            Failure.Script script,
            String inFlight,
            String next,
            String connections,
            long within) {
        rows.add(new Failure(what, when, false, "", script, inFlight, next, connections, within));
    }

    private void addWith(
            String urlParameters,
            String what,
            String when,
            Failure.Script script,
            String inFlight,
            String next,
            String connections,
            long within) {
        rows.add(new Failure(what, when, false, urlParameters, script, inFlight, next, connections, within));
    }

    private void addOwn(
            String what,
            String when,
            Failure.Script script,
            String inFlight,
            String next,
            String connections,
            long within) {
        rows.add(new Failure(what, when, true, "", script, inFlight, next, connections, within));
    }

    private void sessionKilled() {
        add(
                SESSION_KILLED,
                "idle, used again after a gap",
                scene -> {
                    scene.unit(scene::served);
                    scene.killSession();
                    Thread.sleep(Scene.A_GAP);
                    scene.nextUnit();
                },
                "",
                "served by another",
                "2 opened, closed: BROKEN 1",
                SLACK);
        add(
                SESSION_KILLED,
                "idle, used again within `check-after`",
                scene -> {
                    scene.unit(scene::served);
                    scene.killSession();
                    scene.nextUnit();
                    scene.nextUnit();
                },
                "",
                dialect.killed + ", then served by another",
                "2 opened, closed: BROKEN 1",
                SLACK);
        add(
                SESSION_KILLED,
                "between two queries, no transaction",
                scene -> {
                    scene.unit(() -> {
                        scene.served();
                        scene.killSession();
                        scene.inFlight(scene::served);
                        scene.inFlight(scene::served);
                        return null;
                    });
                    scene.nextUnit();
                },
                dialect.killed + ", then served by another",
                "served by the same",
                "2 opened, closed: BROKEN 1",
                SLACK);
        add(
                SESSION_KILLED,
                "in a transaction; the unit goes on, commits, rolls back, and goes on",
                scene -> {
                    scene.unit(() -> {
                        scene.db().setAutoCommit(false);
                        scene.served();
                        scene.update("update faults set v = 1 where id = 1");
                        scene.killSession();
                        scene.inFlight(() -> scene.update("update faults set v = 2 where id = 2"));
                        scene.inFlight(() -> scene.update("update faults set v = 2 where id = 2"));
                        scene.inFlight(() -> commit(scene));
                        scene.db().rollback();
                        scene.inFlight(scene::served);
                        return null;
                    });
                    scene.nextUnit(() -> "sum " + Application.number(scene.db(), "select sum(v) from faults"));
                },
                dialect.killed + ", then TNR-0204 08007, then TNR-0204 08007, then served by another",
                "sum 0",
                "2 opened, closed: BROKEN 1",
                SLACK);
        add(
                SESSION_KILLED,
                "just before `commit()`",
                scene -> {
                    scene.unit(() -> {
                        scene.db().setAutoCommit(false);
                        scene.served();
                        scene.update("update faults set v = 1 where id = 1");
                        scene.killSession();
                        scene.inFlight(() -> commit(scene));
                        scene.inFlight(scene::served);
                        return null;
                    });
                    scene.nextUnit(() -> "sum " + Application.number(scene.db(), "select sum(v) from faults"));
                },
                dialect.killed + ", then TNR-0204 08007",
                "sum 0",
                "2 opened, closed: BROKEN 1",
                SLACK);
        add(
                SESSION_KILLED,
                "in a running query",
                scene -> {
                    scene.unit(() -> {
                        scene.served();
                        later(300, scene::killSession);
                        scene.inFlight(() -> slept(scene));
                        scene.inFlight(scene::served);
                        return null;
                    });
                    scene.nextUnit();
                },
                dialect.killed + ", then served by another",
                "served by the same",
                "2 opened, closed: BROKEN 1",
                SLACK);
    }

    private void waitTimeout() {
        addWith(
                "&sessionVariables=wait_timeout=2",
                "`wait_timeout`",
                "idle for longer",
                scene -> {
                    scene.unit(scene::served);
                    Thread.sleep(3000);
                    scene.nextUnit();
                },
                "",
                "served by another",
                "2 opened, closed: IDLE 1",
                SLACK);
    }

    private void network() {
        add(
                "black hole (what is open is cut off, new connections work)",
                "idle, used again after a gap",
                scene -> {
                    scene.unit(scene::served);
                    Thread.sleep(Scene.A_GAP);
                    scene.proxy.stall();
                    scene.nextUnit();
                },
                "",
                "served by another",
                "2 opened, closed: BROKEN 1",
                500 + SLACK);
        add(
                "black hole",
                "at the end of a unit with uncommitted work",
                scene -> {
                    scene.unit(() -> {
                        scene.db().setAutoCommit(false);
                        scene.served();
                        scene.update("update faults set v = 1 where id = 1");
                        scene.proxy.stall();
                        return null;
                    });
                    scene.nextUnit();
                    scene.proxy.goOn();
                },
                "",
                "served by another",
                "2 opened, closed: BROKEN 1",
                500 + SLACK);
        addWith(
                dialect == Dialect.MYSQL ? "&socketTimeout=1000" : "&socketTimeout=1",
                "black hole, `socketTimeout` of 1 s in the URL",
                "in a query",
                scene -> {
                    scene.unit(() -> {
                        scene.served();
                        scene.proxy.stall();
                        scene.inFlight(scene::served);
                        scene.inFlight(scene::served);
                        return null;
                    });
                    scene.nextUnit();
                },
                dialect.cut + ", then served by another",
                "served by the same",
                "2 opened, closed: BROKEN 1",
                1000 + SLACK);
        add(
                "connection reset",
                "in a running query",
                scene -> {
                    scene.unit(() -> {
                        scene.served();
                        later(300, scene.proxy::reset);
                        scene.inFlight(() -> slept(scene));
                        scene.inFlight(scene::served);
                        return null;
                    });
                    scene.nextUnit();
                },
                dialect.cut + ", then served by another",
                "served by the same",
                "2 opened, closed: BROKEN 1",
                SLACK);
        add(
                "half-open (the server's side has ended)",
                "idle, used again after a gap",
                scene -> {
                    scene.unit(scene::served);
                    scene.proxy.halfClose();
                    Thread.sleep(Scene.A_GAP);
                    scene.nextUnit();
                },
                "",
                "served by another",
                "2 opened, closed: BROKEN 1",
                SLACK);
        add(
                "connection cut",
                "in the middle of a result",
                scene -> {
                    scene.unit(() -> {
                        scene.served();
                        scene.proxy.cutAfter(2000);
                        scene.inFlight(() -> "rows " + rows(scene));
                        scene.inFlight(scene::served);
                        return null;
                    });
                    scene.nextUnit();
                },
                dialect.halfAnAnswer + ", then served by another",
                "served by the same",
                "2 opened, closed: BROKEN 1",
                SLACK);
        add(
                "slow network (100 ms a packet)",
                "in a query, and at the end of the unit",
                scene -> {
                    scene.unit(() -> {
                        scene.served();
                        scene.proxy.slow(100);
                        scene.inFlight(scene::served);
                        return null;
                    });
                    scene.nextUnit();
                },
                "served by the same",
                "served by the same",
                "1 opened",
                SLACK);
    }

    private void server() {
        addOwn(
                "server stopped and started again",
                "idle, used again after a gap",
                scene -> {
                    scene.unit(scene::served);
                    scene.server.restart();
                    Thread.sleep(Scene.A_GAP);
                    scene.nextUnit(() -> scene.served().replace("the same", "another")); // ids begin anew
                },
                "",
                "served by another",
                "2 opened, closed: BROKEN 1",
                SLACK);
        addOwn(
                "server killed (`kill -9`)",
                "in a running query; started again later",
                scene -> {
                    scene.unit(() -> {
                        scene.served();
                        later(300, scene.server::kill);
                        scene.inFlight(() -> slept(scene));
                        scene.inFlight(scene::served);
                        return null;
                    });
                    scene.nextUnit();
                    scene.server.restart();
                    Thread.sleep(1000);
                    scene.nextUnit(() -> scene.served().replace("the same", "another"));
                },
                dialect.cut + ", then " + dialect.refused,
                "TNR-0211 08S01, then served by another",
                "2 opened, closed: BROKEN 1",
                1000 + SLACK);
        addOwn(
                "server killed and started again",
                "ten connections idle; ten units at once",
                scene -> {
                    atOnce(scene, 10, scene::served);
                    scene.server.kill();
                    scene.server.restart();
                    Thread.sleep(Scene.A_GAP);
                    scene.nextUnit(() -> {
                        int failed = atOnce(scene, 10, scene::served);
                        return failed + " of ten failed";
                    });
                },
                "",
                "0 of ten failed",
                "20 opened, closed: BROKEN 10",
                4000 + SLACK);
        addOwn(
                "server paused",
                "idle, used after a gap; resumed",
                scene -> {
                    scene.unit(scene::served);
                    Thread.sleep(Scene.A_GAP);
                    scene.server.pause();
                    try {
                        scene.nextUnit();
                    } finally {
                        scene.server.resume();
                    }
                    Thread.sleep(1000);
                    scene.nextUnit();
                },
                "",
                dialect.cut + ", then served by another",
                "2 opened, closed: BROKEN 1",
                1500 + SLACK);
        addOwn(
                "server turned read-only (1290)",
                "in a unit that writes; another connection idle",
                scene -> {
                    atOnce(scene, 2, scene::served);
                    scene.asRoot("set global read_only = 1");
                    scene.unit(() -> {
                        scene.served();
                        scene.inFlight(() -> scene.update("update faults set v = 1 where id = 1"));
                        return null;
                    });
                    scene.asRoot("set global read_only = 0");
                    scene.nextUnit(() -> {
                        scene.served();
                        return scene.update("update faults set v = 2 where id = 1");
                    });
                },
                "SQLException HY000/1290",
                "done",
                "3 opened, closed: RETIRED 1, STALE_ROLE 1",
                SLACK);
    }

    private void opening() {
        add(
                "connections refused",
                "when one must be opened; repeated at once; accepted again",
                scene -> {
                    scene.proxy.refuse();
                    scene.unit(() -> {
                        scene.inFlight(scene::served);
                        scene.inFlight(scene::served);
                        return null;
                    });
                    scene.proxy.acceptAgain();
                    Thread.sleep(300);
                    scene.nextUnit();
                },
                dialect.refused + ", then TNR-0211 " + dialect.refused.split(" ", -1)[1],
                "served",
                "1 opened",
                SLACK);
        add(
                "connections accepted, then silence",
                "when one must be opened",
                scene -> {
                    scene.proxy.stallNewOnes(true);
                    scene.unit(() -> {
                        scene.inFlight(scene::served);
                        return null;
                    });
                    scene.proxy.stallNewOnes(false);
                    Thread.sleep(300);
                    scene.nextUnit();
                },
                dialect.refused,
                "served",
                "1 opened",
                1000 + SLACK);
    }

    private static void fill(Scene scene, List<Connection> others) {
        try {
            while (others.size() < 20) {
                others.add(scene.plain());
            }
            throw new AssertionError("the server has accepted 20 sessions");
        } catch (SQLException e) {
            // full
        }
    }

    private void credentials() {
        addOwn(
                "`max_connections` reached",
                "when one must be opened",
                scene -> {
                    var others = new ArrayList<Connection>();
                    scene.asRoot("set global max_connections = 10"); // the least that MariaDB accepts
                    try {
                        fill(scene, others);
                        scene.unit(() -> {
                            scene.inFlight(scene::served);
                            scene.inFlight(scene::served);
                            return null;
                        });
                    } finally {
                        for (var other : others) {
                            other.close();
                        }
                        scene.asRoot("set global max_connections = 151");
                    }
                    Thread.sleep(300);
                    scene.nextUnit();
                },
                "SQLNonTransientConnectionException 08004/1040, then TNR-0211 08004/1040",
                "served",
                "1 opened",
                SLACK);
        addOwn(
                "`max_user_connections` reached",
                "when one must be opened",
                scene -> {
                    scene.asRoot("alter user '" + scene.server.user() + "'@'%' with max_user_connections 1");
                    try (var other = scene.plain()) {
                        scene.unit(() -> {
                            scene.inFlight(scene::served);
                            scene.inFlight(scene::served);
                            return null;
                        });
                        if (other.isClosed()) {
                            throw new AssertionError("the other one has gone");
                        }
                    }
                    Thread.sleep(300);
                    scene.nextUnit();
                },
                "SQLSyntaxErrorException 42000/1226, then TNR-0211 42000/1226",
                "served",
                "1 opened",
                SLACK);
        addOwn(
                "password changed, configuration too",
                "while a connection is open",
                scene -> {
                    scene.unit(scene::served);
                    scene.asRoot("alter user '" + scene.server.user() + "'@'%' identified by 'rotated'");
                    scene.unit(() -> {
                        scene.inFlight(scene::served);
                        return null;
                    });
                    System.setProperty("tenure.default.password", "rotated");
                    scene.application().tenure().retireAll();
                    scene.nextUnit();
                },
                "served by the same",
                "served by another",
                "2 opened, closed: RETIRED 1",
                SLACK);
        addOwn(
                "password changed, configuration not",
                "when one must be opened; configured then",
                scene -> {
                    scene.asRoot("alter user '" + scene.server.user() + "'@'%' identified by 'rotated'");
                    scene.unit(() -> {
                        scene.inFlight(scene::served);
                        return null;
                    });
                    System.setProperty("tenure.default.password", "rotated");
                    scene.nextUnit();
                },
                "SQLException 28000/1045",
                "served",
                "1 opened",
                SLACK);
    }

    private void errors() {
        harmless(
                "duplicate key",
                "insert into faults values (1, 1)",
                "SQLIntegrityConstraintViolationException 23000/1062");
        harmless("no such table", "update nowhere set v = 1", "SQLSyntaxErrorException 42S02/1146");
        addWith(
                "&sessionVariables=innodb_lock_wait_timeout=1",
                "lock wait timeout",
                "in an update",
                Failures::lockWait,
                "MySQLTransactionRollbackException 40001/1205",
                "served by the same",
                "1 opened",
                2000 + SLACK);
        add(
                "deadlock",
                "in a transaction, which the server has rolled back",
                Failures::deadlock,
                "MySQLTransactionRollbackException 40001/1213, then done",
                "served by the same",
                "1 opened",
                2000 + SLACK);
        add(
                "query timeout (`setQueryTimeout`)",
                "in a query",
                Failures::queryTimeout,
                "MySQLTimeoutException null",
                "served by the same",
                "1 opened",
                1000 + SLACK);
        addWith(
                "&maxAllowedPacket=100000",
                "packet too large",
                "in an insert",
                scene -> {
                    scene.unit(() -> {
                        scene.served();
                        scene.inFlight(
                                () -> scene.update("update faults set v = length('" + "x".repeat(200_000) + "')"));
                        return null;
                    });
                    scene.nextUnit();
                },
                "PacketTooBigException S1000",
                "served by the same",
                "1 opened",
                SLACK);
        add(
                "read-only asked for by the user (`setReadOnly(true)`)",
                "in a unit that writes",
                scene -> {
                    scene.unit(() -> {
                        scene.db().setReadOnly(true);
                        scene.served();
                        scene.inFlight(() -> scene.update("update faults set v = 1 where id = 1"));
                        return null;
                    });
                    scene.nextUnit(() -> {
                        var by = scene.served();
                        scene.update("update faults set v = 1 where id = 1");
                        return by;
                    });
                },
                "SQLException S1009",
                "served by the same",
                "1 opened",
                SLACK);
    }

    private void postgreSqlErrors() {
        addWith(
                "&options=-c%20idle_session_timeout=2s",
                "`idle_session_timeout`",
                "idle for longer",
                scene -> {
                    scene.unit(scene::served);
                    Thread.sleep(3000);
                    scene.nextUnit();
                },
                "",
                "served by another",
                "2 opened, closed: IDLE 1",
                SLACK);
        harmless("duplicate key", "insert into faults values (1, 1)", "PSQLException 23505");
        harmless("no such table", "update nowhere set v = 1", "PSQLException 42P01");
        add(
                "an error in a transaction, which is aborted by it",
                "the unit goes on, rolls back, and goes on",
                scene -> {
                    scene.unit(() -> {
                        scene.db().setAutoCommit(false);
                        scene.served();
                        scene.inFlight(() -> scene.update("insert into faults values (1, 1)"));
                        scene.inFlight(() -> scene.update("update faults set v = 1"));
                        scene.db().rollback();
                        scene.inFlight(scene::served);
                        return null;
                    });
                    scene.nextUnit();
                },
                "PSQLException 23505, then PSQLException 25P02, then served by the same",
                "served by the same",
                "1 opened",
                SLACK);
        addWith(
                "&options=-c%20lock_timeout=1s",
                "lock wait timeout",
                "in an update",
                Failures::lockWait,
                "PSQLException 55P03",
                "served by the same",
                "1 opened",
                2000 + SLACK);
        add(
                "query timeout (`setQueryTimeout`)",
                "in a query",
                Failures::queryTimeout,
                "PSQLException 57014",
                "served by the same",
                "1 opened",
                1000 + SLACK);
        add(
                "server turned read-only (25006)",
                "in a unit that writes; another connection idle",
                scene -> {
                    atOnce(scene, 2, scene::served);
                    scene.unit(() -> {
                        scene.served();
                        scene.update("set default_transaction_read_only = on"); // as on a standby
                        scene.inFlight(() -> scene.update("update faults set v = 1 where id = 1"));
                        return null;
                    });
                    scene.nextUnit(() -> {
                        scene.served();
                        return scene.update("update faults set v = 2 where id = 1");
                    });
                },
                "PSQLException 25006",
                "done",
                "3 opened, closed: RETIRED 1, STALE_ROLE 1",
                SLACK);
        add(
                "read-only asked for by the user (`setReadOnly(true)`)",
                "in a transaction that writes",
                scene -> {
                    scene.unit(() -> {
                        scene.db().setReadOnly(true);
                        scene.db().setAutoCommit(false);
                        scene.served();
                        scene.inFlight(() -> scene.update("update faults set v = 1 where id = 1"));
                        return null;
                    });
                    scene.nextUnit(() -> {
                        var by = scene.served();
                        scene.update("update faults set v = 1 where id = 1");
                        return by;
                    });
                },
                "PSQLException 25006",
                "served by the same",
                "1 opened",
                SLACK);
    }

    private void harmless(String what, String sql, String error) {
        add(
                what,
                "in a statement",
                scene -> {
                    scene.unit(() -> {
                        scene.served();
                        scene.inFlight(() -> scene.update(sql));
                        return null;
                    });
                    scene.nextUnit();
                },
                error,
                "served by the same",
                "1 opened",
                SLACK);
    }

    private static void lockWait(Scene scene) throws Exception {
        try (var other = scene.plain()) {
            other.setAutoCommit(false);
            Application.update(other, "update faults set v = 5 where id = 1");
            scene.unit(() -> {
                scene.served();
                scene.inFlight(() -> scene.update("update faults set v = 6 where id = 1"));
                return null;
            });
            other.rollback();
        }
        scene.nextUnit();
    }

    private static void queryTimeout(Scene scene) throws Exception {
        scene.unit(() -> {
            scene.served();
            scene.inFlight(() -> {
                try (var statement = scene.db().createStatement()) {
                    statement.setQueryTimeout(1);
                    statement.executeQuery(scene.target.dialect().sleep);
                    return "not cancelled";
                }
            });
            return null;
        });
        scene.nextUnit();
    }

    private static void deadlock(Scene scene) throws Exception {
        try (var other = scene.plain()) {
            other.setAutoCommit(false);
            // the server rolls back the one that has written less
            Application.update(other, "insert into faults values (11, 1), (12, 1), (13, 1), (14, 1)");
            Application.update(other, "update faults set v = 5 where id = 2");
            scene.unit(() -> {
                scene.db().setAutoCommit(false);
                scene.served();
                scene.update("update faults set v = 6 where id = 1");
                var waits = new Thread(() -> {
                    try {
                        Application.update(other, "update faults set v = 5 where id = 1");
                    } catch (SQLException e) {
                        throw new AssertionError(e);
                    }
                });
                waits.start();
                Thread.sleep(500);
                scene.inFlight(() -> scene.update("update faults set v = 6 where id = 2"));
                waits.join();
                other.rollback();
                scene.inFlight(() -> scene.update("update faults set v = 6 where id = 2"));
                scene.db().rollback();
                return null;
            });
        }
        scene.nextUnit();
    }

    private static String commit(Scene scene) throws SQLException {
        scene.db().commit();
        return "committed";
    }

    private static String slept(Scene scene) throws SQLException {
        return "slept " + Application.number(scene.db(), scene.target.dialect().sleep);
    }

    private static int rows(Scene scene) throws SQLException {
        try (var statement = scene.db().createStatement();
                var rows = statement.executeQuery(scene.target.dialect().manyRows)) {
            int count = 0;
            while (rows.next()) {
                count++;
            }
            return count;
        }
    }

    /** So many units at the same time, each with a connection of its own; how many failed. */
    private static int atOnce(Scene scene, int units, Scene.Work work) throws Exception {
        var together = new CountDownLatch(units);
        var threads = new ArrayList<Thread>();
        var failures = new AtomicInteger();
        for (int i = 0; i < units; i++) {
            threads.add(new Thread(() -> {
                try {
                    scene.unit(() -> {
                        String seen = null;
                        try {
                            seen = work.run();
                        } finally {
                            together.countDown();
                        }
                        together.await(10, TimeUnit.SECONDS);
                        return seen;
                    });
                } catch (Exception e) {
                    failures.incrementAndGet();
                }
            }));
        }
        threads.forEach(Thread::start);
        for (var thread : threads) {
            thread.join();
        }
        return failures.get();
    }

    /** What happens meanwhile. */
    @FunctionalInterface
    private interface Mischief {
        void happen() throws Exception;
    }

    private static void later(long millis, Mischief mischief) {
        new Thread(() -> {
                    try {
                        Thread.sleep(millis);
                        mischief.happen();
                    } catch (Exception e) {
                        throw new AssertionError(e);
                    }
                })
                .start();
    }
}
