package dev.tenure.vendor;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.SQLException;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayName("R12 a ping")
class PingTest {

    private final Vendor vendor = Vendor.forUrl("jdbc:fake:db");

    @ParameterizedTest
    @CsvSource({"1,1", "999999999,1", "1000000000,1", "1000000001,2", "0,1", "9223372036854775807,2147483647"})
    void has_a_deadline_in_whole_seconds_that_is_never_0(long nanos, int seconds) {
        var connection = new DriverStub()
                .onCall("isValid", arguments -> arguments[0].equals(seconds))
                .as(Connection.class);

        assertThat(vendor.ping(connection, nanos)).isTrue();
    }

    @Test
    void says_what_the_driver_says() {
        assertThat(vendor.ping(new DriverStub().on("isValid", false).as(Connection.class), 1))
                .isFalse();
    }

    @Test
    void that_throws_has_failed() {
        assertThat(vendor.ping(throwing(new SQLException()), 1)).isFalse();
        assertThat(vendor.ping(throwing(new IllegalStateException()), 1)).isFalse();
    }

    private static Connection throwing(Exception e) {
        return new DriverStub()
                .onCall("isValid", arguments -> {
                    throw e;
                })
                .as(Connection.class);
    }
}
