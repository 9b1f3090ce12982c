package dev.tenure.it.servers;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/**
 * A server's log.
 *
 * @param lines all of them
 */
record Log(List<String> lines) {

    private static final Pattern WARNING = Pattern.compile("\\b(WARN|WARNING|ERROR|SEVERE)\\b");
    /** Of {@code java.util.logging}, whose messages have date, class and method on a line before the level. */
    private static final String HEAD = "^[A-Z][a-z]{2} \\d{1,2}, \\d{4} ";

    private static final Pattern BEGIN =
            Pattern.compile(HEAD + "|\\b(FINE|DEBUG|INFO|AUDIT|WARN|WARNING|ERROR|SEVERE)\\b");

    /** WildFly's and Payara's, which would hide where a word begins. */
    private static final Pattern COLOUR = Pattern.compile("\u001B\\[[0-9;]*m");

    static Log of(String text) {
        return new Log(COLOUR.matcher(text).replaceAll("").lines().toList());
    }

    /** Each with the line behind it, if that one is no message of its own: GlassFish writes the message below the level. */
    List<String> warnings() {
        var found = new ArrayList<String>();
        for (int i = 0; i < lines.size(); i++) {
            if (WARNING.matcher(lines.get(i)).find()) {
                boolean goesOn =
                        i + 1 < lines.size() && !BEGIN.matcher(lines.get(i + 1)).find();
                found.add(String.join("\n", lines.subList(i, goesOn ? i + 2 : i + 1)));
            }
        }
        return found;
    }
}
