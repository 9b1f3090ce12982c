package dev.tenure.samples.database;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** What differs between the servers: where the binaries come from, how to make a data folder, how to start. */
abstract sealed class Product permits MariaDb, MySql {

    private static final List<String> SMALL_AND_QUICK = List.of(
            "--bind-address=127.0.0.1",
            // No DNS lookup at a login; accounts are made for '%'.
            "--skip-name-resolve",
            "--character-set-server=utf8mb4",
            "--innodb-buffer-pool-size=32M",
            // Survives kill -9 of the server, though not a power cut: that is enough here and saves the syncs.
            "--innodb-flush-log-at-trx-commit=2",
            "--innodb-doublewrite=OFF");

    /** With the version: names the folder in the cache. */
    abstract String name();

    /** The Maven coordinates of the jar with the binaries. */
    abstract String jar();

    /** Something that is in that jar. */
    abstract String resource();

    /** Brings the files needed into {@code folder}. */
    abstract void unpack(Path folder) throws IOException;

    /** The server's program. */
    abstract Path program(Path distribution);

    /** Makes the empty {@code data} folder a database with {@link Accounts}. */
    abstract void initialise(Path distribution, Path data) throws IOException;

    /** Options of this product only. */
    abstract List<String> options(Path distribution);

    /** The command without port and user's arguments, to add to. */
    final List<String> serverCommand(Path distribution, Path run) {
        List<String> command = baseCommand(distribution, DataFolder.data(run));
        command.add("--socket=" + run.resolve("socket"));
        command.add("--pid-file=" + run.resolve("server.pid"));
        command.add("--tmpdir=" + run.resolve("tmp"));
        return command;
    }

    final List<String> baseCommand(Path distribution, Path data) {
        List<String> command = new ArrayList<>(List.of(
                program(distribution).toString(),
                "--no-defaults",
                "--basedir=" + distribution,
                "--lc-messages-dir=" + distribution.resolve("share"),
                "--datadir=" + data));
        // Both servers refuse to run as root unless it is said aloud.
        if (isRoot()) {
            command.add("--user=root");
        }
        command.addAll(SMALL_AND_QUICK);
        command.addAll(options(distribution));
        return command;
    }

    private static boolean isRoot() {
        try {
            return Integer.valueOf(0).equals(Files.getAttribute(Path.of("/proc/self"), "unix:uid"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The Debian package that brings a shared library, for those that are known to be missing at times. */
    static final Map<String, String> PACKAGE_OF_LIBRARY = Map.of(
            "libaio.so.1", "libaio1",
            "libnuma.so.1", "libnuma1",
            "libcrypt.so.1", "libcrypt1",
            "libsystemd.so.0", "libsystemd0",
            "libstdc++.so.6", "libstdc++6");
}
