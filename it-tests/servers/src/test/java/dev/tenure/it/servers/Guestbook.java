package dev.tenure.it.servers;

import dev.tenure.samples.server.ApplicationServer;
import java.net.URI;
import java.nio.file.Path;

/** The sample. */
final class Guestbook {

    static final String NAME = "guestbook";
    static final Path WAR = Path.of("..", "..", "src-samples", "guestbook", "target", NAME + ".war");

    private Guestbook() {}

    static URI page(ApplicationServer server) {
        return server.uri(NAME, "/");
    }
}
