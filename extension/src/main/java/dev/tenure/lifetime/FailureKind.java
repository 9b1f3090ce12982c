package dev.tenure.lifetime;

import java.sql.SQLException;

/** What may be shown of a driver's exception: not its text, which may quote the URL and a password in it (R28). */
public final class FailureKind {

    private FailureKind() {}

    /**
     * The class, and of an {@link SQLException} its SQLState and vendor code.
     *
     * @param failure of whatever kind
     * @return for example {@code SQLSyntaxErrorException 42000/1064}
     */
    public static String of(Throwable failure) {
        var name = failure.getClass().getSimpleName();
        if (!(failure instanceof SQLException sql)) {
            return name;
        }
        return name + " " + sql.getSQLState() + (sql.getErrorCode() == 0 ? "" : "/" + sql.getErrorCode());
    }
}
