package dev.tenure.config;

import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * The settings of one database as they are in force at one moment. Either {@code url} or {@code datasource} is present.
 *
 * @param name the database's name
 * @param url the JDBC URL
 * @param user who connects
 * @param password the user's password
 * @param datasource the JNDI name of a data source
 * @param maxAgeNanos 0 closes at the unit's end; {@link #UNLIMITED} never for age
 * @param maxAgeJitter the part of the age that may be taken off at random, 0 to 0.5
 * @param maxIdleNanos {@link #AUTO} for the server's own limit less a margin, or {@link #UNLIMITED}
 * @param checkAfterNanos 0 pings always, {@link #NEVER} never
 * @param maxConnections 1 or more
 * @param acquireTimeoutNanos more than 0
 * @param connectTimeoutNanos more than 0
 * @param validationTimeoutNanos more than 0
 * @param longLeaseNanos more than 0, or {@link #NEVER}
 * @param trace whether the stack of each lease's first use is kept
 * @param health whether the database is part of the application's readiness
 * @param initSql a statement for each new connection
 * @param autocommit JDBC's autocommit at the start of a unit
 * @param isolation a {@code java.sql.Connection.TRANSACTION_} constant; empty for the server's default
 * @param readOnly JDBC's read-only at the start of a unit
 * @param sessionReset when a session is reset between two units
 * @param transactions whether to take part in the transactions of JTA, where there are some
 */
public record DatabaseSettings(
        String name,
        Optional<String> url,
        Optional<String> user,
        Optional<Secret> password,
        Optional<String> datasource,
        long maxAgeNanos,
        double maxAgeJitter,
        long maxIdleNanos,
        long checkAfterNanos,
        int maxConnections,
        long acquireTimeoutNanos,
        long connectTimeoutNanos,
        long validationTimeoutNanos,
        long longLeaseNanos,
        boolean trace,
        boolean health,
        Optional<String> initSql,
        boolean autocommit,
        OptionalInt isolation,
        boolean readOnly,
        SessionReset sessionReset,
        boolean transactions) {

    /** A limit that is never reached: {@code max-age=unlimited}, {@code max-idle=unlimited}. */
    public static final long UNLIMITED = Long.MAX_VALUE;

    /** A moment that never comes: {@code check-after=never}, {@code long-lease=never}. */
    public static final long NEVER = Long.MAX_VALUE;

    /** {@code max-idle=auto}: the server's own limit less a margin. */
    public static final long AUTO = -1;

    static DatabaseSettings of(String name, Map<Key, Object> values) {
        return new DatabaseSettings(
                name,
                Optional.ofNullable((String) values.get(Key.URL)),
                Optional.ofNullable((String) values.get(Key.USER)),
                Optional.ofNullable((Secret) values.get(Key.PASSWORD)),
                Optional.ofNullable((String) values.get(Key.DATASOURCE)),
                (long) values.get(Key.MAX_AGE),
                (double) values.get(Key.MAX_AGE_JITTER),
                (long) values.get(Key.MAX_IDLE),
                (long) values.get(Key.CHECK_AFTER),
                (int) values.get(Key.MAX_CONNECTIONS),
                (long) values.get(Key.ACQUIRE_TIMEOUT),
                (long) values.get(Key.CONNECT_TIMEOUT),
                (long) values.get(Key.VALIDATION_TIMEOUT),
                (long) values.get(Key.LONG_LEASE),
                (boolean) values.get(Key.TRACE),
                (boolean) values.get(Key.HEALTH),
                Optional.ofNullable((String) values.get(Key.INIT_SQL)),
                (boolean) values.get(Key.AUTOCOMMIT),
                values.get(Key.ISOLATION) instanceof Integer level ? OptionalInt.of(level) : OptionalInt.empty(),
                (boolean) values.get(Key.READ_ONLY),
                (SessionReset) values.get(Key.SESSION_RESET),
                (boolean) values.get(Key.TRANSACTIONS));
    }

    /** Where the database is, without any secret: the URL, or the JNDI name. */
    public String location() {
        return url.map(Secret::maskUrl).or(() -> datasource).orElse("nowhere");
    }

    /** Never shows a password, not even one inside the URL (R28), nor {@code init-sql}, which may hold one. */
    @Override
    public String toString() {
        return "DatabaseSettings[" + name + " at " + location() + ", max-age="
                + limit(maxAgeNanos, "unlimited") + ", max-age-jitter=" + Math.round(maxAgeJitter * 100)
                + "%, max-idle=" + (maxIdleNanos == AUTO ? "auto" : limit(maxIdleNanos, "unlimited"))
                + ", check-after=" + limit(checkAfterNanos, "never") + ", max-connections=" + maxConnections
                + ", acquire-timeout=" + DurationFormat.format(acquireTimeoutNanos)
                + ", connect-timeout=" + DurationFormat.format(connectTimeoutNanos)
                + ", validation-timeout=" + DurationFormat.format(validationTimeoutNanos)
                + ", long-lease=" + limit(longLeaseNanos, "never")
                + ", trace=" + trace + ", health=" + health
                + ", autocommit=" + autocommit + ", read-only=" + readOnly
                + ", session-reset=" + sessionReset.name().toLowerCase(Locale.ROOT) + ", transactions="
                + (transactions ? "auto" : "off") + "]";
    }

    private static String limit(long nanos, String word) {
        return nanos == Long.MAX_VALUE ? word : DurationFormat.format(nanos);
    }
}
