package dev.tenure.vendor;

import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.SQLNonTransientConnectionException;
import java.sql.SQLRecoverableException;
import java.sql.SQLTimeoutException;
import java.sql.SQLTransientConnectionException;
import java.util.Set;
import java.util.function.Predicate;

/**
 * The classes of R17, measured on real servers. The first that matches wins, but a stale role goes before a broken connection: Galera's 1047 is both, and
 * what the role asks for (discard, and retire the others too) includes what the break asks for.
 */
final class FaultClassifier {

    /** PostgreSQL's ways to end a session: admin shutdown, crash, idle limit, and the limits of an idle and of a long transaction. */
    private static final Set<String> BROKEN_STATES = Set.of("57P01", "57P02", "57P05", "25P03", "25P04");

    /** Serialization failure, deadlock, lock not available, and PostgreSQL's "current transaction is aborted". */
    private static final Set<String> HARMLESS_STATES = Set.of("40001", "40P01", "55P03", "25P02");

    private final Set<Integer> brokenCodes;
    private final Predicate<SQLException> staleRole;
    private final Predicate<SQLException> staleRoleUnlessReadOnlyWanted;

    FaultClassifier(
            Set<Integer> brokenCodes,
            Predicate<SQLException> staleRole,
            Predicate<SQLException> staleRoleUnlessReadOnlyWanted) {
        this.brokenCodes = brokenCodes;
        this.staleRole = staleRole;
        this.staleRoleUnlessReadOnlyWanted = staleRoleUnlessReadOnlyWanted;
    }

    Fault classify(Throwable thrown, Connection connection, boolean readOnlyWanted) {
        if (thrown instanceof RuntimeException || thrown instanceof Error) {
            return isClosed(connection) ? Fault.BROKEN : Fault.UNKNOWN;
        }
        var graph = new ExceptionGraph(thrown);
        if (graph.anySql(staleRole) || (!readOnlyWanted && graph.anySql(staleRoleUnlessReadOnlyWanted))) {
            return Fault.STALE_ROLE;
        }
        if (isClosed(connection) || graph.any(IOException.class) || graph.anySql(this::isBroken)) {
            return Fault.BROKEN;
        }
        // An interrupt closes a virtual thread's socket at its next read, so the flag alone is reason for doubt.
        if (Thread.currentThread().isInterrupted()) {
            return Fault.UNKNOWN;
        }
        return thrown instanceof SQLException && graph.allSql(FaultClassifier::isHarmless)
                ? Fault.HARMLESS
                : Fault.UNKNOWN;
    }

    private boolean isBroken(SQLException thrown) {
        return thrown instanceof SQLRecoverableException
                || thrown instanceof SQLNonTransientConnectionException
                || thrown instanceof SQLTransientConnectionException
                || SqlState.inClass(thrown, "08")
                || BROKEN_STATES.contains(SqlState.of(thrown))
                || brokenCodes.contains(thrown.getErrorCode());
    }

    private static boolean isHarmless(SQLException thrown) {
        if (thrown instanceof SQLTimeoutException) {
            return false;
        }
        return SqlState.inClass(thrown, "22")
                || SqlState.inClass(thrown, "23")
                || SqlState.inClass(thrown, "42")
                || HARMLESS_STATES.contains(SqlState.of(thrown));
    }

    private static boolean isClosed(Connection connection) {
        try {
            return connection != null && connection.isClosed();
        } catch (SQLException | RuntimeException e) {
            // A connection that cannot even say whether it is closed is not proven dead; the ping will tell.
            return false;
        }
    }
}
