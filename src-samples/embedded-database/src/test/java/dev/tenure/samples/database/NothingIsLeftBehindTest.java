package dev.tenure.samples.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class NothingIsLeftBehindTest {

    @ParameterizedTest
    @ValueSource(strings = {"MariaDB", "MySQL"})
    void byClose(String product) {
        DatabaseServer server = Servers.of(product).start();
        server.close();
        server.close();

        assertThat(Servers.isAlive(server.pid())).isFalse();
        assertThat(server.folder()).doesNotExist();
    }

    @Test
    void byCloseOfAPausedServer() {
        DatabaseServer server = Servers.of("MariaDB").start();
        server.pause();
        server.close();

        assertThat(Servers.isAlive(server.pid())).isFalse();
        assertThat(server.folder()).doesNotExist();
    }

    @Test
    void byCloseAfterKill() {
        DatabaseServer server = Servers.of("MariaDB").start();
        server.kill();
        server.close();

        assertThat(server.folder()).doesNotExist();
    }

    @Test
    void byAServerThatDidNotStart() throws IOException {
        List<Path> before = runFolders();
        try {
            Servers.of("MariaDB").with("--no-such-option=1").start().close();
        } catch (IllegalStateException e) {
            assertThat(e).hasMessageContaining("no-such-option");
        }

        assertThat(runFolders()).isSubsetOf(before);
    }

    @ParameterizedTest
    @ValueSource(strings = {"MariaDB", "MySQL"})
    void byAKilledJvm(String product) throws Exception {
        try (ChildJvm child = ChildJvm.start(product)) {
            child.process.destroyForcibly();

            child.assertNothingIsLeft();
        }
    }

    @Test
    void byAKilledJvmWithAPausedServer() throws Exception {
        try (ChildJvm child = ChildJvm.start("MariaDB")) {
            child.tell("pause");
            child.process.destroyForcibly();

            child.assertNothingIsLeft();
        }
    }

    @Test
    void byAKilledJvmAfterARestart() throws Exception {
        try (ChildJvm child = ChildJvm.start("MariaDB")) {
            child.tell("restart");
            child.process.destroyForcibly();

            child.assertNothingIsLeft();
        }
    }

    @Test
    void bySystemExitAlreadyWhenTheJvmHasEnded() throws Exception {
        try (ChildJvm child = ChildJvm.start("MariaDB")) {
            child.send("exit");
            assertThat(child.process.waitFor(20, TimeUnit.SECONDS)).isTrue();

            assertThat(Servers.isAlive(child.serverPid)).isFalse();
            assertThat(child.folder).doesNotExist();
        }
    }

    @Test
    void bySystemExitAfterKill() throws Exception {
        try (ChildJvm child = ChildJvm.start("MariaDB")) {
            child.tell("kill");
            child.send("exit");

            child.assertNothingIsLeft();
        }
    }

    /** Ctrl-C, a closed terminal, a build that is cancelled: JVM, shells and server all get the signal. */
    @ParameterizedTest
    @ValueSource(strings = {"INT", "HUP", "TERM"})
    void byASignalToAllProcessesOfTheTerminal(String signal) throws Exception {
        assumeThat(ignored(signal))
                .as("This build ignores SIG" + signal + " (nohup, a job in the background), and so would its children")
                .isFalse();
        try (ChildJvm child = ChildJvm.start("MariaDB")) {
            String pids = Stream.concat(child.process.descendants(), Stream.of(child.process.toHandle()))
                    .map(process -> String.valueOf(process.pid()))
                    .collect(Collectors.joining(" "));
            new ProcessBuilder("sh", "-c", "kill -s " + signal + " " + pids)
                    .start()
                    .waitFor();
            assertThat(child.process.waitFor(20, TimeUnit.SECONDS)).isTrue();

            child.assertNothingIsLeft();
        }
    }

    /** Children inherit what is ignored. Known on Linux only. */
    private static boolean ignored(String signal) throws IOException {
        Path status = Path.of("/proc/self/status");
        if (Files.notExists(status)) {
            return false;
        }
        long mask = Files.readAllLines(status).stream()
                .filter(line -> line.startsWith("SigIgn:"))
                .mapToLong(line -> Long.parseUnsignedLong(line.substring(7).strip(), 16))
                .findFirst()
                .orElse(0);
        int number = switch (signal) {
            case "HUP" -> 1;
            case "INT" -> 2;
            default -> 15;
        };
        return (mask >> (number - 1) & 1) == 1;
    }

    private static List<Path> runFolders() throws IOException {
        try (var folders = Files.list(Path.of(System.getProperty("java.io.tmpdir")))) {
            return folders.filter(path -> path.getFileName().toString().startsWith("tenure-mariadb"))
                    .toList();
        }
    }

    /** A JVM that has started a server and does what it is told; see {@link ChildJvmMain}. */
    private record ChildJvm(Process process, BufferedReader answers, long serverPid, Path folder)
            implements AutoCloseable {

        static ChildJvm start(String product) throws IOException {
            Servers.of(product);
            Process process = new ProcessBuilder(
                            Path.of(System.getProperty("java.home"), "bin", "java")
                                    .toString(),
                            "-D" + CacheFolder.PROPERTY + "=" + CacheFolder.locate(),
                            "-Djava.io.tmpdir=" + System.getProperty("java.io.tmpdir"),
                            "-cp",
                            System.getProperty("java.class.path"),
                            ChildJvmMain.class.getName(),
                            product)
                    .redirectError(ProcessBuilder.Redirect.INHERIT)
                    .start();
            BufferedReader answers = process.inputReader(StandardCharsets.UTF_8);
            String pid = answers.readLine();
            assertThat(pid).as("the child's first line").isNotNull();
            return new ChildJvm(process, answers, Long.parseLong(pid), Path.of(answers.readLine()));
        }

        void send(String word) throws IOException {
            OutputStream input = process.getOutputStream();
            input.write((word + "\n").getBytes(StandardCharsets.UTF_8));
            input.flush();
        }

        void tell(String word) throws IOException {
            send(word);
            assertThat(answers.readLine()).isEqualTo("done");
        }

        void assertNothingIsLeft() throws InterruptedException {
            long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(20);
            while ((Servers.isAlive(serverPid) || Files.exists(folder)) && System.nanoTime() < deadline) {
                Thread.sleep(20);
            }
            assertThat(Servers.isAlive(serverPid)).isFalse();
            assertThat(folder).doesNotExist();
            assertThat(processesNaming(folder)).isEmpty();
        }

        /** Server and watchdog both have the folder in their command line. */
        private static List<String> processesNaming(Path folder) {
            return ProcessHandle.allProcesses()
                    .map(process -> process.info().commandLine().orElse(""))
                    .filter(command -> command.contains(folder.toString()))
                    .toList();
        }

        @Override
        public void close() {
            process.destroyForcibly();
        }
    }
}
