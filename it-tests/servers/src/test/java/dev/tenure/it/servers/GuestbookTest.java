package dev.tenure.it.servers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.tenure.samples.server.ApplicationServer;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The sample, as its page calls it. */
class GuestbookTest {

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
        } finally {
            server.undeploy(Guestbook.NAME);
        }
        Probe.awaitSessions(0);
    }

    private static HttpResponse<String> get(ApplicationServer server, String path) throws Exception {
        var response = Probe.HTTP.send(
                HttpRequest.newBuilder(Guestbook.page(server).resolve(path)).build(), BodyHandlers.ofString());
        assertThat(response.statusCode()).as(path + " " + response.body()).isEqualTo(200);
        return response;
    }

    private static int post(ApplicationServer server, String entry) throws Exception {
        var request = HttpRequest.newBuilder(Guestbook.page(server).resolve("api/entries"))
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(entry))
                .build();
        return Probe.HTTP.send(request, BodyHandlers.ofString()).statusCode();
    }
}
