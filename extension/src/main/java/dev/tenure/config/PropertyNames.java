package dev.tenure.config;

import java.util.Locale;
import java.util.regex.Pattern;

/** The shapes of our property names. */
final class PropertyNames {

    static final String PREFIX = "tenure.";

    private static final Pattern NOT_ALPHANUMERIC = Pattern.compile("[^A-Za-z0-9]");
    private static final Pattern DATABASE = Pattern.compile("[A-Za-z0-9_-]+");

    private PropertyNames() {}

    /** MicroProfile Config 3.0, "Default ConfigSources": what is not alphanumeric becomes {@code _}, then upper case. */
    static String environmentVariable(String property) {
        return underscored(property).toUpperCase(Locale.ROOT);
    }

    static String underscored(String property) {
        return NOT_ALPHANUMERIC.matcher(property).replaceAll("_");
    }

    static boolean isDatabaseName(String name) {
        return DATABASE.matcher(name).matches();
    }
}
