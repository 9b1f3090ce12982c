package dev.tenure.config;

import java.sql.SQLException;
import java.sql.SQLNonTransientConnectionException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The configuration of an application: which databases there are, all that is wrong with them, and their settings at any later moment. The databases are
 * those of the deployment; the settings are read anew each time (R4).
 */
public final class Configuration {

    private final ConfigReader reader;
    private final Set<String> databases;
    private final List<String> nameProblems;

    private Configuration(ConfigReader reader, DatabaseNames names) {
        this.reader = reader;
        this.databases = Collections.unmodifiableSet(names.databases());
        this.nameProblems = List.copyOf(names.problems());
    }

    /**
     * Finds the databases. Never throws for a mistake in the configuration: see {@link #problems()}.
     *
     * @param reader where to read; kept for {@link #read}
     * @param injected the names in {@code @Managed}; they tell what an environment variable such as {@code TENURE_MY_DB_URL} stands for ({@code my-db} or
     *     {@code my_db}), and define nothing
     * @return the configuration
     */
    public static Configuration load(ConfigReader reader, Collection<String> injected) {
        return new Configuration(reader, new DatabaseNames(reader, injected));
    }

    /**
     * The databases that are configured, well or badly.
     *
     * @return names in alphabetical order, unmodifiable
     */
    public Set<String> databases() {
        return databases;
    }

    /**
     * All mistakes (R27), each a text with its number, the key, the value (secrets masked), the source it came from, what is accepted, and an example.
     *
     * @return empty when all is well
     */
    public List<String> problems() {
        var problems = new ArrayList<>(nameProblems);
        for (var database : databases) {
            problems.addAll(new DatabaseReading(reader, database).problems());
        }
        return problems;
    }

    /**
     * The settings of a database at this moment.
     *
     * @param database one of {@link #databases()}
     * @return settings without a mistake
     * @throws SQLException when the configuration has changed since the deployment and can no longer be used; the message lists all problems
     */
    public DatabaseSettings read(String database) throws SQLException {
        var reading = new DatabaseReading(reader, database);
        if (!reading.problems().isEmpty()) {
            throw new SQLNonTransientConnectionException(
                    ConfigMessages.notUsable(database, reading.problems()), "08001");
        }
        return reading.settings();
    }

    /**
     * The settings in force and their sources, for the log at the start. Secrets are masked.
     *
     * @param database one of {@link #databases()}
     * @return for example {@code url=jdbc:mysql://localhost/shop (META-INF/microprofile-config.properties), max-age=0 (default), ...}
     */
    public String describe(String database) {
        var found = new DatabaseReading(reader, database).found();
        return Arrays.stream(Key.values())
                .flatMap(key -> Optional.ofNullable(found.get(key))
                        .map(value -> shown(key, value.text(), value.source()))
                        .or(() -> key.defaultText().map(text -> shown(key, text, "default")))
                        .stream())
                .collect(Collectors.joining(", "));
    }

    /**
     * Where to and as whom, now. Secrets are masked.
     *
     * @param database one of {@link #databases()}
     * @return for example {@code tenure.default.url=jdbc:mysql://localhost/shop (from META-INF/microprofile-config.properties), ...}
     */
    public String login(String database) {
        var found = new DatabaseReading(reader, database).found();
        return Stream.of(Key.URL, Key.DATASOURCE, Key.USER, Key.PASSWORD)
                .filter(found::containsKey)
                .map(key -> ConfigMessages.assignment(key, database, found.get(key)))
                .collect(Collectors.joining(", "));
    }

    private static String shown(Key key, String text, String source) {
        return "%s=%s (%s)".formatted(key.key(), key.shown(text), source);
    }

    /**
     * The problem of an injection point whose database is not configured.
     *
     * @param database the name in {@code @Managed}
     * @param injectionPoint the class and member, as a developer would find it
     * @return a text that names both, the databases there are, and the lines to write
     */
    public String unknownDatabase(String database, String injectionPoint) {
        return ConfigMessages.unknownDatabase(database, injectionPoint, databases);
    }

    /**
     * The problem of an injection point that asks for a scope which cannot hold connections.
     *
     * @param database the name in {@code @Managed}
     * @param scope the scope's simple name
     * @param injectionPoint the class and member
     * @return a text that says which scopes can
     */
    public String unsupportedScope(String database, String scope, String injectionPoint) {
        return ConfigMessages.unsupportedScope(database, scope, injectionPoint);
    }

    /**
     * The URL as it is configured, whatever else is wrong with the database. May hold a secret.
     *
     * @param database one of {@link #databases()}
     * @return empty when it has none
     */
    public Optional<String> url(String database) {
        return Optional.ofNullable(new DatabaseReading(reader, database).found().get(Key.URL))
                .map(ConfigValue::text);
    }

    /**
     * The problem of a URL that no driver accepts.
     *
     * @param database one of {@link #databases()}
     * @return a text that names the key, the URL without its secrets, and its source; empty when the database has no URL
     */
    public Optional<String> noDriver(String database) {
        return Optional.ofNullable(new DatabaseReading(reader, database).found().get(Key.URL))
                .map(url -> ConfigMessages.noDriver(database, url.source(), url.text()));
    }
}
