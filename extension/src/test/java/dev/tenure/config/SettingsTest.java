package dev.tenure.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class SettingsTest {

    @Test
    void defaults_hold_for_what_is_not_configured() {
        var settings = TestSettings.of("default", Map.of("url", "jdbc:fake:db"));

        assertThat(settings.name()).isEqualTo("default");
        assertThat(settings.url()).contains("jdbc:fake:db");
        assertThat(settings.user()).isEmpty();
        assertThat(settings.password()).isEmpty();
        assertThat(settings.datasource()).isEmpty();
        assertThat(settings.maxAgeNanos()).isZero();
        assertThat(settings.maxAgeJitter()).isEqualTo(0.1);
        assertThat(settings.maxIdleNanos()).isEqualTo(DatabaseSettings.AUTO);
        assertThat(settings.checkAfterNanos()).isEqualTo(Duration.ofMillis(500).toNanos());
        assertThat(settings.maxConnections()).isEqualTo(20);
        assertThat(settings.acquireTimeoutNanos())
                .isEqualTo(Duration.ofSeconds(10).toNanos());
        assertThat(settings.connectTimeoutNanos())
                .isEqualTo(Duration.ofSeconds(5).toNanos());
        assertThat(settings.validationTimeoutNanos())
                .isEqualTo(Duration.ofSeconds(2).toNanos());
        assertThat(settings.longLeaseNanos()).isEqualTo(Duration.ofMinutes(5).toNanos());
        assertThat(settings.initSql()).isEmpty();
        assertThat(settings.autocommit()).isTrue();
        assertThat(settings.isolation()).isEmpty();
        assertThat(settings.readOnly()).isFalse();
    }

    @Test
    void each_key_sets_its_own_field() {
        var values = new HashMap<>(Map.of(
                "datasource", "java:comp/env/jdbc/shop",
                "user", "u",
                "password", "p",
                "max-age", "60",
                "max-age-jitter", "25%",
                "max-idle", "61",
                "check-after", "62",
                "max-connections", "63",
                "acquire-timeout", "64",
                "connect-timeout", "65"));
        values.putAll(Map.of(
                "validation-timeout", "66",
                "long-lease", "67",
                "trace", "true",
                "health", "false",
                "init-sql", "SET x = 1",
                "autocommit", "false",
                "isolation", "serializable",
                "read-only", "true",
                "session-reset", "always",
                "transactions", "off"));

        var settings = TestSettings.of("shop", values);

        assertThat(settings.url()).isEmpty();
        assertThat(settings.datasource()).contains("java:comp/env/jdbc/shop");
        assertThat(settings.user()).contains("u");
        assertThat(settings.password().orElseThrow().reveal()).isEqualTo("p");
        assertThat(settings.maxAgeNanos()).isEqualTo(60_000_000_000L);
        assertThat(settings.maxAgeJitter()).isEqualTo(0.25);
        assertThat(settings.maxIdleNanos()).isEqualTo(61_000_000_000L);
        assertThat(settings.checkAfterNanos()).isEqualTo(62_000_000_000L);
        assertThat(settings.maxConnections()).isEqualTo(63);
        assertThat(settings.acquireTimeoutNanos()).isEqualTo(64_000_000_000L);
        assertThat(settings.connectTimeoutNanos()).isEqualTo(65_000_000_000L);
        assertThat(settings.validationTimeoutNanos()).isEqualTo(66_000_000_000L);
        assertThat(settings.longLeaseNanos()).isEqualTo(67_000_000_000L);
        assertThat(settings.trace()).isTrue();
        assertThat(settings.health()).isFalse();
        assertThat(settings.initSql()).contains("SET x = 1");
        assertThat(settings.autocommit()).isFalse();
        assertThat(settings.isolation()).hasValue(Connection.TRANSACTION_SERIALIZABLE);
        assertThat(settings.readOnly()).isTrue();
        assertThat(settings.sessionReset()).isEqualTo(SessionReset.ALWAYS);
        assertThat(settings.transactions()).isFalse();
        assertThat(values).as("every key but url is covered here").hasSize(Key.values().length - 1);
    }

    @Test
    void words_stand_for_limits_that_never_come() {
        var settings = TestSettings.of(
                "default",
                Map.of("max-age", "Unlimited", "max-idle", "unlimited", "check-after", "never", "long-lease", "never"));

        assertThat(settings.maxAgeNanos()).isEqualTo(DatabaseSettings.UNLIMITED);
        assertThat(settings.maxIdleNanos()).isEqualTo(DatabaseSettings.UNLIMITED);
        assertThat(settings.checkAfterNanos()).isEqualTo(DatabaseSettings.NEVER);
        assertThat(settings.longLeaseNanos()).isEqualTo(DatabaseSettings.NEVER);
        assertThat(settings).asString().contains("max-age=unlimited", "check-after=never");
    }

    @ParameterizedTest
    @CsvSource({"0,0", "0%,0", "10%,0.1", "0.1,0.1", "2.5%,0.025", "50%,0.5", "0.5,0.5", "' 10 % ',0.1"})
    void jitter_is_a_percentage_or_a_fraction(String text, double fraction) {
        assertThat(TestSettings.of("default", Map.of("max-age-jitter", text)).maxAgeJitter())
                .isEqualTo(fraction);
    }

    @ParameterizedTest
    @CsvSource({
        "read-uncommitted,1",
        "READ_COMMITTED,2",
        "Repeatable Read,4",
        "serializable,8",
        "SERIALIZABLE,8",
    })
    void isolation_is_read_in_any_case(String text, int level) {
        assertThat(TestSettings.of("default", Map.of("isolation", text)).isolation())
                .hasValue(level);
    }

    @ParameterizedTest
    @EnumSource(Key.class)
    void the_examples_and_defaults_of_the_table_are_valid(Key key) {
        assertThat(key.parse(key.example())).isNotNull();
        key.defaultText().ifPresent(text -> assertThat(key.parse(text)).isNotNull());
        assertThat(key.key())
                .matches("[a-z]+(-[a-z]+)*")
                .isEqualTo(key.name().toLowerCase(Locale.ROOT).replace('_', '-'));
        assertThat(key.meaning()).endsWith(".");
    }

    @Test
    void a_key_knows_its_environment_variable() {
        assertThat(Key.MAX_AGE.property("my-db")).isEqualTo("tenure.my-db.max-age");
        assertThat(Key.MAX_AGE.environmentVariable("my-db")).isEqualTo("TENURE_MY_DB_MAX_AGE");
    }

    @Test
    void R4_values_are_read_anew_each_time() throws SQLException {
        var map = new HashMap<>(Map.of("tenure.default.url", "jdbc:fake:db", "tenure.default.password", "old"));
        var configuration = Configuration.load(new MapConfigReader(map), Set.of());
        assertThat(configuration.read("default").password().orElseThrow().reveal())
                .isEqualTo("old");

        map.put("tenure.default.password", "new");

        assertThat(configuration.read("default").password().orElseThrow().reveal())
                .isEqualTo("new");
    }

    @Test
    void R4_a_value_that_has_become_invalid_fails_the_open_with_all_problems() {
        var map = new HashMap<>(Map.of("tenure.default.url", "jdbc:fake:db"));
        var configuration = Configuration.load(new MapConfigReader(map), Set.of());

        map.put("tenure.default.max-age", "soon");
        map.put("tenure.default.isolation", "high");

        assertThatThrownBy(() -> configuration.read("default"))
                .isInstanceOf(SQLException.class)
                .hasMessageContaining("TNR-0111")
                .hasMessageContaining("tenure.default.max-age=soon")
                .hasMessageContaining("tenure.default.isolation=high");
    }

    @Test
    void the_effective_values_are_described_with_their_sources() {
        var configuration = Configuration.load(
                new MapConfigReader(Map.of(
                        "tenure.default.url", "jdbc:fake:db?password=geheim",
                        "tenure.default.password", "geheim",
                        "tenure.default.max-age", "60")),
                Set.of());

        assertThat(configuration.describe("default"))
                .startsWith(
                        "url=jdbc:fake:db?password=*** (test.properties), password=*** (test.properties), max-age=60 (test.properties), max-age-jitter=10% (default)")
                .doesNotContain("geheim");
    }
}
