package dev.tenure.config;

import java.util.Objects;
import java.util.regex.Pattern;

/** A value that never appears in a log, message or {@code toString} (R28). */
public final class Secret {

    /** What stands in a message instead of a secret. */
    static final String MASK = "***";

    private static final String SECRET_WORD = "(?:password|passwd|passphrase|pwd|secret|token|credential)";
    private static final String SECRET_NAME = "[\\w.-]*" + SECRET_WORD + "[\\w.-]*";
    private static final Pattern NAMED_LIKE_ONE = Pattern.compile("(?i)" + SECRET_WORD);

    /** In a query only {@code &} ends a value. */
    private static final Pattern IN_QUERY = Pattern.compile("(?i)(" + SECRET_NAME + "\\s*=)[^&]*");

    /** Elsewhere {@code ;}, {@code )} or the next {@code ,name=} does; braces quote. */
    private static final Pattern IN_HOST =
            Pattern.compile("(?i)(" + SECRET_NAME + "\\s*=)(?:\\{[^}]*}|[^;&),]*(?:,(?![\\w.-]+\\s*=)[^;&),]*)*)");

    private static final Pattern USER_INFO = Pattern.compile("(//[^:@/(]*:).*@");
    private static final Pattern ORACLE_USER = Pattern.compile("(?i)^(jdbc:oracle:[^:]+:[^/@]*/)[^@]*@");

    private final String value;

    private Secret(String value) {
        this.value = Objects.requireNonNull(value);
    }

    static Secret of(String value) {
        return new Secret(value);
    }

    /**
     * The secret itself, for the driver and nobody else.
     *
     * @return the value as configured
     */
    public String reveal() {
        return value;
    }

    /**
     * A JDBC URL that can be shown: passwords, tokens and the like in its user info, host part or parameters are masked. Masks too much rather than too
     * little.
     *
     * @param url a JDBC URL, well-formed or not
     * @return the URL with {@code ***} for each secret
     */
    public static String maskUrl(String url) {
        int query = url.indexOf('?');
        int semicolon = url.indexOf(';');
        boolean hasQuery = query >= 0 && (semicolon < 0 || query < semicolon);
        var head = hasQuery ? url.substring(0, query) : url;
        var tail = hasQuery ? url.substring(query) : "";
        head = USER_INFO.matcher(head).replaceFirst("$1" + MASK + "@");
        head = ORACLE_USER.matcher(head).replaceFirst("$1" + MASK + "@");
        head = IN_HOST.matcher(head).replaceAll("$1" + MASK);
        return head + IN_QUERY.matcher(tail).replaceAll("$1" + MASK);
    }

    /** Whether a property of this name is likely to hold a secret. */
    static boolean isNamedLikeOne(String propertyName) {
        return NAMED_LIKE_ONE.matcher(propertyName).find();
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Secret secret && secret.value.equals(value);
    }

    @Override
    public int hashCode() {
        return value.hashCode();
    }

    @Override
    public String toString() {
        return MASK;
    }
}
