package dev.tenure.samples.database;

import java.nio.file.Files;
import java.nio.file.Path;

/** Where unpacked servers are kept between runs. */
final class CacheFolder {

    /** Names another folder. */
    static final String PROPERTY = "embedded-database.dir";

    private CacheFolder() {}

    static Path locate() {
        return locate(System.getProperty(PROPERTY), Path.of("").toAbsolutePath());
    }

    static Path locate(String configured, Path current) {
        if (configured != null) {
            return Path.of(configured).toAbsolutePath();
        }
        Path mavenRoot = topmostWithPom(current);
        if (mavenRoot != null) {
            return mavenRoot.resolve("target").resolve("embedded-database");
        }
        // The user's name, since what one user unpacked another can neither complete nor delete.
        return Path.of(System.getProperty("java.io.tmpdir"))
                .toAbsolutePath()
                .resolve("tenure-embedded-database-" + System.getProperty("user.name"));
    }

    /** The root of a build of several modules, started in the folder of one; null outside of Maven projects. */
    private static Path topmostWithPom(Path current) {
        Path topmost = null;
        for (Path folder = current; folder != null && Files.exists(folder.resolve("pom.xml")); ) {
            topmost = folder;
            folder = folder.getParent();
        }
        return topmost;
    }
}
