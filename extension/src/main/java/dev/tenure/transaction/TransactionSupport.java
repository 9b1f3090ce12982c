package dev.tenure.transaction;

import dev.tenure.lifetime.Transactions;
import jakarta.enterprise.inject.spi.BeanManager;

/** The door to this package: whether there is JTA at all. */
public final class TransactionSupport {

    private TransactionSupport() {}

    /**
     * The transactions of the application's manager.
     *
     * @param beanManager knows the beans of the application
     * @param log hears which manager it is
     * @return null where the classes of JTA are absent; the manager itself is looked for at the first use of a connection
     */
    public static Transactions find(BeanManager beanManager, System.Logger log) {
        try {
            Class.forName("jakarta.transaction.TransactionManager", false, TransactionSupport.class.getClassLoader());
        } catch (ClassNotFoundException | LinkageError e) {
            return null;
        }
        return new JtaTransactions(() -> new ManagerSearch(beanManager, log).find());
    }
}
