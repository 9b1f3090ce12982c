package dev.tenure.vendor;

import java.util.Locale;
import java.util.OptionalInt;
import java.util.regex.Pattern;

/** Finds what a JDBC URL says about a time-out or a switch, in its query ({@code ?name=1}) or in MySQL's host part ({@code (host=h,name=1)}). */
final class UrlParameters {

    private UrlParameters() {}

    static OptionalInt number(String url, String name) {
        var parameter = Pattern.compile("[?&(,]\\s*" + Pattern.quote(name) + "\\s*=\\s*(\\d{1,9})(?!\\d)");
        var found = parameter.matcher(url);
        return found.find() ? OptionalInt.of(Integer.parseInt(found.group(1))) : OptionalInt.empty();
    }

    static boolean flag(String url, String name, boolean otherwise) {
        var parameter = Pattern.compile(
                "[?&(,]\\s*" + Pattern.quote(name) + "\\s*=\\s*(true|false|yes|no)\\b", Pattern.CASE_INSENSITIVE);
        var found = parameter.matcher(url);
        if (!found.find()) {
            return otherwise;
        }
        var value = found.group(1).toLowerCase(Locale.ROOT);
        return value.equals("true") || value.equals("yes");
    }
}
