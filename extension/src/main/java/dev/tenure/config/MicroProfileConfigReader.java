package dev.tenure.config;

import java.util.NoSuchElementException;
import java.util.Optional;
import org.eclipse.microprofile.config.Config;
import org.eclipse.microprofile.config.ConfigProvider;

/** MicroProfile Config. The only class that names its types: elsewhere they would break a deployment without it. */
final class MicroProfileConfigReader implements ConfigReader {

    private final Config config;

    MicroProfileConfigReader(Config config) {
        this.config = config;
    }

    static ConfigReader ofThisApplication() {
        return new MicroProfileConfigReader(ConfigProvider.getConfig());
    }

    @Override
    public Optional<ConfigValue> value(String property) {
        try {
            var found = config.getConfigValue(property);
            if (found.getValue() == null && hasText(found.getRawValue())) {
                // SmallRye is silent here about an expression that it cannot resolve; asked for the value, it says what
                // is wrong.
                config.getValue(property, String.class);
            }
            return Optional.ofNullable(found.getValue())
                    .filter(text -> !text.isEmpty())
                    .map(text -> new ConfigValue(text, sourceName(found.getSourceName())));
        } catch (NoSuchElementException e) {
            throw new IllegalArgumentException(e.getMessage(), e);
        }
    }

    @Override
    public Iterable<String> names() {
        return config.getPropertyNames();
    }

    private static boolean hasText(String value) {
        return value != null && !value.isEmpty();
    }

    private static String sourceName(String name) {
        return hasText(name) ? name : "a source without a name";
    }
}
