package dev.tenure.samples.goneaway;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tenure.samples.database.DatabaseServer;
import org.junit.jupiter.api.Test;

class GoneAwayTest {

    @Test
    void theTableTellsTheTruth() throws Exception {
        try (var server = DatabaseServer.mariaDb().start()) {
            var results = GoneAway.run(Place.of(server.url(), server.user(), server.password()));
            var perRequest = results.get(0);
            var kept = results.get(1);
            var tenure = results.get(2);
            assertThat(perRequest.errors()).isZero();
            assertThat(perRequest.opened()).isEqualTo(perRequest.requests());
            assertThat(kept.errors()).isPositive();
            assertThat(tenure.errors()).isZero();
            assertThat(tenure.opened()).isLessThan(tenure.requests());
        }
    }
}
