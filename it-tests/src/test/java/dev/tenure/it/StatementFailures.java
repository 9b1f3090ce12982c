package dev.tenure.it;

import dev.tenure.it.Target.Dialect;
import java.util.concurrent.FutureTask;

/** Errors of statements, after which the connection is as good as before. */
final class StatementFailures extends FailureGroup {

    StatementFailures(Dialect dialect) {
        super(dialect);
        switch (dialect) {
            case MYSQL -> errors();
            case POSTGRESQL -> postgreSqlErrors();
        }
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
                StatementFailures::lockWait,
                "MySQLTransactionRollbackException 40001/1205",
                "served by the same",
                "1 opened",
                2000 + SLACK);
        add(
                "deadlock",
                "in a transaction, which the server has rolled back",
                StatementFailures::deadlock,
                "MySQLTransactionRollbackException 40001/1213, then done",
                "served by the same",
                "1 opened",
                2000 + SLACK);
        add(
                "query timeout (`setQueryTimeout`)",
                "in a query",
                StatementFailures::queryTimeout,
                "MySQLTimeoutException null",
                "served by the same",
                "1 opened",
                1000 + SLACK);
        addWith(
                "&maxAllowedPacket=100000",
                "packet too large",
                "in an insert",
                scene -> {
                    var large = "update faults set v = length('" + "x".repeat(200_000) + "')";
                    scene.whileInUse(Scene.NOTHING, () -> scene.update(large));
                },
                "PacketTooBigException S1000",
                "served by the same",
                "1 opened",
                SLACK);
        readOnlyUnit(true, "SQLException S1009");
    }

    private void postgreSqlErrors() {
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
                StatementFailures::lockWait,
                "PSQLException 55P03",
                "served by the same",
                "1 opened",
                2000 + SLACK);
        add(
                "deadlock",
                "in a transaction, which is aborted by it",
                StatementFailures::deadlock,
                "PSQLException 40P01, then PSQLException 25P02",
                "served by the same",
                "1 opened",
                2000 + SLACK);
        add(
                "query timeout (`setQueryTimeout`)",
                "in a query",
                StatementFailures::queryTimeout,
                "PSQLException 57014",
                "served by the same",
                "1 opened",
                1000 + SLACK);
        readOnlyUnit(false, "PSQLException 25006"); // pgjdbc asks for it in transactions only
    }

    private void harmless(String what, String sql, String error) {
        add(
                what,
                "in a statement",
                scene -> scene.whileInUse(Scene.NOTHING, () -> scene.update(sql)),
                error,
                "served by the same",
                "1 opened",
                SLACK);
    }

    private void readOnlyUnit(boolean autoCommit, String error) {
        add(
                "read-only asked for by the user (`setReadOnly(true)`)",
                autoCommit ? "in a unit that writes" : "in a transaction that writes",
                scene -> {
                    scene.unit(() -> {
                        scene.db().setReadOnly(true);
                        scene.db().setAutoCommit(autoCommit);
                        scene.served();
                        scene.inFlight(() -> scene.update("update faults set v = 1 where id = 1"));
                    });
                    scene.nextUnit(() -> {
                        var by = scene.served();
                        scene.update("update faults set v = 1 where id = 1");
                        return by;
                    });
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
        });
        scene.nextUnit();
    }

    private static void deadlock(Scene scene) throws Exception {
        try (var other = scene.plain()) {
            other.setAutoCommit(false);
            // MySQL rolls back the one that has written less
            Application.update(other, "insert into faults values (11, 1), (12, 1), (13, 1), (14, 1)");
            Application.update(other, "update faults set v = 5 where id = 2");
            scene.unit(() -> {
                scene.db().setAutoCommit(false);
                scene.served();
                scene.update("update faults set v = 6 where id = 1");
                var waits = new FutureTask<>(() -> {
                    Thread.sleep(500); // who waits first is who finds out on PostgreSQL
                    return Application.update(other, "update faults set v = 5 where id = 1");
                });
                new Thread(waits).start();
                scene.inFlight(() -> scene.update("update faults set v = 6 where id = 2"));
                Application.result(waits);
                other.rollback();
                scene.inFlight(() -> scene.update("update faults set v = 6 where id = 2"));
                scene.db().rollback();
            });
        }
        scene.nextUnit();
    }
}
