package dev.tenure.vendor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.InetAddress;
import java.net.ServerSocket;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("R2 opening")
class BoundedOpeningTest {

    private static final long SECOND = TimeUnit.SECONDS.toNanos(1);
    private static final long SHORT = SECOND / 5;

    /** The kernel accepts, nobody answers: a paused server. The URLs' own time-outs would let the open block for good or for 30 s. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "jdbc:mysql://127.0.0.1:%d/shop",
                "jdbc:mysql://127.0.0.1:%d/shop?socketTimeout=30000",
                "jdbc:mysql://127.0.0.1:%d/shop?socketTimeout=0",
                "jdbc:mariadb://127.0.0.1:%d/shop",
                "jdbc:mysql://127.0.0.1:%d/shop?permitMysqlScheme",
                "jdbc:postgresql://127.0.0.1:%d/shop",
                "jdbc:postgresql://127.0.0.1:%d/shop?socketTimeout=30",
                "jdbc:postgresql://127.0.0.1:%d/shop?socketTimeout=0",
            })
    @Timeout(value = 20, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
    void fails_in_time_when_the_server_accepts_and_says_nothing(String format) throws Exception {
        try (var silent = new ServerSocket(0, 50, InetAddress.getLoopbackAddress())) {
            var url = format.formatted(silent.getLocalPort());
            var properties = new Properties();
            properties.setProperty("user", "u");
            properties.setProperty("password", "p");
            Vendor.forUrl(url).boundOpening(url, properties, SHORT);

            long started = System.nanoTime();
            assertThatThrownBy(() -> driver(url).connect(url, properties)).isInstanceOf(SQLException.class);

            assertThat(Duration.ofNanos(System.nanoTime() - started)).isLessThan(Duration.ofSeconds(10));
        }
    }

    private static java.sql.Driver driver(String url) throws SQLException {
        if (url.startsWith("jdbc:postgresql:")) {
            return new org.postgresql.Driver();
        }
        boolean mariaDb = url.startsWith("jdbc:mariadb:") || url.contains("permitMysqlScheme");
        return mariaDb ? new org.mariadb.jdbc.Driver() : new com.mysql.cj.jdbc.Driver();
    }

    @ParameterizedTest(name = "{0}: {1} {2}")
    @CsvSource({
        // Connector/J: the properties win, so the URL's values are carried over.
        "jdbc:mysql://h/d, 1500, 1500",
        "jdbc:mysql://h/d?connectTimeout=700, 700, 700",
        "jdbc:mysql://h/d?connectTimeout=0, 1500, 1500",
        "jdbc:mysql://h/d?socketTimeout=800, 1500, 800",
        "jdbc:mysql://h/d?a=b&socketTimeout=60000&connectTimeout=9000, 9000, 9000",
        "jdbc:mysql://h/d?socketTimeout=0, 1500, 1500",
        // Several hosts: the driver opens more later, with the same properties.
        "'jdbc:mysql://h1,h2/d', 1500,",
        "'jdbc:mysql://address=(host=h1)(port=1),address=(host=h2)(port=2)/d', 1500,",
        "jdbc:mysql:loadbalance://h1/d, 1500,",
        "jdbc:mysql:replication://h1/d, 1500,",
        "jdbc:mysql+srv://h1/d, 1500,",
        // One host with a comma inside.
        "'jdbc:mysql://(host=h,port=1)/d', 1500, 1500",
        // MariaDB: connectTimeout covers all.
        "jdbc:mariadb://h/d, 1500,",
        "jdbc:mysql://h/d?permitMysqlScheme, 1500,",
    })
    void is_bounded_in_milliseconds_with_MySQL(String url, String connectTimeout, String socketTimeout) {
        var properties = bounded(url, SECOND + SECOND / 2);

        assertThat(properties.get("connectTimeout")).isEqualTo(connectTimeout);
        assertThat(properties.get("socketTimeout")).isEqualTo(socketTimeout);
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource({
        "jdbc:postgresql://h/d, 2, ",
        "jdbc:postgresql://h/d?connectTimeout=9, 2, ",
        "jdbc:postgresql://h/d?socketTimeout=9, , 2",
        "jdbc:postgresql://h/d?a=b&socketTimeout=0, , 2",
    })
    void is_bounded_in_whole_seconds_with_PostgreSQL(String url, String socketTimeout, String loginTimeout) {
        var properties = bounded(url, SECOND + SECOND / 2);

        assertThat(properties.get("connectTimeout")).isEqualTo("2");
        assertThat(properties.get("cancelSignalTimeout")).isEqualTo("2");
        assertThat(properties.get("socketTimeout")).isEqualTo(socketTimeout);
        assertThat(properties.get("loginTimeout")).isEqualTo(loginTimeout);
    }

    @Test
    void is_never_bounded_by_0_which_would_be_for_ever() {
        assertThat(bounded("jdbc:mysql://h/d", 1)).containsEntry("connectTimeout", "1");
        assertThat(bounded("jdbc:postgresql://h/d", 1)).containsEntry("connectTimeout", "1");
        assertThat(bounded("jdbc:mysql://h/d", Long.MAX_VALUE))
                .containsEntry("connectTimeout", Integer.toString(Integer.MAX_VALUE));
    }

    @Test
    void adds_no_property_for_a_driver_that_might_refuse_it() {
        assertThat(bounded("jdbc:h2:mem:d", SECOND)).isEmpty();
    }

    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource({
        "jdbc:mysql://h/d, 0",
        "jdbc:mysql://h/d?socketTimeout=800, 800",
        "jdbc:mysql://h/d?socketTimeout=60000, 60000",
        "jdbc:mysql://h/d?socketTimeout=0, 0",
        "'jdbc:mysql://(host=h,socketTimeout=70000)/d', 70000",
        "'jdbc:mysql://h1,h2/d',",
        "jdbc:mariadb://h/d,",
        "jdbc:postgresql://h/d, 0",
        "jdbc:postgresql://h/d?socketTimeout=9,",
        "jdbc:h2:mem:d,",
    })
    void ends_with_the_socket_as_the_URL_wants_it(String url, Integer milliseconds) throws SQLException {
        List<Object> set = new ArrayList<>();
        var connection = new DriverStub()
                .onCall("setNetworkTimeout", arguments -> {
                    set.add(arguments[1]);
                    return null;
                })
                .as(Connection.class);

        Vendor.forUrl(url).afterOpening(url, connection);

        assertThat(set).isEqualTo(milliseconds == null ? List.of() : List.of(milliseconds));
    }

    private static Map<Object, Object> bounded(String url, long nanos) {
        var properties = new Properties();
        Vendor.forUrl(url).boundOpening(url, properties, nanos);
        return properties;
    }
}
