package dev.tenure.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayName("R27 problems")
class ProblemsTest {

    @Test
    void a_good_configuration_has_none() {
        assertThat(problems(Map.of("tenure.default.url", "jdbc:fake:db", "other.key", "x")))
                .isEmpty();
    }

    @Test
    void no_configuration_at_all_has_none_until_somebody_injects() {
        var configuration = configuration(Map.of());

        assertThat(configuration.problems()).isEmpty();
        assertThat(configuration.databases()).isEmpty();
        assertThat(configuration.unknownDatabase("default", "shop.Orders.db")).contains("Known databases: none.");
    }

    @Test
    void a_bad_value_is_reported_with_key_value_source_what_is_accepted_and_an_example() {
        assertThat(problemsWith("max-age", "soon"))
                .containsExactly("TNR-0101: tenure.default.max-age=soon (from test.properties) is not a duration."
                        + " Accepted: a duration (seconds as 60 or 2.5, a compound as 1m30s of d, h, m, s and ms, or ISO-8601 as PT1M30S), or unlimited."
                        + " Example: tenure.default.max-age=60");
    }

    @Test
    void a_negative_age_says_unlimited() {
        assertThat(problemsWith("max-age", "-1"))
                .containsExactly(
                        "TNR-0101: tenure.default.max-age=-1 (from test.properties) is negative; write unlimited if that is meant."
                                + " Accepted: a duration (seconds as 60 or 2.5, a compound as 1m30s of d, h, m, s and ms, or ISO-8601 as PT1M30S), or unlimited."
                                + " Example: tenure.default.max-age=60");
    }

    @ParameterizedTest(name = "{0}={1} {2}")
    @CsvSource(
            delimiter = '|',
            value = {
                "max-age|9999999999999|is longer than 292 years",
                "max-age|never|is not a duration",
                "max-age|auto|is not a duration",
                "max-age-jitter|10|is more than 50%; is % missing?",
                "max-age-jitter|51%|is more than 50%.",
                "max-age-jitter|-1%|is negative",
                "max-age-jitter|some|is neither a percentage nor a fraction",
                "max-idle|-1|is negative; write unlimited if that is meant",
                "max-idle|0|is 0",
                "max-idle|never|is not a duration",
                "check-after|-1|is negative; write never if that is meant",
                "check-after|unlimited|is not a duration",
                "max-connections|0|is less than 1",
                "max-connections|-5|is less than 1",
                "max-connections|99999999999|is out of range",
                "max-connections|many|is not a whole number",
                "acquire-timeout|0|is 0",
                "acquire-timeout|-1|is negative.",
                "acquire-timeout|unlimited|is not a duration",
                "connect-timeout|0|is 0",
                "connect-timeout|-1s|is negative.",
                "validation-timeout|0|is 0",
                "validation-timeout|x|is not a duration",
                "long-lease|0|is 0",
                "long-lease|-1|is negative; write never if that is meant",
                "long-lease|unlimited|is not a duration",
                "autocommit|yes|is neither true nor false",
                "read-only|1|is neither true nor false",
                "session-reset|sometimes|is none of them",
                "transactions|on|is neither auto nor off",
                "isolation|high|is not an isolation level",
                "url|mysql://localhost/shop|is not a JDBC URL",
            })
    void every_key_refuses_what_it_cannot_use(String key, String value, String reason) {
        var problems = key.equals("url") ? problems(Map.of("tenure.default.url", value)) : problemsWith(key, value);

        assertThat(problems)
                .singleElement()
                .asString()
                .contains("tenure.default." + key + "=" + value + " (from ", reason);
    }

    @Test
    void a_bad_isolation_lists_the_levels() {
        assertThat(problemsWith("isolation", "high"))
                .singleElement()
                .asString()
                .contains("Accepted: read-uncommitted, read-committed, repeatable-read or serializable.");
    }

    @ParameterizedTest(name = "{0} -> {1}")
    @CsvSource({
        "max-ag,max-age",
        "maxAge,max-age",
        "max.age,max-age",
        "MAX_AGE,max-age",
        "mxa-age,max-age",
        "username,user",
        "jdbc-url,url",
        "ulr,url",
        "pasword,password",
        "data-source,datasource",
        "max-idel,max-idle",
        "auto-commit,autocommit",
        "readonly,read-only",
        "isolation-level,isolation",
        "connection-timeout,connect-timeout",
    })
    void an_unknown_key_is_reported_with_the_nearest_known_one(String written, String meant) {
        assertThat(problemsWith(written, "1"))
                .singleElement()
                .asString()
                .contains("tenure.default." + written, "Did you mean tenure.default." + meant + "?");
    }

    @Test
    void the_text_for_an_unknown_key_is_complete() {
        assertThat(problemsWith("max-ag", "60"))
                .containsExactly("TNR-0103: tenure.default.max-ag=60 (from test.properties) is not a key of Tenure."
                        + " Did you mean tenure.default.max-age?"
                        + " Accepted: url, user, password, datasource, max-age, max-age-jitter, max-idle, check-after,"
                        + " max-connections, acquire-timeout, connect-timeout, validation-timeout, long-lease, trace,"
                        + " health, init-sql, autocommit, isolation, read-only, session-reset, transactions."
                        + " Example: tenure.default.max-age=60");
    }

    @Test
    void a_key_that_resembles_none_gets_no_guess() {
        assertThat(problemsWith("colour", "blue")).singleElement().asString().doesNotContain("Did you mean");
    }

    @Test
    void a_forgotten_database_is_reported() {
        assertThat(problems(Map.of("tenure.max-age", "30")))
                .containsExactly("TNR-0104: tenure.max-age=30 (from test.properties) names no database."
                        + " Accepted: tenure.<database>.max-age. Example: tenure.default.max-age=60");
    }

    @Test
    void an_unknown_key_without_a_database_is_reported() {
        assertThat(problems(Map.of("tenure.max-ag", "30")))
                .singleElement()
                .asString()
                .contains("TNR-0103", "tenure.max-ag=30", "Did you mean tenure.default.max-age?");
    }

    @Test
    void a_name_that_no_database_can_have_is_reported() {
        assertThat(problems(Map.of("tenure.my db.url", "jdbc:fake:db")))
                .singleElement()
                .asString()
                .contains("TNR-0105", "\"my db\" is not a name for a database", "letters, digits, - and _");
    }

    @Test
    void neither_url_nor_datasource_is_reported() {
        assertThat(problems(Map.of("tenure.default.max-age", "60")))
                .containsExactly(
                        "TNR-0106: Database \"default\" (configured in test.properties) has neither tenure.default.url nor tenure.default.datasource."
                                + " Accepted: one of them. Example: tenure.default.url=jdbc:mysql://localhost:3306/shop");
    }

    @Test
    void both_url_and_datasource_are_reported() {
        assertThat(problemsWith("datasource", "java:comp/env/jdbc/shop"))
                .containsExactly(
                        "TNR-0107: Database \"default\" has both tenure.default.url=jdbc:fake:db (from test.properties)"
                                + " and tenure.default.datasource=java:comp/env/jdbc/shop (from test.properties)."
                                + " Accepted: one of them. Example: tenure.default.url=jdbc:mysql://localhost:3306/shop");
    }

    @Test
    void user_and_password_may_go_with_a_datasource() {
        assertThat(problems(Map.of(
                        "tenure.default.datasource", "java:x",
                        "tenure.default.user", "u",
                        "tenure.default.password", "p")))
                .isEmpty();
    }

    @Test
    void a_value_that_cannot_be_read_is_reported_and_does_not_crash() {
        assertThat(problemsWith("password", "${nobody.knows}"))
                .containsExactly("TNR-0102: tenure.default.password cannot be read: Could not expand ${nobody.knows}."
                        + " Accepted: any text. Example: tenure.default.password=${SHOP_PASSWORD}");
    }

    @Test
    void an_unreadable_url_is_not_also_reported_as_missing() {
        assertThat(problems(Map.of("tenure.default.url", "${nobody.knows}")))
                .singleElement()
                .asString()
                .contains("TNR-0102");
    }

    @Test
    void all_mistakes_of_all_databases_are_reported_together() {
        assertThat(problems(Map.of(
                        "tenure.a.url", "jdbc:fake:db",
                        "tenure.a.max-age", "-1",
                        "tenure.a.isolation", "high",
                        "tenure.a.colour", "blue",
                        "tenure.b.max-age", "soon",
                        "tenure.max-age", "60")))
                .extracting(problem -> problem.substring(0, 8))
                .containsExactlyInAnyOrder("TNR-0101", "TNR-0101", "TNR-0103", "TNR-0101", "TNR-0106", "TNR-0104");
    }

    @Test
    void an_unknown_database_is_reported_with_the_injection_point_and_the_lines_to_write() {
        var configuration =
                configuration(Map.of("tenure.default.url", "jdbc:fake:db", "tenure.audit.url", "jdbc:fake:db"));

        assertThat(configuration.unknownDatabase("reports", "shop.Orders.reports"))
                .isEqualTo("""
                        TNR-0108: @Managed("reports") at shop.Orders.reports names a database that is not configured. Known databases: audit, default. Add:
                            tenure.reports.url=jdbc:mysql://localhost:3306/shop
                            tenure.reports.user=shop
                            tenure.reports.password=${SHOP_PASSWORD}""");
    }

    @Test
    void an_unsupported_scope_is_reported() {
        assertThat(configuration(Map.of()).unsupportedScope("default", "SessionScoped", "shop.Orders.db"))
                .contains("TNR-0109", "SessionScoped", "shop.Orders.db", "RequestScoped (the default) or ThreadScoped");
    }

    @Test
    void a_url_without_a_driver_is_reported() {
        var configuration =
                configuration(Map.of("tenure.default.url", "jdbc:fake:db", "tenure.x.datasource", "java:x"));

        assertThat(configuration.noDriver("default"))
                .get()
                .asString()
                .contains("TNR-0110: tenure.default.url=jdbc:fake:db (from test.properties): no JDBC driver");
        assertThat(configuration.noDriver("x")).isEmpty();
    }

    private static List<String> problemsWith(String key, String value) {
        var map = new HashMap<>(Map.of("tenure.default.url", "jdbc:fake:db"));
        map.put("tenure.default." + key, value);
        return problems(map);
    }

    private static List<String> problems(Map<String, String> map) {
        return configuration(map).problems();
    }

    private static Configuration configuration(Map<String, String> map) {
        return Configuration.load(new MapConfigReader(map), Set.of());
    }
}
