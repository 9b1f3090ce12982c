package dev.tenure.it;

import java.sql.SQLException;

/**
 * A unit of work that failed. There are many of them, and exceptions are large.
 *
 * @param from when it began, {@code System.nanoTime()}
 * @param until when it had failed
 * @param committing it is not known whether its row was committed
 * @param row what it wanted to write
 * @param why in short
 */
record SoakFailure(long from, long until, boolean committing, long row, String why) {

    private static final String REFUSED = "refused, as nobody can connect just now";

    /** What a commit has thrown. */
    static final class AtCommit extends Exception {
        private static final long serialVersionUID = 1;

        AtCommit(SQLException cause) {
            super(cause);
        }
    }

    static SoakFailure at(long from, long row, Exception why) {
        boolean refused = String.valueOf(why.getMessage()).startsWith("TNR-0211");
        return new SoakFailure(
                from, System.nanoTime(), why instanceof AtCommit, row, refused ? REFUSED : why.toString());
    }

    /** Told at once for a moment, after another's attempt to connect has failed (R5). */
    boolean refused() {
        return why.equals(REFUSED);
    }
}
