package dev.tenure.config;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.time.format.DateTimeParseException;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Durations as people write them (R26): {@code 90}, {@code 2.5}, {@code 1m30s}, {@code PT1M30S}. */
public final class DurationFormat {

    private static final String NUMBER = "(\\d+(?:\\.\\d+)?)";
    private static final Pattern SECONDS = Pattern.compile(NUMBER);
    private static final Pattern COMPOUND =
            Pattern.compile("(?:%1$s\\s*d\\s*)?(?:%1$s\\s*h\\s*)?(?:%1$s\\s*m\\s*)?(?:%1$s\\s*s\\s*)?(?:%1$s\\s*ms)?"
                    .formatted(NUMBER));

    private static final BigDecimal NANOS_PER_SECOND = BigDecimal.valueOf(1_000_000_000);
    private static final BigDecimal LONGEST = BigDecimal.valueOf(Long.MAX_VALUE - 1);

    /** The compound's units in the order of the pattern's groups. */
    private static final Unit[] UNITS = {
        new Unit("d", 86_400_000_000_000L),
        new Unit("h", 3_600_000_000_000L),
        new Unit("m", 60_000_000_000L),
        new Unit("s", 1_000_000_000L),
        new Unit("ms", 1_000_000L),
    };

    private DurationFormat() {}

    /**
     * Reads a duration: ISO-8601, a number of seconds, or a compound of {@code d}, {@code h}, {@code m}, {@code s} and {@code ms} in this order, each once.
     * White space and case do not matter. Parts of a nanosecond are rounded up.
     *
     * @param text such as {@code 1m30s}
     * @return nanoseconds; negative for a negative duration
     * @throws IllegalArgumentException when the text is no duration, or longer than the 292 years that fit; the message says which, as in "is not a
     *     duration"
     */
    public static long parse(String text) {
        var trimmed = text.strip();
        boolean negative = trimmed.startsWith("-");
        var nanos = unsigned(negative ? trimmed.substring(1).strip() : trimmed);
        if (nanos.abs().compareTo(LONGEST) > 0) {
            throw new IllegalArgumentException("is longer than 292 years");
        }
        long value = nanos.setScale(0, RoundingMode.UP).longValueExact();
        return negative ? -value : value;
    }

    private static BigDecimal unsigned(String text) {
        if (text.regionMatches(true, 0, "P", 0, 1)) {
            return iso(text);
        }
        if (SECONDS.matcher(text).matches()) {
            return new BigDecimal(text).multiply(NANOS_PER_SECOND);
        }
        var compound = COMPOUND.matcher(text.toLowerCase(Locale.ROOT));
        if (text.isEmpty() || !compound.matches()) {
            throw new IllegalArgumentException("is not a duration");
        }
        return sum(compound);
    }

    private static BigDecimal iso(String text) {
        try {
            var duration = Duration.parse(text);
            return BigDecimal.valueOf(duration.getSeconds())
                    .multiply(NANOS_PER_SECOND)
                    .add(BigDecimal.valueOf(duration.getNano()));
        } catch (DateTimeParseException e) {
            throw new IllegalArgumentException("is not a duration", e);
        }
    }

    private static BigDecimal sum(Matcher compound) {
        var sum = BigDecimal.ZERO;
        for (int i = 0; i < UNITS.length; i++) {
            var amount = compound.group(i + 1);
            if (amount != null) {
                sum = sum.add(new BigDecimal(amount).multiply(BigDecimal.valueOf(UNITS[i].nanos)));
            }
        }
        return sum;
    }

    /**
     * A duration for messages, to the millisecond and readable by {@link #parse}.
     *
     * @param nanos nanoseconds, 0 or more
     * @return for example {@code 1m30s}; {@code 0s} for 0, {@code 1ms} for anything else below a millisecond
     */
    public static String format(long nanos) {
        if (nanos == 0) {
            return "0s";
        }
        long rest = Math.max(nanos, UNITS[UNITS.length - 1].nanos);
        var text = new StringBuilder();
        for (var unit : UNITS) {
            long amount = rest / unit.nanos;
            if (amount > 0) {
                text.append(amount).append(unit.symbol);
            }
            rest %= unit.nanos;
        }
        return text.toString();
    }

    private record Unit(String symbol, long nanos) {}
}
