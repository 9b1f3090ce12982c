package dev.tenure.it.servers;

import dev.tenure.samples.server.ApplicationServer;
import dev.tenure.samples.server.DeploymentException;
import java.net.URI;
import java.nio.file.Path;

/** The sample, deployed. */
final class Guestbook {

    static final String NAME = "guestbook";
    private static final Path WAR = Path.of("..", "..", "src-samples", "guestbook", "target", NAME + ".war");

    private Guestbook() {}

    /** On a server of its own. */
    static ApplicationServer on(Kind kind) throws DeploymentException {
        var database = Kind.database();
        var server = kind.builder()
                .with("tenure.default.url", database.url())
                .with("tenure.default.user", database.user())
                .with("tenure.default.password", database.password())
                .start();
        try {
            server.deploy(WAR);
            return server;
        } catch (DeploymentException | RuntimeException e) {
            server.close();
            throw e;
        }
    }

    static URI page(ApplicationServer server) {
        return server.uri(NAME, "/");
    }
}
