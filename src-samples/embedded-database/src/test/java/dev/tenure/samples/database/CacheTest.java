package dev.tenure.samples.database;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CacheTest {

    @TempDir
    Path folder;

    @Test
    void isWhereThePropertySays() {
        assertThat(CacheFolder.locate("/somewhere/else", folder)).isEqualTo(Path.of("/somewhere/else"));
    }

    @Test
    void isInTheTargetFolderOfTheTopmostMavenProject() throws IOException {
        Path module = Files.createDirectories(folder.resolve("project/parent/module"));
        Files.createFile(folder.resolve("project/pom.xml"));
        Files.createFile(folder.resolve("project/parent/pom.xml"));
        Files.createFile(module.resolve("pom.xml"));

        assertThat(CacheFolder.locate(null, module)).isEqualTo(folder.resolve("project/target/embedded-database"));
    }

    @Test
    void isInTheFolderForTemporaryFilesOutsideOfMaven() {
        assertThat(CacheFolder.locate(null, folder))
                .hasFileName("tenure-embedded-database-" + System.getProperty("user.name"));
    }

    /** Two JVMs with several threads each; a third was killed while it unpacked. */
    @Test
    void isFilledOnceAndWholeWhenManyWantItAtOnce() throws Exception {
        Servers.of("MariaDB");
        Files.createDirectories(folder.resolve("mariadb-11.4.5.partial/bin"));

        List<Process> jvms = new ArrayList<>();
        for (int i = 0; i < 2; i++) {
            jvms.add(new ProcessBuilder(
                            Path.of(System.getProperty("java.home"), "bin", "java")
                                    .toString(),
                            "-D" + CacheFolder.PROPERTY + "=" + folder,
                            "-cp",
                            System.getProperty("java.class.path"),
                            PrepareMain.class.getName())
                    .inheritIO()
                    .start());
        }

        for (Process jvm : jvms) {
            assertThat(jvm.waitFor(120, TimeUnit.SECONDS)).isTrue();
            assertThat(jvm.exitValue()).isZero();
        }
        try (Stream<Path> files = Files.list(folder)) {
            assertThat(files.map(file -> file.getFileName().toString()).toList())
                    .hasSize(3)
                    .contains("mariadb-11.4.5", "mariadb-11.4.5.lock")
                    .anyMatch(name -> name.startsWith("mariadb-11.4.5-template-"));
        }
    }

    /** What each of the two JVMs does. */
    static final class PrepareMain {

        private PrepareMain() {}

        public static void main(String[] arguments) {
            List<Path> templates = Stream.generate(() -> new Distribution(new MariaDb()))
                    .limit(3)
                    .parallel()
                    .map(distribution -> {
                        distribution.whyNotAvailable().ifPresent(reason -> {
                            throw new IllegalStateException(reason);
                        });
                        return distribution.template();
                    })
                    .distinct()
                    .toList();
            System.exit(templates.size() == 1 ? 0 : 1);
        }
    }
}
