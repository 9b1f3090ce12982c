package dev.tenure.it;

import dev.tenure.it.Target.Dialect;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/** A connection cannot be opened. */
final class OpeningFailures extends FailureGroup {

    OpeningFailures(Dialect dialect) {
        super(dialect);
        opening();
        passwordChanged();
        switch (dialect) {
            case MYSQL -> tooMany();
            case POSTGRESQL ->
                oneForEachUser(
                        "`connection limit` of the role reached",
                        "alter role tenure connection limit 1",
                        "PSQLException 53300, then TNR-0211 53300");
        }
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
                    });
                    scene.proxy.acceptAgain();
                    Thread.sleep(300);
                    scene.nextUnit();
                },
                dialect.refused + ", then " + refused(),
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

    private void tooMany() {
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
        oneForEachUser(
                "`max_user_connections` reached",
                "alter user 'tenure'@'%' with max_user_connections 1",
                "SQLSyntaxErrorException 42000/1226, then TNR-0211 42000/1226");
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

    private void oneForEachUser(String what, String limit, String errors) {
        addOwn(
                what,
                "when one must be opened",
                scene -> {
                    scene.asRoot(limit);
                    try (var other = scene.plain()) {
                        scene.unit(() -> {
                            scene.inFlight(scene::served);
                            scene.inFlight(scene::served);
                        });
                        if (other.isClosed()) {
                            throw new AssertionError("the other one has gone");
                        }
                    }
                    Thread.sleep(300);
                    scene.nextUnit();
                },
                errors,
                "served",
                "1 opened",
                SLACK);
    }

    private void passwordChanged() {
        addOwn(
                "password changed, configuration too",
                "while a connection is open",
                scene -> {
                    scene.unit(scene::served);
                    scene.asRoot(dialect.rotatePassword);
                    scene.unit(() -> {
                        scene.inFlight(scene::served);
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
                    scene.asRoot(dialect.rotatePassword);
                    scene.unit(() -> {
                        scene.inFlight(scene::served);
                    });
                    System.setProperty("tenure.default.password", "rotated");
                    scene.nextUnit();
                },
                dialect.accessDenied,
                "served",
                "1 opened",
                SLACK);
    }
}
