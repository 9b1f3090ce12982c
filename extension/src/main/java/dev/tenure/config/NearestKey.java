package dev.tenure.config;

import java.util.Arrays;
import java.util.Comparator;
import java.util.Locale;
import java.util.Optional;

/** Which key somebody may have meant. */
final class NearestKey {

    private NearestKey() {}

    /** The key that is nearest by edit distance, separators and case apart; empty when none is near. */
    static Optional<Key> to(String written) {
        var plain = plain(written);
        return Arrays.stream(Key.values())
                .min(Comparator.comparingInt(key -> distance(plain, plain(key.key()))))
                .filter(key -> isNear(plain, plain(key.key())));
    }

    private static boolean isNear(String written, String key) {
        return distance(written, key) <= Math.max(1, key.length() / 2) || written.contains(key);
    }

    private static String plain(String key) {
        return key.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]", "");
    }

    /** Levenshtein's, where swapping two neighbours counts as one edit. */
    private static int distance(String a, String b) {
        var edits = new int[a.length() + 1][b.length() + 1];
        for (int i = 0; i <= a.length(); i++) {
            for (int j = 0; j <= b.length(); j++) {
                if (i == 0 || j == 0) {
                    edits[i][j] = i + j;
                    continue;
                }
                int replaced = edits[i - 1][j - 1] + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
                edits[i][j] = Math.min(replaced, 1 + Math.min(edits[i - 1][j], edits[i][j - 1]));
                if (i > 1 && j > 1 && a.charAt(i - 1) == b.charAt(j - 2) && a.charAt(i - 2) == b.charAt(j - 1)) {
                    edits[i][j] = Math.min(edits[i][j], edits[i - 2][j - 2] + 1);
                }
            }
        }
        return edits[a.length()][b.length()];
    }
}
