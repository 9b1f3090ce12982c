package dev.tenure.config;

import java.math.BigDecimal;
import java.sql.Connection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;

/**
 * How the text of a value is read and what a message says is accepted. {@link #parse} throws {@link IllegalArgumentException} with the rest of a sentence
 * that begins with the value: "is not a duration".
 */
final class ValueType {

    private static final BigDecimal LARGEST_JITTER = new BigDecimal("0.5");

    private static final Map<String, Integer> ISOLATIONS = Map.of(
            "read-uncommitted", Connection.TRANSACTION_READ_UNCOMMITTED,
            "read-committed", Connection.TRANSACTION_READ_COMMITTED,
            "repeatable-read", Connection.TRANSACTION_REPEATABLE_READ,
            "serializable", Connection.TRANSACTION_SERIALIZABLE);

    private final String accepted;
    private final Function<String, Object> parser;

    private ValueType(String accepted, Function<String, Object> parser) {
        this.accepted = accepted;
        this.parser = parser;
    }

    String accepted() {
        return accepted;
    }

    Object parse(String text) {
        return parser.apply(text);
    }

    static ValueType text(String accepted) {
        return new ValueType(accepted, text -> text);
    }

    static ValueType secret() {
        return new ValueType("any text", Secret::of);
    }

    static ValueType jdbcUrl() {
        return new ValueType("a JDBC URL, which begins with jdbc:", text -> {
            var url = text.strip();
            if (!url.startsWith("jdbc:")) {
                throw new IllegalArgumentException("is not a JDBC URL");
            }
            return url;
        });
    }

    /** A duration of more than 0, or one of some words that stand for a number of nanoseconds. */
    static ValueType duration(Word... words) {
        return duration(false, words);
    }

    /** The same, but 0 has a meaning too. */
    static ValueType durationOrZero(Word... words) {
        return duration(true, words);
    }

    private static ValueType duration(boolean zeroAllowed, Word... words) {
        var accepted = new StringBuilder("a duration");
        accepted.append(zeroAllowed ? "" : " of more than 0");
        accepted.append(" (seconds as 60 or 2.5, a compound as 1m30s of d, h, m, s and ms, or ISO-8601 as PT1M30S)");
        for (var word : words) {
            accepted.append(", or ").append(word.text);
        }
        return new ValueType(accepted.toString(), text -> duration(text.strip(), zeroAllowed, List.of(words)));
    }

    private static Object duration(String text, boolean zeroAllowed, List<Word> words) {
        for (var word : words) {
            if (word.text.equalsIgnoreCase(text)) {
                return word.nanos;
            }
        }
        long nanos = DurationFormat.parse(text);
        if (nanos < 0) {
            throw new IllegalArgumentException("is negative" + insteadOfNegative(words));
        }
        if (nanos == 0 && !zeroAllowed) {
            throw new IllegalArgumentException("is 0");
        }
        return nanos;
    }

    /** Many libraries take -1 for "no limit"; say what says so here. */
    private static String insteadOfNegative(List<Word> words) {
        return words.stream()
                .filter(word -> word.nanos == Long.MAX_VALUE)
                .findFirst()
                .map(word -> "; write " + word.text + " if that is meant")
                .orElse("");
    }

    static ValueType jitter() {
        return new ValueType(
                "0% to 50%, or a fraction from 0 to 0.5",
                text -> {
                    var number = text.strip();
                    boolean percent = number.endsWith("%");
                    if (percent) {
                        number = number.substring(0, number.length() - 1).strip();
                    }
                    if (!number.matches("-?\\d{1,9}(\\.\\d{1,9})?")) {
                        throw new IllegalArgumentException("is neither a percentage nor a fraction");
                    }
                    var fraction = new BigDecimal(number).movePointLeft(percent ? 2 : 0);
                    if (fraction.signum() < 0) {
                        throw new IllegalArgumentException("is negative");
                    }
                    if (fraction.compareTo(LARGEST_JITTER) > 0) {
                        throw new IllegalArgumentException("is more than 50%" + (percent ? "" : "; is % missing?"));
                    }
                    return fraction.doubleValue();
                });
    }

    static ValueType positiveInteger() {
        return new ValueType("a whole number from 1 to " + Integer.MAX_VALUE, text -> {
            if (!text.strip().matches("[+-]?\\d+")) {
                throw new IllegalArgumentException("is not a whole number");
            }
            int number;
            try {
                number = Integer.parseInt(text.strip());
            } catch (NumberFormatException e) {
                throw new IllegalArgumentException("is out of range", e);
            }
            if (number < 1) {
                throw new IllegalArgumentException("is less than 1");
            }
            return number;
        });
    }

    static ValueType bool() {
        return new ValueType("true or false", text -> switch (text.strip().toLowerCase(Locale.ROOT)) {
            case "true" -> true;
            case "false" -> false;
            default -> throw new IllegalArgumentException("is neither true nor false");
        });
    }

    static ValueType isolation() {
        return new ValueType("read-uncommitted, read-committed, repeatable-read or serializable", text -> {
            var level = ISOLATIONS.get(
                    text.strip().toLowerCase(Locale.ROOT).replace('_', '-').replace(' ', '-'));
            if (level == null) {
                throw new IllegalArgumentException("is not an isolation level");
            }
            return level;
        });
    }

    static ValueType sessionReset() {
        return new ValueType(
                "none, changed or always", text -> switch (text.strip().toLowerCase(Locale.ROOT)) {
                    case "none" -> SessionReset.NONE;
                    case "changed" -> SessionReset.CHANGED;
                    case "always" -> SessionReset.ALWAYS;
                    default -> throw new IllegalArgumentException("is none of them");
                });
    }

    static ValueType transactions() {
        return new ValueType("auto or off", text -> switch (text.strip().toLowerCase(Locale.ROOT)) {
            case "auto" -> true;
            case "off" -> false;
            default -> throw new IllegalArgumentException("is neither auto nor off");
        });
    }

    /** A word that may stand instead of a duration. */
    record Word(String text, long nanos) {}
}
