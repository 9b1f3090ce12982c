package dev.tenure.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("R28 secrets")
class SecretTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "jdbc:mysql://localhost/shop?user=u&password=geheim",
                "jdbc:mysql://localhost/shop?password=geheim,x;y&useSSL=true",
                "jdbc:mysql://localhost/shop?PassWord=geheim",
                "jdbc:mysql://localhost/shop?trustCertificateKeyStorePassword=geheim",
                "jdbc:mysql://u:geheim@localhost/shop",
                "jdbc:mysql://u:ge@geheim@localhost,u:geheim@other/shop",
                "jdbc:mysql://address=(host=h)(user=u)(password=geheim)/shop",
                "jdbc:mysql://(host=h,user=u,password=geheim,port=1)/shop",
                "jdbc:mysql://(host=h,password=x,geheim,port=1)/shop",
                "jdbc:postgresql://localhost/shop?sslpassword=geheim&user=u",
                "jdbc:sqlserver://localhost;user=sa;password=geheim;encrypt=true",
                "jdbc:sqlserver://localhost;user=sa;password={x;geheim};encrypt=true",
                "jdbc:sqlserver://localhost;password=x?geheim",
                "jdbc:h2:mem:x;PASSWORD=geheim",
                "jdbc:oracle:thin:scott/geheim@localhost:1521:orcl",
                "mysql://u:geheim@localhost/shop",
                "jdbc:aws-wrapper:mysql://h/d?accessToken=geheim",
            })
    void are_masked_wherever_a_url_may_hold_them(String url) {
        assertThat(Secret.maskUrl(url)).doesNotContain("geheim").contains("***");
    }

    @ParameterizedTest
    @CsvSource({
        "jdbc:mysql://localhost:3306/shop?useSSL=true&connectTimeout=1000",
        "jdbc:postgresql://h1:5432,h2:5432/shop?sslmode=require",
        "jdbc:h2:mem:x;MODE=MySQL",
        "jdbc:mysql://user@localhost/shop",
    })
    void leave_the_rest_of_a_url_readable(String url) {
        assertThat(Secret.maskUrl(url)).isEqualTo(url);
    }

    @Test
    void keep_the_neighbours_of_a_password() {
        assertThat(Secret.maskUrl("jdbc:mysql://u:x@h:3306/shop?password=a&useSSL=true"))
                .isEqualTo("jdbc:mysql://u:***@h:3306/shop?password=***&useSSL=true");
    }

    @Test
    void are_not_in_any_toString() {
        var settings = TestSettings.of(
                "default",
                Map.of(
                        "url", "jdbc:mysql://u:geheim@h/d?password=geheim",
                        "password", "geheim",
                        "init-sql", "SET @key = 'geheim'"));

        assertThat(settings.toString()).doesNotContain("geheim").contains("jdbc:mysql://u:***@h/d?password=***");
        assertThat(settings.password().toString()).doesNotContain("geheim");
        assertThat(new ConfigValue("geheim", "somewhere")).asString().doesNotContain("geheim");
    }

    @Test
    void are_not_in_any_problem() {
        var configuration = Configuration.load(
                new MapConfigReader(Map.of(
                        "tenure.a.url", "mysql://u:geheim@h/d?password=geheim",
                        "tenure.a.datasource", "java:x",
                        "tenure.a.password", "geheim",
                        "tenure.a.pasword", "geheim",
                        "tenure.a.passphrase", "geheim",
                        "tenure.a.db-token", "geheim",
                        "tenure.a.jdbc-url", "jdbc:mysql://u:geheim@h/d",
                        "tenure.password", "geheim",
                        "tenure.a b.password", "geheim")),
                Set.of());

        assertThat(configuration.problems())
                .hasSize(8)
                .allSatisfy(problem -> assertThat(problem).doesNotContain("geheim"));
        assertThat(configuration.noDriver("a").orElseThrow()).doesNotContain("geheim");
    }

    @Test
    @DisplayName("R27, R28: where to and as whom, with the source of each, the password masked")
    void login() {
        var configuration = Configuration.load(
                new MapConfigReader(Map.of(
                        "tenure.default.url", "jdbc:fake:db?password=geheim",
                        "tenure.default.user", "shop",
                        "tenure.default.password", "geheim")),
                Set.of());

        assertThat(configuration.login("default"))
                .isEqualTo("tenure.default.url=jdbc:fake:db?password=*** (from test.properties),"
                        + " tenure.default.user=shop (from test.properties),"
                        + " tenure.default.password=*** (from test.properties)");
    }
}
