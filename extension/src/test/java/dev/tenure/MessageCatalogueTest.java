package dev.tenure;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("docs/messages.md has every message, and only those")
class MessageCatalogueTest {

    private static final Pattern ID = Pattern.compile("TNR-\\d{4}");
    /** A text in the code: at the beginning of a string or text block. */
    private static final Pattern TEXT = Pattern.compile("\"\\s*(TNR-\\d{4})");
    /** A level right before a text, with nothing between but a lambda's arrow and brackets. */
    private static final Pattern LOGGED =
            Pattern.compile("Level\\.(\\w+),\\s*(?:\\(\\) ->\\s*)?\\(?\\s*\"(TNR-\\d{4})");
    /** A level right before a text that a class of messages makes. */
    private static final Pattern LOGGED_BY_NAME = Pattern.compile("Level\\.(\\w+),\\s*(\\w*Messages\\.\\w+)\\(");
    /** A method of such a class, and its text. */
    private static final Pattern MADE = Pattern.compile("static \\w+ (\\w+)\\([^{;]*\\{\\s*return[^;]*?\"(TNR-\\d{4})");
    /** A row of the table: id, how. */
    private static final Pattern ROW = Pattern.compile("\\| (TNR-\\d{4}) \\| (\\w+) \\| (\\S.*) \\| (\\S.*) \\|");

    private static final Map<String, String> LEVELS = new TreeMap<>();
    private static final Map<String, String> PLACES = new TreeMap<>();
    private static final Map<String, String> DOCUMENTED = new TreeMap<>();
    private static String documentation;

    @BeforeAll
    static void read() throws IOException {
        var root = root();
        var made = new TreeMap<String, String>();
        var byName = new TreeMap<String, String>();
        try (var files = Files.walk(root.resolve("extension/src/main/java"))) {
            for (var file :
                    files.filter(path -> path.toString().endsWith(".java")).toList()) {
                var type = file.getFileName().toString().replace(".java", "");
                var source = Files.readString(file);
                TEXT.matcher(source)
                        .results()
                        .forEach(match -> PLACES.merge(match.group(1), type, (a, b) -> a + ", " + b));
                LOGGED.matcher(source).results().forEach(match -> LEVELS.put(match.group(2), match.group(1)));
                LOGGED_BY_NAME.matcher(source).results().forEach(match -> byName.put(match.group(2), match.group(1)));
                MADE.matcher(source).results().forEach(match -> made.put(type + "." + match.group(1), match.group(2)));
            }
        }
        byName.forEach((method, level) -> LEVELS.put(made.getOrDefault(method, method), level));
        documentation = Files.readString(root.resolve("docs/messages.md"));
        ROW.matcher(documentation).results().forEach(match -> DOCUMENTED.put(match.group(1), match.group(2)));
    }

    @Test
    @DisplayName("each message of the code has a row")
    void documented() {
        var missing = new TreeSet<>(PLACES.keySet());
        missing.removeAll(DOCUMENTED.keySet());
        assertThat(missing)
                .as(
                        "Add to docs/messages.md a row for each: | %s | %s | what it means | what to do |",
                        missing.stream()
                                .findFirst()
                                .map(id -> id + " (of " + PLACES.get(id) + ")")
                                .orElse(""),
                        missing.stream()
                                .findFirst()
                                .map(id -> LEVELS.getOrDefault(id, "exception"))
                                .orElse(""))
                .isEmpty();
    }

    @Test
    @DisplayName("each row is of a message of the code")
    void notOutdated() {
        var gone = new TreeSet<String>();
        ID.matcher(documentation).results().forEach(match -> gone.add(match.group()));
        gone.removeAll(PLACES.keySet());
        assertThat(gone)
                .as("Remove from docs/messages.md: the code says these no more")
                .isEmpty();
    }

    @Test
    @DisplayName("each row says at which level the message is logged, or that it is not")
    void levels() {
        DOCUMENTED.forEach((id, how) -> {
            var level = LEVELS.get(id);
            if (level != null) {
                assertThat(how)
                        .as("%s: write the level of the code into docs/messages.md", id)
                        .isEqualTo(level);
            } else {
                assertThat(how)
                        .as("%s is not logged: write deployment or exception into docs/messages.md", id)
                        .isIn("deployment", "exception");
            }
        });
    }

    @Test
    @DisplayName("each number stands for one message")
    void unique() {
        assertThat(PLACES)
                .as("Give one of them a number of its own")
                .allSatisfy((id, places) -> assertThat(places).as(id).doesNotContain(","));
    }

    @Test
    @DisplayName("STYLE 5: INFO once a database, with its limits; nothing else at INFO, nothing at ERROR")
    void quiet() {
        var loud = LEVELS.entrySet().stream()
                .filter(entry -> !Set.of("DEBUG", "WARNING").contains(entry.getValue()))
                .map(Map.Entry::getKey)
                .toList();
        assertThat(loud)
                .as("DEBUG tells of opens and closes, WARNING of lost work, leaks and misconfiguration")
                .containsExactly("TNR-0220");
    }

    private static Path root() {
        var start = System.getProperty("maven.multiModuleProjectDirectory", System.getProperty("user.dir"));
        return Stream.iterate(Path.of(start).toAbsolutePath(), folder -> folder != null, Path::getParent)
                .filter(folder -> Files.isDirectory(folder.resolve("extension")))
                .findFirst()
                .orElseThrow(() -> new AssertionError("No folder of Tenure at or above " + start));
    }
}
