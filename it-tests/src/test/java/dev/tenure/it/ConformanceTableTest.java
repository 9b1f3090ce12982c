package dev.tenure.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** The tests that docs/conformance.md names exist. */
class ConformanceTableTest {

    private static final Pattern ROW = Pattern.compile("^\\| [DG]\\d+ \\| .* \\| ([^|]*) \\|$", Pattern.MULTILINE);

    @Test
    void everyTestThatIsNamedExists() throws IOException {
        var root = Path.of("..").toAbsolutePath().normalize();
        Map<String, String> sources = new HashMap<>();
        for (var module : new String[] {"extension", "it-tests", "it-tests/servers"}) {
            try (var files = Files.walk(root.resolve(module + "/src/test/java"))) {
                files.filter(file -> file.toString().endsWith("Test.java"))
                        .forEach(file ->
                                sources.put(file.getFileName().toString().replace(".java", ""), read(file)));
            }
        }
        int named = 0;
        var rows = ROW.matcher(read(root.resolve("docs/conformance.md")));
        while (rows.find()) {
            if (rows.group(1).startsWith("none")) {
                continue;
            }
            for (var name : rows.group(1).split(", ", -1)) {
                var parts = name.split("\\.", -1);
                assertThat(sources).as(rows.group()).containsKey(parts[0]);
                if (parts.length > 1) {
                    assertThat(sources.get(parts[0])).as(name).contains("void " + parts[1] + "(");
                }
                named++;
            }
        }
        assertThat(named).isGreaterThan(50);
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
