package dev.tenure.it;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tenure.ManagedConnections;
import jakarta.enterprise.inject.se.SeContainerInitializer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.logging.ConsoleHandler;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A run-time image made by jlink may lack the modules of optional integrations: they are absent then, and nothing else is. */
@Timeout(120)
class WithoutModulesTest {

    private static final String LEFT = "java.desktop,java.instrument,java.logging,java.naming,java.sql,jdk.unsupported";

    @ParameterizedTest
    @CsvSource({"jdk.jfr, jdk/jfr/Event, java.management", "java.management, javax/management/, jdk.jfr"})
    void theApplicationWorks(String module, String missing, String other) throws Exception {
        var output = run(LEFT + "," + other);
        assertThat(output)
                .contains(module + " is there: false", other + " is there: true")
                .contains("TNR-0312")
                .contains(missing)
                .contains("connection ", "leases 1", "ended")
                .doesNotContain("Exception in thread", "TNR-0311");
    }

    private static String run(String modules) throws Exception {
        var server = Servers.MARIADB.started();
        var command = new ArrayList<String>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx128m",
                "--limit-modules",
                modules,
                "-cp",
                System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")),
                "-Dtenure.default.url=" + server.url(),
                "-Dtenure.default.user=" + server.user(),
                "-Dtenure.default.password=" + server.password(),
                "-Dtenure.default.max-age=60",
                WithoutModulesTest.class.getName()));
        var process = new ProcessBuilder(command).redirectErrorStream(true).start();
        try {
            process.getOutputStream().close();
            var output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            assertThat(process.waitFor(60, TimeUnit.SECONDS)).as(output).isTrue();
            assertThat(process.exitValue()).as(output).isZero();
            return output;
        } finally {
            process.destroyForcibly();
        }
    }

    /** The application. */
    public static void main(String[] args) throws Exception {
        for (var module : List.of("jdk.jfr", "java.management")) {
            System.out.println(module + " is there: "
                    + ModuleLayer.boot().findModule(module).isPresent());
        }
        var log = Logger.getLogger("dev.tenure");
        log.setLevel(Level.FINE);
        var console = new ConsoleHandler();
        console.setLevel(Level.FINE);
        log.addHandler(console);
        try (var container = SeContainerInitializer.newInstance()
                .addBeanClasses(Beans.Orders.class)
                .initialize()) {
            var orders = container.select(Beans.Orders.class).get();
            var tenure = container.select(ManagedConnections.class).get();
            tenure.run(() -> {
                try (var statement = orders.db().createStatement();
                        var rows = statement.executeQuery("select connection_id()")) {
                    rows.next();
                    System.out.println("connection " + rows.getLong(1));
                    System.out.println("leases " + tenure.leases().size());
                    return null;
                }
            });
        }
        System.out.println("ended");
    }
}
