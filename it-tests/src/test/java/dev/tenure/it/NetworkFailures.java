package dev.tenure.it;

import dev.tenure.it.Target.Dialect;
import java.sql.SQLException;

/** What is between the application and the server. */
final class NetworkFailures extends FailureGroup {

    NetworkFailures(Dialect dialect) {
        super(dialect);
        network();
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
                        Scene.later(300, scene.proxy::reset);
                        scene.inFlight(scene::slept);
                        scene.inFlight(scene::served);
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
                    });
                    scene.nextUnit();
                },
                "served by the same",
                "served by the same",
                "1 opened",
                SLACK);
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
}
