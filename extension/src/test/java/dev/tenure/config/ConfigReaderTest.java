package dev.tenure.config;

import static org.assertj.core.api.Assertions.assertThat;

import io.smallrye.config.SmallRyeConfigBuilder;
import java.net.URL;
import java.net.URLClassLoader;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.eclipse.microprofile.config.ConfigProvider;
import org.eclipse.microprofile.config.spi.ConfigSource;
import org.junit.jupiter.api.Test;

class ConfigReaderTest {

    @Test
    void MicroProfile_Config_is_taken_where_it_is() {
        assertThat(ConfigReader.find()).isInstanceOf(MicroProfileConfigReader.class);
    }

    @Test
    void system_properties_and_environment_are_taken_where_its_API_is_missing() throws Exception {
        var withoutApi = new URL[] {location(ConfigReader.class)};

        assertThat(readerFoundBy(withoutApi)).isEqualTo("SystemConfigReader");
    }

    @Test
    void system_properties_and_environment_are_taken_where_nobody_implements_it() throws Exception {
        var withoutImplementation = new URL[] {location(ConfigReader.class), location(ConfigProvider.class)};

        assertThat(readerFoundBy(withoutImplementation)).isEqualTo("SystemConfigReader");
    }

    private static String readerFoundBy(URL[] classPath) throws Exception {
        var thread = Thread.currentThread();
        var before = thread.getContextClassLoader();
        try (var loader = new URLClassLoader(classPath, ClassLoader.getPlatformClassLoader())) {
            thread.setContextClassLoader(loader);
            var find = loader.loadClass(ConfigReader.class.getName()).getMethod("find");
            return find.invoke(null).getClass().getSimpleName();
        } finally {
            thread.setContextClassLoader(before);
        }
    }

    private static URL location(Class<?> type) {
        return type.getProtectionDomain().getCodeSource().getLocation();
    }

    @Test
    void a_real_expression_that_cannot_be_resolved_becomes_a_problem() {
        var configuration = configuration(Map.of(
                "tenure.default.url", "jdbc:fake:db",
                "tenure.default.password", "geheim${nobody.knows}"));

        assertThat(configuration.problems())
                .singleElement()
                .asString()
                .contains("TNR-0102: tenure.default.password cannot be read", "nobody.knows")
                .doesNotContain("geheim");
    }

    @Test
    void a_real_expression_that_can_be_resolved_is() throws SQLException {
        var configuration = configuration(Map.of("tenure.default.url", "jdbc:fake:${db:shop}"));

        assertThat(configuration.read("default").url()).contains("jdbc:fake:shop");
    }

    @Test
    void R4_a_value_that_changes_in_its_source_is_seen() throws SQLException {
        var properties = new HashMap<>(Map.of("tenure.default.url", "jdbc:fake:old"));
        var configuration = configuration(properties);

        properties.put("tenure.default.url", "jdbc:fake:new");

        assertThat(configuration.read("default").url()).contains("jdbc:fake:new");
    }

    @Test
    void the_source_is_named() {
        var configuration =
                configuration(Map.of("tenure.default.url", "jdbc:fake:db", "tenure.default.max-age", "soon"));

        assertThat(configuration.problems()).singleElement().asString().contains("my.properties");
    }

    private static Configuration configuration(Map<String, String> properties) {
        var config = new SmallRyeConfigBuilder()
                .addDefaultInterceptors()
                .withSources(new LiveSource(properties))
                .build();
        return Configuration.load(new MicroProfileConfigReader(config), Set.of());
    }

    /** Reads its map at each question, as a source for rotating secrets does. */
    private record LiveSource(Map<String, String> map) implements ConfigSource {

        @Override
        public Set<String> getPropertyNames() {
            return map.keySet();
        }

        @Override
        public String getValue(String propertyName) {
            return map.get(propertyName);
        }

        @Override
        public String getName() {
            return "my.properties";
        }
    }
}
