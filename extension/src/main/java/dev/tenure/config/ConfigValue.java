package dev.tenure.config;

/**
 * A value and where it was found.
 *
 * @param text the value, not empty
 * @param source the name of the configuration source
 */
public record ConfigValue(String text, String source) {

    /** Without the value, which may be a secret. */
    @Override
    public String toString() {
        return Secret.MASK + " from " + source;
    }
}
