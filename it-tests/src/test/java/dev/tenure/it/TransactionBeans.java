package dev.tenure.it;

import dev.tenure.Managed;
import dev.tenure.ThreadScoped;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.sql.Connection;
import javax.sql.DataSource;

/** The beans of a user who writes {@code @Transactional}. */
public final class TransactionBeans {

    private TransactionBeans() {}

    /** What is done in a method. */
    @FunctionalInterface
    public interface Work<T> {
        T run() throws Exception;
    }

    /** A checked exception. */
    static final class Checked extends Exception {
        private static final long serialVersionUID = 1;
    }

    /** A method of each kind of transaction, which does what the test says. */
    @ApplicationScoped
    public static class Service {
        @Inject
        @Managed
        Connection db;

        @Inject
        @Managed(scope = ThreadScoped.class)
        Connection own;

        @Inject
        @Managed
        DataSource source;

        Connection db() {
            return db;
        }

        Connection own() {
            return own;
        }

        DataSource source() {
            return source;
        }

        public <T> T plain(Work<T> work) throws Exception {
            return work.run();
        }

        @Transactional
        public <T> T required(Work<T> work) throws Exception {
            return work.run();
        }

        @Transactional(TxType.REQUIRES_NEW)
        public <T> T requiresNew(Work<T> work) throws Exception {
            return work.run();
        }

        @Transactional(TxType.MANDATORY)
        public <T> T mandatory(Work<T> work) throws Exception {
            return work.run();
        }

        @Transactional(TxType.NOT_SUPPORTED)
        public <T> T notSupported(Work<T> work) throws Exception {
            return work.run();
        }

        @Transactional(TxType.SUPPORTS)
        public <T> T supports(Work<T> work) throws Exception {
            return work.run();
        }

        @Transactional(TxType.NEVER)
        public <T> T never(Work<T> work) throws Exception {
            return work.run();
        }

        @Transactional(rollbackOn = Checked.class)
        public <T> T rollingBackOnChecked(Work<T> work) throws Exception {
            return work.run();
        }

        @Transactional(dontRollbackOn = IllegalStateException.class)
        public <T> T notRollingBackOnIllegalState(Work<T> work) throws Exception {
            return work.run();
        }
    }

    /** Uses a second database. */
    @ApplicationScoped
    public static class Reports {
        @Inject
        @Managed("reports")
        Connection db;

        Connection db() {
            return db;
        }
    }
}
