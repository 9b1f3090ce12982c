package dev.tenure.jfr;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import jdk.jfr.EventType;
import jdk.jfr.Recording;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("Events of the Flight Recorder")
class RegistrationTest {

    /** A class of events that the recorder meets later takes the texts of the others away from who reads along (JDK-8382242). */
    @Test
    @DisplayName("the recorder knows all of them before the first is written")
    void allAtOnce() throws Exception {
        try (var recording = new Recording();
                var application = application()) {
            recording.start();
            var before = known();
            application
                    .loadClass(FlightRecorder.class.getName())
                    .getConstructor()
                    .newInstance();
            var added = new ArrayList<>(known());
            before.forEach(added::remove);
            assertThat(added)
                    .containsExactlyInAnyOrder(
                            "dev.tenure.ConnectionOpen",
                            "dev.tenure.ConnectionClose",
                            "dev.tenure.Lease",
                            "dev.tenure.Wait",
                            "dev.tenure.Boundary",
                            "dev.tenure.LongLease");
        }
    }

    /** A class loader to which none of them is known yet. */
    private static URLClassLoader application() throws MalformedURLException {
        var urls = new ArrayList<URL>();
        for (var entry : System.getProperty("java.class.path").split(File.pathSeparator, -1)) {
            urls.add(Path.of(entry).toUri().toURL());
        }
        return new URLClassLoader(urls.toArray(URL[]::new), ClassLoader.getPlatformClassLoader());
    }

    private static List<String> known() {
        return jdk.jfr.FlightRecorder.getFlightRecorder().getEventTypes().stream()
                .map(EventType::getName)
                .filter(name -> name.startsWith("dev.tenure."))
                .toList();
    }
}
