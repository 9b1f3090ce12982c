package dev.tenure.config;

import java.util.Arrays;
import java.util.Collection;
import java.util.Optional;
import java.util.stream.Collectors;

/** What is said about configuration. Every text has its number, here and nowhere else; 0100 to 0199 are ours. */
final class ConfigMessages {

    private ConfigMessages() {}

    static String badValue(Key key, String database, ConfigValue value, String reason) {
        return "TNR-0101: %s %s. %s".formatted(assignment(key, database, value), reason, advice(key, database));
    }

    /** What is configured, and where; secrets are masked. */
    static String assignment(Key key, String database, ConfigValue value) {
        return "%s=%s (from %s)".formatted(key.property(database), key.shown(value.text()), value.source());
    }

    static String unreadable(Key key, String database, String reason) {
        return "TNR-0102: %s cannot be read: %s. %s".formatted(key.property(database), reason, advice(key, database));
    }

    static String unknownKey(String property, Optional<ConfigValue> value, String database, Optional<Key> nearest) {
        return "TNR-0103: %s is not a key of Tenure.%s Accepted: %s. Example: %s"
                .formatted(
                        assignment(property, value, nearest),
                        nearest.map(key -> " Did you mean " + key.property(database) + "?")
                                .orElse(""),
                        Arrays.stream(Key.values()).map(Key::key).collect(Collectors.joining(", ")),
                        example(nearest.orElse(Key.MAX_AGE), database));
    }

    static String databaseMissing(String property, Optional<ConfigValue> value, Key key) {
        return "TNR-0104: %s names no database. Accepted: tenure.<database>.%s. Example: %s"
                .formatted(assignment(property, value, Optional.of(key)), key.key(), example(key, "default"));
    }

    static String badDatabaseName(String property, Optional<ConfigValue> value, String database) {
        return "TNR-0105: %s: \"%s\" is not a name for a database. Accepted: letters, digits, - and _. Example: %s"
                .formatted(assignment(property, value, Optional.empty()), database, example(Key.MAX_AGE, "default"));
    }

    static String noPlace(String database, Collection<String> sources) {
        return "TNR-0106: Database \"%s\" (configured in %s) has neither %s nor %s. Accepted: one of them. Example: %s"
                .formatted(
                        database,
                        String.join(", ", sources),
                        Key.URL.property(database),
                        Key.DATASOURCE.property(database),
                        example(Key.URL, database));
    }

    static String twoPlaces(String database, ConfigValue url, ConfigValue datasource) {
        return "TNR-0107: Database \"%s\" has both %s and %s. Accepted: one of them. Example: %s"
                .formatted(
                        database,
                        assignment(Key.URL.property(database), Optional.of(url), Optional.of(Key.URL)),
                        assignment(
                                Key.DATASOURCE.property(database),
                                Optional.of(datasource),
                                Optional.of(Key.DATASOURCE)),
                        example(Key.URL, database));
    }

    static String unknownDatabase(String database, String injectionPoint, Collection<String> known) {
        return """
                TNR-0108: @Managed("%s") at %s names a database that is not configured. Known databases: %s. Add:
                    %s
                    %s
                    %s""".formatted(
                        database,
                        injectionPoint,
                        known.isEmpty() ? "none" : String.join(", ", known),
                        example(Key.URL, database),
                        example(Key.USER, database),
                        example(Key.PASSWORD, database));
    }

    static String unsupportedScope(String database, String scope, String injectionPoint) {
        return ("TNR-0109: @Managed(value = \"%s\", scope = %s.class) at %s asks for a scope that cannot hold connections."
                        + " Accepted: RequestScoped (the default) or ThreadScoped. Example: @Managed(value = \"%s\", scope = ThreadScoped.class)")
                .formatted(database, scope, injectionPoint, database);
    }

    static String noDriver(String database, String source, String url) {
        return ("TNR-0110: %s=%s (from %s): no JDBC driver in the application accepts this URL. Add the driver's jar to the application, or correct the URL."
                        + " Example: %s")
                .formatted(Key.URL.property(database), Secret.maskUrl(url), source, example(Key.URL, database));
    }

    static String notUsable(String database, Collection<String> problems) {
        return "TNR-0111: The configuration of database \"%s\" has changed and cannot be used:\n%s"
                .formatted(database, String.join("\n", problems));
    }

    private static String assignment(String property, Optional<ConfigValue> value, Optional<Key> key) {
        return value.map(found ->
                        "%s=%s (from %s)".formatted(property, shown(property, found.text(), key), found.source()))
                .orElse(property);
    }

    /** An unknown key may be a misspelt password. */
    private static String shown(String property, String text, Optional<Key> key) {
        if (Secret.isNamedLikeOne(property)) {
            return Secret.MASK;
        }
        return key.map(known -> known.shown(text)).orElseGet(() -> Secret.maskUrl(text));
    }

    private static String advice(Key key, String database) {
        return "Accepted: %s. Example: %s".formatted(key.accepted(), example(key, database));
    }

    private static String example(Key key, String database) {
        return key.property(database) + "=" + key.example();
    }
}
