package dev.tenure.it;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tenure.config.Key;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The README's table of configuration says what the code does. */
class DocumentedConfigurationTest {

    @ParameterizedTest
    @EnumSource
    void theReadmeHasARowOfEachKey(Key key) throws IOException {
        assertThat(rows())
                .as("a row of README.md: | `tenure.<database>.%s` | `%s` | `%s` | %s |"
                        .formatted(
                                key.key(),
                                key.environmentVariable("default"),
                                key.defaultText().orElse("-"),
                                key.meaning()))
                .anySatisfy(cells -> assertThat(cells)
                        .contains(
                                "tenure.<database>." + key.key(),
                                key.environmentVariable("default"),
                                key.defaultText().orElse("-"),
                                key.meaning()));
    }

    /** The cells of all tables, without the marks of code. */
    private static List<List<String>> rows() throws IOException {
        try (var lines = Files.lines(readme())) {
            return lines.filter(line -> line.startsWith("|"))
                    .map(line -> Arrays.stream(line.split("\\|"))
                            .map(cell -> cell.replace("`", "").strip())
                            .toList())
                    .toList();
        }
    }

    private static Path readme() {
        var start = System.getProperty("maven.multiModuleProjectDirectory", System.getProperty("user.dir"));
        return Stream.iterate(Path.of(start).toAbsolutePath(), folder -> folder != null, Path::getParent)
                .filter(folder -> Files.isDirectory(folder.resolve("extension")))
                .map(folder -> folder.resolve("README.md"))
                .findFirst()
                .orElseThrow(() -> new AssertionError("No folder of Tenure at or above " + start));
    }
}
