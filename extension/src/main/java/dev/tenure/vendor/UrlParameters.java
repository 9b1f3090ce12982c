package dev.tenure.vendor;

import java.util.OptionalInt;
import java.util.regex.Pattern;

/** Finds what a JDBC URL says about a time-out, in its query ({@code ?name=1}) or in MySQL's host part ({@code (host=h,name=1)}). */
final class UrlParameters {

    private UrlParameters() {}

    static OptionalInt number(String url, String name) {
        var parameter = Pattern.compile("[?&(,]\\s*" + Pattern.quote(name) + "\\s*=\\s*(\\d{1,9})(?!\\d)");
        var found = parameter.matcher(url);
        return found.find() ? OptionalInt.of(Integer.parseInt(found.group(1))) : OptionalInt.empty();
    }
}
