package dev.tenure.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Every failure of the table, on every server. What does not depend on the CDI container is run on one of them only. */
class FailuresTest {

    private static final Path DOCUMENT = Path.of("..", "docs", "failures.md");

    private static Stream<Arguments> failures() {
        var failures = OncePerBuild.isThisRun()
                ? Failures.all().stream()
                : Failures.all().stream().limit(1);
        return failures.flatMap(failure -> Stream.of(Servers.values()).map(server -> Arguments.of(failure, server)));
    }

    @ParameterizedTest(name = "{1}: {0}")
    @MethodSource("failures")
    @Timeout(60)
    void isAsTheTableSays(Failure failure, Servers server) throws Exception {
        try (var scene = new Scene(failure, server)) {
            failure.script().run(scene);
            assertThat(scene.seenInFlight()).as("the unit in flight").isEqualTo(failure.inFlight());
            assertThat(scene.seenNext()).as("the next unit").isEqualTo(failure.next());
            assertThat(scene.connections()).as("connections").isEqualTo(failure.connections());
            assertThat(scene.longestMillis())
                    .as("milliseconds of the longest call")
                    .isLessThan(failure.withinMillis());
        }
    }

    /** Rewritten with {@code -Dfailures.write=true}. */
    @Test
    void theDocumentShowsTheTable() throws Exception {
        var table = Failures.all().stream().map(Failure::row).collect(Collectors.joining("\n", "", "\n"));
        var text = Files.readString(DOCUMENT);
        int start = text.indexOf("| --- |");
        start = text.indexOf('\n', start) + 1;
        int end = text.indexOf("\n\n", start) + 1;
        if (Boolean.getBoolean("failures.write")) {
            Files.writeString(DOCUMENT, text.substring(0, start) + table + text.substring(end));
        } else {
            assertThat(text.substring(start, end)).isEqualTo(table);
        }
    }
}
