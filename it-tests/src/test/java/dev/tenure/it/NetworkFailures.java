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
                scene -> scene.whileInUse(scene.proxy::stall, scene::served, scene::served),
                dialect.cut + ", then served by another",
                "served by the same",
                "2 opened, closed: BROKEN 1",
                1000 + SLACK);
        add(
                "connection reset",
                "in a running query",
                scene -> scene.whileInUse(() -> Scene.later(300, scene.proxy::reset), scene::slept, scene::served),
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
                scene -> scene.whileInUse(() -> scene.proxy.cutAfter(2000), () -> "rows " + rows(scene), scene::served),
                dialect.halfAnAnswer + ", then served by another",
                "served by the same",
                "2 opened, closed: BROKEN 1",
                SLACK);
        add(
                "slow network (100 ms a packet)",
                "in a query, and at the end of the unit",
                scene -> scene.whileInUse(() -> scene.proxy.slow(100), scene::served),
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
