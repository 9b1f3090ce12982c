package dev.tenure.it;

import dev.tenure.it.Target.Dialect;

/** The server as a whole. */
final class ServerFailures extends FailureGroup {

    ServerFailures(Dialect dialect) {
        super(dialect);
        server();
        switch (dialect) {
            case MYSQL -> readOnly();
            case POSTGRESQL -> readOnlyPostgreSql();
        }
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
                        Scene.later(300, scene.server::kill);
                        scene.inFlight(scene::slept);
                        scene.inFlight(scene::served);
                    });
                    scene.nextUnit();
                    scene.server.restart();
                    Thread.sleep(1000);
                    scene.nextUnit(() -> scene.served().replace("the same", "another"));
                },
                dialect.cut + ", then " + dialect.refused,
                refused() + ", then served by another",
                "2 opened, closed: BROKEN 1",
                1000 + SLACK);
        addOwn(
                "server killed and started again",
                "ten connections idle; ten units at once",
                scene -> {
                    scene.atOnce(10);
                    scene.server.kill();
                    scene.server.restart();
                    Thread.sleep(Scene.A_GAP);
                    scene.nextUnit(() -> {
                        int failed = scene.atOnce(10);
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
                dialect.refused + ", then served by another",
                "2 opened, closed: BROKEN 1",
                1500 + SLACK);
    }

    private void readOnly() {
        addOwn(
                "server turned read-only (1290)",
                "in a unit that writes; another connection idle",
                scene -> {
                    scene.atOnce(2);
                    scene.asRoot("set global read_only = 1");
                    scene.unit(() -> {
                        scene.served();
                        scene.inFlight(() -> scene.update("update faults set v = 1 where id = 1"));
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

    private void readOnlyPostgreSql() {
        add(
                "server turned read-only (25006)",
                "in a unit that writes; another connection idle",
                scene -> {
                    scene.atOnce(2);
                    scene.unit(() -> {
                        scene.served();
                        scene.update("set default_transaction_read_only = on"); // as on a standby
                        scene.inFlight(() -> scene.update("update faults set v = 1 where id = 1"));
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
    }
}
