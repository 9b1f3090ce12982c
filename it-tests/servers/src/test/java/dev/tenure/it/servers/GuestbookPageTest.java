package dev.tenure.it.servers;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tenure.samples.server.ApplicationServer;
import dev.tenure.samples.server.DeploymentException;
import java.nio.file.Path;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.openqa.selenium.Dimension;

/** The sample's page in a real browser, on a wide and on a narrow screen. */
class GuestbookPageTest {

    private static final Path SCREENSHOTS = Path.of("target", "screenshots");

    /** Longer than the short requests. */
    private static final Pattern HELD =
            Pattern.compile("#\\d+ · request of Entries.db, ReportResource.db\\s+[1-9]\\.\\d s"
                    + "\\s+injected at\\s+Entries.db, ReportResource.db"
                    + "\\s+thread\\s+\\S+, in a call"
                    + "\\s+since\\s+\\d+:\\d\\d:\\d\\d.*"
                    + "\\s+open statements\\s+1");

    private static ApplicationServer server;

    @TempDir
    Path profile;

    @BeforeAll
    static void deploy() throws DeploymentException {
        server = Kind.PAYARA_MICRO.started();
        server.deploy(Guestbook.WAR);
    }

    @AfterAll
    static void undeploy() {
        server.undeploy(Guestbook.NAME);
    }

    @ParameterizedTest
    @CsvSource({"1280, 900", "390, 844"})
    void showsEntriesAndTheLifeOfConnections(int width, int height) throws Exception {
        try (var browser = Browser.at(new Dimension(width, height), profile)) {
            browser.open(Guestbook.page(server));
            var text = "<b>from a screen of</b> " + width;
            browser.type("name", "Ada");
            browser.type("text", text);
            browser.click("#form button");
            browser.await(
                    "the new entry comes first",
                    () -> browser.text("entries").startsWith("Ada")
                            && browser.text("entries").lines().anyMatch(text::equals));
            assertThat(browser.count("#entries b")).as("a guest's text is text").isZero();

            browser.click("#load");
            browser.await(
                    "100 requests served by the connections that are shown",
                    () -> Long.parseLong(browser.text("served")) >= 100);
            assertThat(browser.text("bars"))
                    .containsPattern("(request of Entries|thread of Janitor).db") // who came last
                    .containsPattern("\\d s of (5[4-9]|60) "); // max-age with its jitter
            long open = Long.parseLong(browser.text("open"));
            assertThat(browser.count("#bars .fill")).isEqualTo(open).isPositive();
            long opened = Long.parseLong(browser.text("opened"));
            browser.await("the background job's runs", () -> Long.parseLong(browser.text("runs")) > 0);

            browser.click("#slow");
            browser.await(
                    "who holds a connection",
                    () -> HELD.matcher(browser.text("leases")).find());
            browser.scrollTo("#leases");
            browser.screenshot(SCREENSHOTS.resolve("guestbook-" + width + "-leases.png"));
            browser.await(
                    "it has been given back", () -> !browser.text("leases").contains("ReportResource"));

            browser.click("#retire");
            browser.await("closed for its reason", () -> browser.text("reasons").contains("RETIRED"));
            browser.await(
                    "an idle connection has gone, the next request opens another",
                    () -> browser.text("last").contains("RETIRED"));
            browser.click("#load");
            browser.await("opened anew", () -> Long.parseLong(browser.text("opened")) > opened);

            assertThat(browser.number("document.documentElement.scrollWidth"))
                    .as("nothing sticks out of the screen")
                    .isEqualTo(width);
            assertThat(browser.foreignResources()).isEmpty();
            assertThat(browser.complaints()).isEmpty();
            browser.screenshot(SCREENSHOTS.resolve("guestbook-" + width + ".png"));
        }
    }
}
