package dev.tenure.it;

import static org.assertj.core.api.Assumptions.assumeThat;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** A PostgreSQL of one test's own, or the one of this JVM; ended by its own shutdown hook. */
final class PostgreSqlServer implements ServerControl {

    private final Path data;
    private EmbeddedPostgres running;

    private PostgreSqlServer(Path data) throws IOException {
        this.data = data;
        this.running = builder().start();
    }

    private EmbeddedPostgres.Builder builder() {
        return EmbeddedPostgres.builder().setDataDirectory(data).setCleanDataDirectory(false);
    }

    /** Its binaries are fetched for Linux on x86-64 only. */
    private static void available() {
        assumeThat(System.getProperty("os.name") + " " + System.getProperty("os.arch"))
                .as("PostgreSQL is tested on Linux amd64 only: its other binaries are not in it-tests/pom.xml")
                .isEqualTo("Linux amd64");
    }

    /** The one PostgreSQL of this JVM. */
    static Target shared() {
        available();
        return Shared.TARGET;
    }

    /** Started at its first use. */
    private static final class Shared {
        private static final Target TARGET = start();

        private static Target start() {
            try {
                return withAccounts(EmbeddedPostgres.builder().start());
            } catch (IOException | SQLException e) {
                throw new AssertionError(e);
            }
        }
    }

    /** One more, for a test that hurts it; the test closes it. */
    static PostgreSqlServer another() throws IOException {
        available();
        return new PostgreSqlServer(Files.createTempDirectory("it-postgresql"));
    }

    /** Its users must know their passwords, other than those of the shared one. */
    Target target() throws IOException, SQLException {
        var target = withAccounts(running);
        var rules = data.resolve("pg_hba.conf");
        Files.writeString(rules, "host all tenure all scram-sha-256\n" + Files.readString(rules));
        try (var root = DriverManager.getConnection(running.getJdbcUrl("postgres", "postgres"))) {
            Application.number(root, "select 1 where pg_reload_conf()");
        }
        return target;
    }

    private static Target withAccounts(EmbeddedPostgres server) throws SQLException {
        try (var connection = DriverManager.getConnection(server.getJdbcUrl("postgres", "postgres"));
                var statement = connection.createStatement()) {
            statement.execute("create role tenure login password 'tenure-secret'");
            statement.execute("create database tenure owner tenure");
        }
        return new Target(
                Target.Dialect.POSTGRESQL,
                "jdbc:postgresql://127.0.0.1:" + server.getPort() + "/tenure?sslmode=disable",
                server.getPort(),
                "tenure",
                "tenure-secret",
                "postgres",
                "postgres");
    }

    @Override
    public void restart() throws IOException {
        int port = running.getPort();
        running.close(); // also gives up its lock on the data
        running = builder().setPort(port).start();
    }

    @Override
    public void kill() throws IOException, InterruptedException {
        var all = processes();
        all.forEach(ProcessHandle::destroyForcibly);
        for (var process : all) {
            while (process.isAlive()) {
                TimeUnit.MILLISECONDS.sleep(10);
            }
        }
        Files.delete(data.resolve("postmaster.pid"));
    }

    @Override
    public void pause() throws IOException, InterruptedException {
        signal("STOP");
    }

    @Override
    public void resume() throws IOException, InterruptedException {
        signal("CONT");
    }

    private void signal(String name) throws IOException, InterruptedException {
        var command = new ArrayList<>(List.of("kill", "-" + name));
        processes().forEach(process -> command.add(String.valueOf(process.pid())));
        int exit = new ProcessBuilder(command).inheritIO().start().waitFor();
        if (exit != 0) {
            throw new IOException(command + " ended with " + exit);
        }
    }

    /** The postmaster and what it has started: one process a session, and its helpers. */
    private List<ProcessHandle> processes() throws IOException {
        long id = Long.parseLong(
                Files.readAllLines(data.resolve("postmaster.pid")).get(0));
        var postmaster = ProcessHandle.of(id).orElseThrow();
        var all = new ArrayList<ProcessHandle>();
        all.add(postmaster); // first, lest it starts new ones meanwhile
        postmaster.descendants().forEach(all::add);
        return all;
    }

    @Override
    public void close() throws IOException {
        running.close();
        try (var files = Files.walk(data)) {
            for (var file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }
}
