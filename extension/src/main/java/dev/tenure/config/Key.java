package dev.tenure.config;

import dev.tenure.config.ValueType.Word;
import java.util.Optional;

/**
 * The keys of a database, {@code tenure.<database>.<key>}: the one table from which values are read, unknown keys found, messages written and the
 * documentation checked.
 */
public enum Key {
    URL(
            "url",
            ValueType.jdbcUrl(),
            null,
            "jdbc:mysql://localhost:3306/shop",
            "Where the database is; the driver is the one that accepts it. This or datasource."),
    USER("user", ValueType.text("a user name"), null, "shop", "Who connects."),
    PASSWORD("password", ValueType.secret(), null, "${SHOP_PASSWORD}", "The user's password; never shown."),
    DATASOURCE(
            "datasource",
            ValueType.text("a JNDI name"),
            null,
            "java:comp/env/jdbc/shop",
            "The JNDI name of a data source to take connections from. This or url."),
    MAX_AGE(
            "max-age",
            ValueType.durationOrZero(Words.UNLIMITED),
            "0",
            "60",
            "How long a connection is kept after it was opened; 0 closes it at the end of its unit of work."),
    MAX_AGE_JITTER(
            "max-age-jitter",
            ValueType.jitter(),
            "10%",
            "10%",
            "How much of max-age is taken off at random, so that connections do not end all at once."),
    MAX_IDLE(
            "max-idle",
            ValueType.duration(Words.AUTO, Words.UNLIMITED),
            "auto",
            "5m",
            "How long a connection may be idle; auto is the server's own limit less a margin."),
    CHECK_AFTER(
            "check-after",
            ValueType.durationOrZero(Words.NEVER),
            "500ms",
            "1s",
            "How long a connection must have been idle to be pinged before its next use; 0 pings always."),
    MAX_CONNECTIONS(
            "max-connections",
            ValueType.positiveInteger(),
            "20",
            "20",
            "How many connections may be open at a time; whoever needs one more waits."),
    ACQUIRE_TIMEOUT(
            "acquire-timeout", ValueType.duration(), "10s", "10s", "How long to wait for one of max-connections."),
    CONNECT_TIMEOUT(
            "connect-timeout",
            ValueType.duration(),
            "5s",
            "5s",
            "How long each step of opening may take: connecting, TLS, login."),
    VALIDATION_TIMEOUT(
            "validation-timeout",
            ValueType.duration(),
            "2s",
            "2s",
            "How long a ping, rollback, reset or close may take."),
    LONG_LEASE(
            "long-lease",
            ValueType.duration(Words.NEVER),
            "5m",
            "1m",
            "How long a unit of work may hold a connection before a warning says so."),
    TRACE(
            "trace",
            ValueType.bool(),
            "false",
            "true",
            "Whether to keep, for each lease, the stack of its first use, for the reports of who holds a connection; costs some microseconds a lease."),
    HEALTH(
            "health",
            ValueType.bool(),
            "true",
            "false",
            "Whether the database is part of the application's readiness, where there is MicroProfile Health; read at deployment."),
    INIT_SQL(
            "init-sql",
            ValueType.text("an SQL statement"),
            null,
            "SET time_zone = '+00:00'",
            "A statement to run on each new connection."),
    AUTOCOMMIT("autocommit", ValueType.bool(), "true", "false", "Autocommit at the start of each unit of work."),
    ISOLATION(
            "isolation",
            ValueType.isolation(),
            null,
            "read-committed",
            "Transaction isolation at the start of each unit of work; the server's if not set."),
    READ_ONLY("read-only", ValueType.bool(), "false", "true", "Read-only at the start of each unit of work."),
    SESSION_RESET(
            "session-reset",
            ValueType.sessionReset(),
            "changed",
            "always",
            "When a session is brought back to what it was after the login: never, when the server reports a change, or after each unit of work."),
    TRANSACTIONS(
            "transactions",
            ValueType.transactions(),
            "auto",
            "off",
            "Whether connections from url take part in the transactions of JTA: auto where there is a transaction manager, or off.");

    private final String key;
    /** Holds a function, which Error Prone cannot see to be immutable. */
    @SuppressWarnings("ImmutableEnumChecker")
    private final ValueType type;

    private final String defaultText;
    private final String example;
    private final String meaning;

    Key(String key, ValueType type, String defaultText, String example, String meaning) {
        this.key = key;
        this.type = type;
        this.defaultText = defaultText;
        this.example = example;
        this.meaning = meaning;
    }

    /**
     * The last segment of the property.
     *
     * @return for example {@code max-age}
     */
    public String key() {
        return key;
    }

    /**
     * The whole property.
     *
     * @param database a database's name
     * @return for example {@code tenure.default.max-age}
     */
    public String property(String database) {
        return PropertyNames.PREFIX + database + "." + key;
    }

    /**
     * The environment variable that MicroProfile Config maps to the property.
     *
     * @param database a database's name
     * @return for example {@code TENURE_DEFAULT_MAX_AGE}
     */
    public String environmentVariable(String database) {
        return PropertyNames.environmentVariable(property(database));
    }

    /**
     * What holds if nothing is configured.
     *
     * @return as one would write it, or empty for none
     */
    public Optional<String> defaultText() {
        return Optional.ofNullable(defaultText);
    }

    /**
     * What may be written.
     *
     * @return words for the middle of a sentence
     */
    public String accepted() {
        return type.accepted();
    }

    /**
     * A value to copy.
     *
     * @return a valid value
     */
    public String example() {
        return example;
    }

    /**
     * What the key is for.
     *
     * @return a sentence
     */
    public String meaning() {
        return meaning;
    }

    Object parse(String text) {
        return type.parse(text);
    }

    /** The value as a message may show it (R28). */
    String shown(String text) {
        return switch (this) {
            case PASSWORD -> Secret.MASK;
            case URL -> Secret.maskUrl(text);
            default -> text;
        };
    }

    /** Words instead of durations; apart, because an enum's constants cannot use its own static fields. */
    private static final class Words {
        static final Word UNLIMITED = new Word("unlimited", DatabaseSettings.UNLIMITED);
        static final Word NEVER = new Word("never", DatabaseSettings.NEVER);
        static final Word AUTO = new Word("auto", DatabaseSettings.AUTO);
    }
}
