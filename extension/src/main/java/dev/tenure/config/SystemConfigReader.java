package dev.tenure.config;

import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;

/** System properties, then environment variables by the mapping of MicroProfile Config 3.0, for servers that do not have it. */
final class SystemConfigReader implements ConfigReader {

    private final Properties properties;
    private final Map<String, String> environment;

    SystemConfigReader(Properties properties, Map<String, String> environment) {
        this.properties = properties;
        this.environment = environment;
    }

    static ConfigReader ofThisProcess() {
        return new SystemConfigReader(System.getProperties(), System.getenv());
    }

    @Override
    public Optional<ConfigValue> value(String property) {
        var text = properties.getProperty(property);
        if (text != null) {
            return found(text, "system properties");
        }
        var underscored = PropertyNames.underscored(property);
        var upperCase = PropertyNames.environmentVariable(property);
        for (var variable : new String[] {property, underscored, upperCase}) {
            text = environment.get(variable);
            if (text != null) {
                return found(text, "environment variable " + variable);
            }
        }
        return Optional.empty();
    }

    private static Optional<ConfigValue> found(String text, String source) {
        return text.isEmpty() ? Optional.empty() : Optional.of(new ConfigValue(text, source));
    }

    @Override
    public Iterable<String> names() {
        var names = new LinkedHashSet<>(properties.stringPropertyNames());
        names.addAll(environment.keySet());
        return names;
    }
}
