package dev.tenure.it;

import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Alternative;
import jakarta.enterprise.inject.Typed;
import jakarta.transaction.HeuristicMixedException;
import jakarta.transaction.HeuristicRollbackException;
import jakarta.transaction.InvalidTransactionException;
import jakarta.transaction.NotSupportedException;
import jakarta.transaction.RollbackException;
import jakarta.transaction.SystemException;
import jakarta.transaction.Transaction;
import jakarta.transaction.TransactionManager;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Narayana as a manager that knows no last resource: its transactions come from a class loader that sees JTA but not Narayana's markers, so every resource
 * beside another one is asked to prepare.
 */
@Alternative
@Priority(1)
@ApplicationScoped
@Typed(TransactionManager.class)
public class ManagerWithoutLastResource implements TransactionManager {

    /** Knows the types of JTA only. */
    private static final ClassLoader PLAIN = new ClassLoader(ClassLoader.getPlatformClassLoader()) {
        @Override
        protected Class<?> findClass(String name) throws ClassNotFoundException {
            if (name.startsWith("jakarta.transaction.")) {
                return Class.forName(name, false, Transaction.class.getClassLoader());
            }
            throw new ClassNotFoundException(name);
        }
    };

    private final TransactionManager narayana = com.arjuna.ats.jta.TransactionManager.transactionManager();
    /** The same object for the same transaction: Narayana's interceptors compare by identity. */
    private final Map<Transaction, Transaction> seen = new ConcurrentHashMap<>();

    @Override
    public Transaction getTransaction() throws SystemException {
        var transaction = narayana.getTransaction();
        return transaction == null ? null : seen.computeIfAbsent(transaction, ManagerWithoutLastResource::plain);
    }

    private static Transaction plain(Transaction transaction) {
        return (Transaction) Proxy.newProxyInstance(
                PLAIN, new Class<?>[] {Transaction.class}, (proxy, method, args) -> {
                    if (method.getName().equals("equals")) {
                        return proxy == args[0];
                    }
                    try {
                        return method.invoke(transaction, args);
                    } catch (InvocationTargetException e) {
                        throw e.getCause();
                    }
                });
    }

    @Override
    public void begin() throws NotSupportedException, SystemException {
        narayana.begin();
    }

    @Override
    public void commit()
            throws RollbackException, HeuristicMixedException, HeuristicRollbackException, SystemException {
        narayana.commit();
    }

    @Override
    public void rollback() throws SystemException {
        narayana.rollback();
    }

    @Override
    public void setRollbackOnly() throws SystemException {
        narayana.setRollbackOnly();
    }

    @Override
    public int getStatus() throws SystemException {
        return narayana.getStatus();
    }

    @Override
    public void setTransactionTimeout(int seconds) throws SystemException {
        narayana.setTransactionTimeout(seconds);
    }

    @Override
    public Transaction suspend() {
        throw new UnsupportedOperationException("the tests of this manager suspend nothing");
    }

    @Override
    public void resume(Transaction transaction) throws InvalidTransactionException {
        throw new InvalidTransactionException("the tests of this manager suspend nothing");
    }
}
