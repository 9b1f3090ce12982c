package dev.tenure.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
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

    private static Stream<Arguments> onMySql() {
        return some(Failures.onMySql())
                .flatMap(failure -> Stream.of(Servers.values()).map(server -> Arguments.of(failure, server)));
    }

    private static Stream<Arguments> onPostgreSql() {
        return some(Failures.onPostgreSql()).map(Arguments::of);
    }

    private static Stream<Failure> some(List<Failure> all) {
        return OncePerBuild.isThisRun() ? all.stream() : all.stream().limit(1);
    }

    @ParameterizedTest(name = "{1}: {0}")
    @MethodSource("onMySql")
    @Timeout(60)
    void isAsTheTableSays(Failure failure, Servers server) throws Exception {
        try (var scene = Scene.on(server, failure)) {
            isAsTheTableSays(failure, scene);
        }
    }

    @ParameterizedTest(name = "PostgreSQL: {0}")
    @MethodSource("onPostgreSql")
    @Timeout(60)
    void isAsTheTableSaysOnPostgreSql(Failure failure) throws Exception {
        try (var scene = Scene.onPostgreSql(failure)) {
            isAsTheTableSays(failure, scene);
        }
    }

    private static void isAsTheTableSays(Failure failure, Scene scene) throws Exception {
        failure.script().run(scene);
        assertThat(scene.seenInFlight()).as("the unit in flight").isEqualTo(failure.inFlight());
        assertThat(scene.seenNext()).as("the next unit").isEqualTo(failure.next());
        assertThat(scene.connections()).as("connections").isEqualTo(failure.connections());
        assertThat(scene.longestMillis()).as("milliseconds of the longest call").isLessThan(failure.withinMillis());
    }

    /** Rewritten with {@code -Dfailures.write=true}. */
    @Test
    void theDocumentShowsTheTables() throws Exception {
        var before = Files.readString(DOCUMENT);
        var after = withTable(
                withTable(before, "## MySQL and MariaDB", Failures.onMySql()),
                "## PostgreSQL",
                Failures.onPostgreSql());
        if (Boolean.getBoolean("failures.write")) {
            Files.writeString(DOCUMENT, after);
        } else {
            assertThat(before).isEqualTo(after);
        }
    }

    private static String withTable(String text, String heading, List<Failure> rows) {
        int start = text.indexOf('\n', text.indexOf("| --- |", text.indexOf(heading))) + 1;
        int end = text.indexOf("\n\n", start) + 1;
        return text.substring(0, start)
                + rows.stream().map(Failure::row).collect(Collectors.joining("\n", "", "\n"))
                + text.substring(end);
    }
}
