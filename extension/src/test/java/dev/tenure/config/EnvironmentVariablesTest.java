package dev.tenure.config;

import static org.assertj.core.api.Assertions.assertThat;

import io.smallrye.config.EnvConfigSource;
import io.smallrye.config.PropertiesConfigSource;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** With real MicroProfile Config, which echoes environment variables under made-up names, and without. */
@DisplayName("R26 and R27 environment variables")
class EnvironmentVariablesTest {

    enum Reader {
        MICROPROFILE {
            @Override
            ConfigReader of(Map<String, String> properties, Map<String, String> environment) {
                return new MicroProfileConfigReader(new SmallRyeConfigBuilder()
                        .addDefaultInterceptors()
                        .withSources(
                                new PropertiesConfigSource(properties, "test.properties", 100),
                                new EnvConfigSource(environment, 300))
                        .build());
            }
        },
        SYSTEM {
            @Override
            ConfigReader of(Map<String, String> properties, Map<String, String> environment) {
                var system = new Properties();
                system.putAll(properties);
                return new SystemConfigReader(system, environment);
            }
        };

        abstract ConfigReader of(Map<String, String> properties, Map<String, String> environment);

        Configuration load(Map<String, String> properties, Map<String, String> environment, String... injected) {
            return Configuration.load(of(properties, environment), List.of(injected));
        }
    }

    @ParameterizedTest
    @EnumSource
    void alone_define_a_database(Reader reader) throws SQLException {
        var configuration =
                reader.load(Map.of(), Map.of("TENURE_REPORTS_URL", "jdbc:fake:db", "TENURE_REPORTS_MAX_AGE", "60"));

        assertThat(configuration.databases()).containsExactly("reports");
        assertThat(configuration.problems()).isEmpty();
        assertThat(configuration.read("reports").maxAgeNanos()).isEqualTo(60_000_000_000L);
    }

    @ParameterizedTest
    @EnumSource
    void alone_define_a_database_with_a_datasource(Reader reader) {
        var configuration = reader.load(Map.of(), Map.of("TENURE_REPORTS_DATASOURCE", "java:x"));

        assertThat(configuration.databases()).containsExactly("reports");
        assertThat(configuration.problems()).isEmpty();
    }

    @ParameterizedTest
    @EnumSource
    void add_to_a_database_that_is_defined_in_a_file(Reader reader) throws SQLException {
        var configuration = reader.load(
                Map.of("tenure.my-db.url", "jdbc:fake:db"),
                Map.of("TENURE_MY_DB_MAX_AGE_JITTER", "0", "TENURE_MY_DB_USER", "u"));

        assertThat(configuration.databases()).containsExactly("my-db");
        assertThat(configuration.problems()).isEmpty();
        assertThat(configuration.read("my-db").maxAgeJitter()).isZero();
        assertThat(configuration.read("my-db").user()).contains("u");
    }

    @ParameterizedTest
    @EnumSource
    void do_not_define_a_database_twice(Reader reader) {
        var configuration = reader.load(
                Map.of("tenure.My-Db.max-age", "60", "tenure.default.url", "jdbc:fake:db", "tenure.default.user", "u"),
                Map.of(
                        "TENURE_MY_DB_URL", "jdbc:fake:db",
                        "TENURE_DEFAULT_URL", "jdbc:fake:db",
                        "TENURE_DEFAULT_USER", "u"));

        assertThat(configuration.databases()).containsExactly("My-Db", "default");
        assertThat(configuration.problems()).isEmpty();
    }

    @ParameterizedTest
    @EnumSource
    void that_override_every_key_of_a_file_leave_the_database_its_name(Reader reader) {
        var configuration =
                reader.load(Map.of("tenure.Reports.url", "jdbc:fake:db"), Map.of("TENURE_REPORTS_URL", "jdbc:fake:db"));

        assertThat(configuration.databases()).containsExactly("Reports");
    }

    @ParameterizedTest
    @EnumSource
    void take_the_spelling_of_an_injection_point(Reader reader) {
        var environment = Map.of("TENURE_MY_DB_URL", "jdbc:fake:db");

        assertThat(reader.load(Map.of(), environment, "my-db").databases()).containsExactly("my-db");
        assertThat(reader.load(Map.of(), environment, "other").databases()).containsExactly("my_db");
    }

    @ParameterizedTest
    @EnumSource
    void of_somebody_else_break_nothing(Reader reader) {
        var configuration = reader.load(
                Map.of("tenure.default.url", "jdbc:fake:db"),
                Map.of(
                        "TENURE_HOME", "/opt/tenure",
                        "TENURE_HOME_USER", "u",
                        "TENURE_URL", "http://tenure",
                        "TENURE_PORT_3306_TCP_ADDR", "10.0.0.1",
                        "TENURE_SERVICE_HOST", "10.0.0.1",
                        "TENURE__X__Y", "z",
                        "TENURE_DEFAULT_COLOUR", "blue"));

        assertThat(configuration.problems()).isEmpty();
        assertThat(configuration.databases()).containsExactly("default");
    }

    @ParameterizedTest
    @EnumSource
    void with_bad_values_are_reported_under_the_property_with_their_source(Reader reader) {
        var configuration =
                reader.load(Map.of("tenure.default.url", "jdbc:fake:db"), Map.of("TENURE_DEFAULT_MAX_AGE", "soon"));

        assertThat(configuration.problems())
                .singleElement()
                .asString()
                .contains(
                        "tenure.default.max-age=soon (from ",
                        reader == Reader.SYSTEM ? "TENURE_DEFAULT_MAX_AGE" : "Env");
    }

    @ParameterizedTest
    @EnumSource
    void override_or_yield_as_MicroProfile_says(Reader reader) throws SQLException {
        var configuration = reader.load(
                Map.of("tenure.default.url", "jdbc:fake:file"), Map.of("TENURE_DEFAULT_URL", "jdbc:fake:variable"));

        assertThat(configuration.read("default").url())
                .contains(reader == Reader.SYSTEM ? "jdbc:fake:file" : "jdbc:fake:variable");
    }

    @ParameterizedTest
    @EnumSource
    void that_are_empty_count_as_absent(Reader reader) throws SQLException {
        var configuration =
                reader.load(Map.of("tenure.default.url", "jdbc:fake:db"), Map.of("TENURE_DEFAULT_PASSWORD", ""));

        assertThat(configuration.problems()).isEmpty();
        assertThat(configuration.read("default").password()).isEmpty();
    }

    @ParameterizedTest
    @EnumSource
    void do_not_hide_an_unknown_key_of_a_file(Reader reader) {
        var configuration = reader.load(
                Map.of("tenure.default.url", "jdbc:fake:db", "tenure.default.max-ag", "1"),
                Map.of("TENURE_DEFAULT_MAX_AGE", "2"));

        assertThat(configuration.problems()).singleElement().asString().contains("tenure.default.max-ag=1");
    }

    @ParameterizedTest
    @EnumSource
    void and_profile_keys_are_not_ours_to_judge(Reader reader) {
        var configuration = reader.load(
                Map.of("tenure.default.url", "jdbc:fake:db", "%dev.tenure.default.nonsense", "x"), Map.of());

        assertThat(configuration.problems()).isEmpty();
        assertThat(configuration.databases()).isEqualTo(Set.of("default"));
    }
}
