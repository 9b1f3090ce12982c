package dev.tenure.samples.server;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * A JDK of this machine.
 *
 * @param home its folder
 * @param feature its feature release: 17, 25
 */
record Jdk(Path home, int feature) {

    static final String HOW_TO_NAME_ONE =
            "Name one by the environment variable JAVA25_HOME or by -Djdk25.home=..., or install one where Linux,"
                    + " macOS or SDKMAN keep them.";

    private static final Pattern VERSION = Pattern.compile("JAVA_VERSION=\"(\\d+)");

    /** The newest that is named or found, if it is new enough. The one that was named wins, then the one of this JVM. */
    static Optional<Jdk> atLeast(int feature) {
        return Stream.of(
                        named(),
                        Stream.of(Path.of(System.getProperty("java.home"))),
                        installed().sorted(Comparator.reverseOrder()))
                .map(homes -> homes.flatMap(home -> at(home).stream())
                        .filter(jdk -> jdk.feature >= feature)
                        .max(Comparator.comparingInt(Jdk::feature)))
                .flatMap(Optional::stream)
                .findFirst();
    }

    Path java() {
        return home.resolve("bin").resolve("java");
    }

    private static Stream<Path> named() {
        return Stream.of(
                        System.getProperty("jdk25.home"),
                        System.getenv("JAVA25_HOME"),
                        System.getenv("JAVA_HOME_25_X64"))
                .filter(Objects::nonNull)
                .filter(name -> !name.isBlank())
                .map(Path::of);
    }

    private static Stream<Path> installed() {
        var user = Path.of(System.getProperty("user.home"));
        return Stream.of(
                        Path.of("/usr/lib/jvm"),
                        Path.of("/opt/java"),
                        Path.of("/Library/Java/JavaVirtualMachines"),
                        user.resolve(".sdkman/candidates/java"),
                        user.resolve(".jdks"))
                .flatMap(Jdk::inside)
                .flatMap(folder -> Stream.of(folder, folder.resolve("Contents/Home")));
    }

    private static Stream<Path> inside(Path folder) {
        try (var content = Files.list(folder)) {
            return content.toList().stream();
        } catch (IOException e) {
            return Stream.empty();
        }
    }

    /** A JDK's {@code release} file tells its version. */
    private static Optional<Jdk> at(Path home) {
        try {
            var version = VERSION.matcher(Files.readString(home.resolve("release")));
            return version.find() && Files.isExecutable(home.resolve("bin").resolve("java"))
                    ? Optional.of(new Jdk(home, Integer.parseInt(version.group(1))))
                    : Optional.empty();
        } catch (IOException e) {
            return Optional.empty();
        }
    }
}
