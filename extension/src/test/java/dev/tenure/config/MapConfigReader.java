package dev.tenure.config;

import java.util.Map;
import java.util.Optional;

/** A live view of a map as configuration. */
record MapConfigReader(Map<String, String> map) implements ConfigReader {

    @Override
    public Optional<ConfigValue> value(String property) {
        var text = map.get(property);
        if (text != null && text.contains("${")) {
            throw new IllegalArgumentException("Could not expand " + text);
        }
        return Optional.ofNullable(text).map(found -> new ConfigValue(found, "test.properties"));
    }

    @Override
    public Iterable<String> names() {
        return map.keySet();
    }
}
