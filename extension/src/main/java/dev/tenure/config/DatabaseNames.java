package dev.tenure.config;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** Finds the databases that the names of all properties speak of, and the names that are mistakes (R27). */
final class DatabaseNames {

    private static final String ENVIRONMENT_PREFIX = "TENURE_";

    private final ConfigReader reader;
    private final Set<String> names = new TreeSet<>();
    private final Set<String> databases = new TreeSet<>();
    private final List<String> problems = new ArrayList<>();

    DatabaseNames(ConfigReader reader, Collection<String> injected) {
        this.reader = reader;
        reader.names().forEach(names::add);
        for (var name : names) {
            // A profile's key (%dev.tenure...) has another prefix: the configuration resolves it, it is not ours to
            // judge.
            if (name.startsWith(PropertyNames.PREFIX) && !isEchoOfEnvironment(name)) {
                readProperty(name);
            }
        }
        for (var name : names) {
            readEnvironmentVariable(name, injected);
        }
    }

    Set<String> databases() {
        return databases;
    }

    List<String> problems() {
        return problems;
    }

    /**
     * SmallRye lists {@code TENURE_DEFAULT_MAX_AGE} once more as {@code tenure.default.max.age}. What reads like an echo of a variable and like a key of
     * ours ({@code tenure.home.user} of an unrelated {@code TENURE_HOME_USER}) is the variable's business, too; a real property with the same name is
     * found through its other keys or through the variable.
     */
    private boolean isEchoOfEnvironment(String name) {
        var variable = PropertyNames.environmentVariable(name);
        if (!names.contains(variable)) {
            return false;
        }
        var echo = variable.toLowerCase(Locale.ROOT).replace('_', '.');
        return name.equals(echo) || knownKey(name).isEmpty();
    }

    private static Optional<Key> knownKey(String name) {
        var segments = name.split("\\.", -1);
        return segments.length == 3 && PropertyNames.isDatabaseName(segments[1]) ? key(segments[2]) : Optional.empty();
    }

    private static Optional<Key> key(String text) {
        return Arrays.stream(Key.values()).filter(key -> key.key().equals(text)).findFirst();
    }

    private void readProperty(String name) {
        var rest = name.substring(PropertyNames.PREFIX.length());
        int dot = rest.indexOf('.');
        if (dot < 0) {
            readWithoutDatabase(name, rest);
            return;
        }
        var database = rest.substring(0, dot);
        var keyText = rest.substring(dot + 1);
        if (!PropertyNames.isDatabaseName(database)) {
            problems.add(ConfigMessages.badDatabaseName(name, value(name), database));
            return;
        }
        if (key(keyText).isEmpty()) {
            problems.add(ConfigMessages.unknownKey(name, value(name), database, NearestKey.to(keyText)));
            return;
        }
        databases.add(database);
    }

    /** {@code tenure.max-age}: the database was forgotten. */
    private void readWithoutDatabase(String name, String keyText) {
        var key = key(keyText);
        problems.add(
                key.isPresent()
                        ? ConfigMessages.databaseMissing(name, value(name), key.get())
                        : ConfigMessages.unknownKey(name, value(name), "default", NearestKey.to(keyText)));
    }

    /**
     * {@code TENURE_REPORTS_URL} defines a database; other variables that begin with TENURE_ may be somebody else's. The mapping is not reversible
     * ({@code my-db} or {@code my_db}?), so names that are known otherwise go first.
     */
    private void readEnvironmentVariable(String name, Collection<String> injected) {
        for (var place : List.of(Key.URL, Key.DATASOURCE)) {
            var suffix = PropertyNames.environmentVariable("." + place.key());
            var upperCase = name.toUpperCase(Locale.ROOT);
            if (!PropertyNames.underscored(name).equals(name)
                    || !upperCase.startsWith(ENVIRONMENT_PREFIX)
                    || !upperCase.endsWith(suffix)
                    || upperCase.length() <= ENVIRONMENT_PREFIX.length() + suffix.length()) {
                continue;
            }
            boolean known = containsAny(databases, place, upperCase);
            if (!known) {
                databases.add(injected.stream()
                        .filter(database -> place.environmentVariable(database).equals(upperCase))
                        .min(Comparator.naturalOrder())
                        .orElseGet(() -> name.substring(ENVIRONMENT_PREFIX.length(), name.length() - suffix.length())
                                .toLowerCase(Locale.ROOT)));
            }
        }
    }

    private static boolean containsAny(Set<String> databases, Key place, String variable) {
        return databases.stream()
                .anyMatch(database -> place.environmentVariable(database).equals(variable));
    }

    private Optional<ConfigValue> value(String name) {
        try {
            return reader.value(name);
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }
}
