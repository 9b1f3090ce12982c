package dev.tenure.vendor;

import java.io.IOException;
import java.security.GeneralSecurityException;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.SQLRecoverableException;
import java.sql.SQLTransientException;
import java.util.OptionalLong;
import java.util.Properties;
import java.util.Set;

/** Any other database: only what standard JDBC and standard SQLStates allow. */
final class GenericVendor implements Vendor {

    private static final FaultClassifier FAULTS = new FaultClassifier(Set.of(), never -> false, never -> false);

    @Override
    public String name() {
        return "another database";
    }

    /** Does nothing: time-outs have another name in each driver, and some (H2) refuse an open for a property that they do not know. */
    @Override
    public void boundOpening(String url, Properties properties, long connectTimeoutNanos) {}

    @Override
    public void afterOpening(String url, Connection connection) {}

    @Override
    public OptionalLong idleTimeoutNanos(Connection connection) {
        return OptionalLong.empty();
    }

    @Override
    public TransactionStatus transactionStatus(Connection connection) {
        return TransactionStatus.UNKNOWN;
    }

    @Override
    public Fault fault(Throwable thrown, Connection connection, boolean readOnlyWanted) {
        return FAULTS.classify(thrown, connection, readOnlyWanted);
    }

    @Override
    public boolean authenticationFailure(SQLException failure) {
        return new ExceptionGraph(failure).anySql(thrown -> SqlState.inClass(thrown, "28"));
    }

    @Override
    public boolean transientOpenFailure(SQLException failure) {
        var graph = new ExceptionGraph(failure);
        if (authenticationFailure(failure) || graph.any(GeneralSecurityException.class)) {
            return false;
        }
        return graph.any(SQLTransientException.class)
                || graph.any(SQLRecoverableException.class)
                || graph.any(IOException.class);
    }
}
