package dev.tenure.it;

import dev.tenure.it.Target.Dialect;

/** The session ends, on the server or for idling too long. */
final class SessionFailures extends FailureGroup {

    private static final String SESSION_KILLED = "session killed";

    SessionFailures(Dialect dialect) {
        super(dialect);
        sessionKilled();
        switch (dialect) {
            case MYSQL -> idleTooLong("`wait_timeout`", "&sessionVariables=wait_timeout=2");
            case POSTGRESQL -> idleTooLong("`idle_session_timeout`", "&options=-c%20idle_session_timeout=2s");
        }
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
                scene -> scene.whileInUse(scene::killSession, scene::served, scene::served),
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
                        scene.inFlight(scene::commit);
                        scene.db().rollback();
                        scene.inFlight(scene::served);
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
                        scene.inFlight(scene::commit);
                        scene.inFlight(scene::served);
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
                scene -> scene.whileInUse(() -> Scene.later(300, scene::killSession), scene::slept, scene::served),
                dialect.killed + ", then served by another",
                "served by the same",
                "2 opened, closed: BROKEN 1",
                SLACK);
    }

    private void idleTooLong(String what, String urlParameters) {
        addWith(
                urlParameters,
                what,
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
}
