package dev.tenure.it.servers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.tenure.samples.server.ApplicationServer;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.regex.Pattern;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The sample, as its page calls it. */
class GuestbookTest {

    private static final String UNIT = "\"unit\":\"request of Entries.db, ReportResource.db\"";
    private static final Pattern HELD = Pattern.compile("\\{\"connection\":\\d+," + UNIT
            + ",\"injectionPoints\":\\[\"Entries.db\",\"ReportResource.db\"],\"thread\":\"[^\"]+\",\"inCall\":(true|false)"
            + ",\"held\":[012]\\.\\d+,\"heldSince\":\"20[^\"]+Z\",\"statements\":1,\"transaction\":false}");

    @ParameterizedTest
    @MethodSource("dev.tenure.it.servers.Kind#chosen")
    void listsAndAddsAndShowsItsConnections(Kind kind) throws Exception {
        assumeTrue(kind.isOfJakartaEe(), "the guestbook wants the server's scheduled executor");
        var server = kind.started();
        server.deploy(Guestbook.WAR);
        try {
            assertThat(get(server, "").body()).contains("<title>Guestbook");

            assertThat(post(server, "{\"name\":\"Ada\",\"text\":\"on " + kind + "\"}"))
                    .isEqualTo(204);
            assertThat(post(server, "{\"name\":\"\",\"text\":\"nobody\"}")).isEqualTo(400);
            assertThat(get(server, "api/entries").body())
                    .contains("\"text\":\"on " + kind + "\"")
                    .doesNotContain("nobody");

            assertThat(get(server, "api/tenure").body())
                    .contains("\"leased\":0", "\"maxAge\":")
                    .containsPattern("\"holder\":\"(request of Entries|thread of Janitor).db"); // who came last
            showsWhoHoldsWhat(server);
        } finally {
            server.undeploy(Guestbook.NAME);
        }
        Probe.awaitSessions(0);
    }

    private static void showsWhoHoldsWhat(ApplicationServer server) throws Exception {
        var slow = Probe.HTTP.sendAsync(request(server, "api/report?seconds=2"), BodyHandlers.ofString());
        String shown;
        do {
            shown = get(server, "api/tenure").body();
        } while (!HELD.matcher(shown).find() && !slow.isDone());
        assertThat(shown).containsPattern(HELD);
        assertThat(slow.get().body()).contains("{\"entries\":");
        assertThat(get(server, "api/tenure").body().replaceFirst(".*\"leases\":", ""))
                .doesNotContain(UNIT);
    }

    private static HttpResponse<String> get(ApplicationServer server, String path) throws Exception {
        var response = Probe.HTTP.send(request(server, path), BodyHandlers.ofString());
        assertThat(response.statusCode()).as(path + " " + response.body()).isEqualTo(200);
        return response;
    }

    private static HttpRequest request(ApplicationServer server, String path) {
        return HttpRequest.newBuilder(Guestbook.page(server).resolve(path)).build();
    }

    private static int post(ApplicationServer server, String entry) throws Exception {
        var request = HttpRequest.newBuilder(Guestbook.page(server).resolve("api/entries"))
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(entry))
                .build();
        return Probe.HTTP.send(request, BodyHandlers.ofString()).statusCode();
    }
}
