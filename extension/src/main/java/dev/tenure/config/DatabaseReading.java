package dev.tenure.config;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;

/** One reading of one database's keys: the settings, or all that is wrong with them. */
final class DatabaseReading {

    private final String database;
    private final Map<Key, ConfigValue> found = new EnumMap<>(Key.class);
    private final Map<Key, Object> values = new EnumMap<>(Key.class);
    private final List<String> problems = new ArrayList<>();

    DatabaseReading(ConfigReader reader, String database) {
        this.database = database;
        boolean placeUnreadable = false;
        for (var key : Key.values()) {
            try {
                reader.value(key.property(database)).ifPresent(value -> found.put(key, value));
            } catch (IllegalArgumentException e) {
                problems.add(ConfigMessages.unreadable(key, database, e.getMessage()));
                placeUnreadable |= key == Key.URL || key == Key.DATASOURCE;
                continue;
            }
            parse(key);
        }
        if (!placeUnreadable) {
            checkPlace();
        }
    }

    private void parse(Key key) {
        var value = found.get(key);
        if (value == null) {
            key.defaultText().ifPresent(text -> values.put(key, key.parse(text)));
            return;
        }
        try {
            values.put(key, key.parse(value.text()));
        } catch (IllegalArgumentException e) {
            problems.add(ConfigMessages.badValue(key, database, value, e.getMessage()));
        }
    }

    private void checkPlace() {
        var url = found.get(Key.URL);
        var datasource = found.get(Key.DATASOURCE);
        if (url != null && datasource != null) {
            problems.add(ConfigMessages.twoPlaces(database, url, datasource));
        }
        if (url == null && datasource == null) {
            var sources = new TreeSet<String>();
            found.values().forEach(value -> sources.add(value.source()));
            problems.add(ConfigMessages.noPlace(database, sources));
        }
    }

    List<String> problems() {
        return problems;
    }

    /** Only without problems. */
    DatabaseSettings settings() {
        return DatabaseSettings.of(database, values);
    }

    /** Where each key's value comes from; keys at their default are absent. */
    Map<Key, ConfigValue> found() {
        return found;
    }
}
