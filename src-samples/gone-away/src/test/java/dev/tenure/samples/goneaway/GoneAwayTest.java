package dev.tenure.samples.goneaway;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tenure.samples.database.DatabaseServer;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import org.junit.jupiter.api.Test;

class GoneAwayTest {

    @Test
    void theTableTellsTheTruth() throws Exception {
        try (var server = DatabaseServer.mariaDb().start();
                var observer = new Place(server.url(), server.user(), server.password()).connect()) {
            long before = connectsSeenByTheServer(observer);
            List<Result> results = GoneAway.run(Place.on(server));
            long connects = connectsSeenByTheServer(observer) - before;

            assertThat(results)
                    .hasSize(4)
                    .allSatisfy(result -> assertThat(result.requests())
                            .isEqualTo(results.get(0).requests()));
            assertThat(results.stream().mapToLong(Result::opened).sum())
                    .as("connections opened, and those that the server counted")
                    .isEqualTo(connects);

            var perRequest = results.get(0);
            assertThat(perRequest.errors()).isZero();
            assertThat(perRequest.opened()).isEqualTo(perRequest.requests());

            var kept = results.get(1);
            assertThat(kept.errors()).isPositive();
            assertThat(kept.opened()).isOne();

            assertThat(results.subList(2, 4)).allSatisfy(tenure -> {
                assertThat(tenure.errors()).isZero();
                assertThat(tenure.opened()).isPositive().isLessThan(tenure.requests());
            });
        }
    }

    private static long connectsSeenByTheServer(Connection connection) throws SQLException {
        try (var statement = connection.createStatement();
                var rows = statement.executeQuery("show global status like 'Connections'")) {
            rows.next();
            return rows.getLong(2);
        }
    }
}
