package dev.tenure.lifetime;

import dev.tenure.config.DatabaseSettings;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.net.ConnectException;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.SQLNonTransientConnectionException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;

/** A driver and its server in one: counts what reaches it, and can be told to fail. */
final class FakeServer implements ConnectionSource {

    final List<FakeConnection> opened = new CopyOnWriteArrayList<>();
    volatile boolean down;
    volatile int attempts;
    volatile SQLException refusal;
    volatile Runnable whileOpening = () -> {};

    @Override
    @SuppressWarnings("NonAtomicVolatileUpdate") // counted by tests of one thread only
    public Connection open(DatabaseSettings settings) throws SQLException {
        attempts++;
        whileOpening.run();
        if (down) {
            throw new SQLNonTransientConnectionException("server down", "08001", new ConnectException("refused"));
        }
        if (refusal != null) {
            throw refusal;
        }
        var connection = new FakeConnection();
        opened.add(connection);
        return connection.asConnection();
    }

    long openNow() {
        return opened.stream().filter(connection -> !connection.closed).count();
    }

    FakeConnection last() {
        return opened.get(opened.size() - 1);
    }

    /** One connection; the methods that JDBC calls are those below, found by name. */
    static final class FakeConnection implements InvocationHandler {
        volatile boolean closed;
        volatile boolean dead;
        volatile boolean autoCommit = true;
        volatile int isolation = Connection.TRANSACTION_REPEATABLE_READ;
        volatile int pings;
        volatile int rollbacks;
        volatile int commits;
        volatile int closes;
        volatile int networkTimeout;
        /** Work was sent with autocommit off, and neither committed nor rolled back. */
        volatile boolean inTransaction;

        final AtomicInteger openStatements = new AtomicInteger();
        volatile SQLException failsNext;
        volatile Runnable whilePinged = () -> {};
        final List<String> calls = Collections.synchronizedList(new ArrayList<>());
        final List<String> sql = Collections.synchronizedList(new ArrayList<>());

        Connection asConnection() {
            return proxy(Connection.class, this);
        }

        @Override
        @SuppressWarnings("NonAtomicVolatileUpdate") // one thread at a time, which is what is tested
        public Object invoke(Object proxy, Method method, Object[] args) throws Throwable {
            calls.add(method.getName());
            switch (method.getName()) {
                case "close" -> {
                    closes++;
                    closed = true;
                    return null;
                }
                case "abort" -> {
                    closed = true;
                    return null;
                }
                case "isClosed" -> {
                    return closed;
                }
                case "getNetworkTimeout" -> {
                    return networkTimeout;
                }
                case "setNetworkTimeout" -> {
                    networkTimeout = (Integer) args[1];
                    return null;
                }
                case "isValid" -> {
                    pings++;
                    whilePinged.run();
                    return !dead && !closed;
                }
                case "getAutoCommit" -> {
                    return autoCommit;
                }
                case "toString" -> {
                    return "fake connection";
                }
                case "hashCode" -> {
                    return System.identityHashCode(proxy);
                }
                case "equals" -> {
                    return proxy == args[0];
                }
                default -> {
                    // what follows needs the server
                }
            }
            failIfTold();
            return switch (method.getName()) {
                case "setAutoCommit" -> {
                    autoCommit = (Boolean) args[0];
                    inTransaction &= !autoCommit;
                    yield null;
                }
                case "setTransactionIsolation" -> {
                    isolation = (Integer) args[0];
                    yield null;
                }
                case "getTransactionIsolation" -> isolation;
                case "commit" -> {
                    commits++;
                    inTransaction = false;
                    yield null;
                }
                case "rollback" -> {
                    rollbacks++;
                    inTransaction = false;
                    yield null;
                }
                case "createStatement" -> statement();
                case "setReadOnly" -> null;
                default -> throw new UnsupportedOperationException(method.toString());
            };
        }

        private void failIfTold() throws SQLException {
            var failure = failsNext;
            failsNext = null;
            if (dead) {
                throw new SQLNonTransientConnectionException("gone away", "08S01");
            }
            if (failure != null) {
                throw failure;
            }
        }

        private Statement statement() {
            boolean[] closedToo = new boolean[1];
            openStatements.incrementAndGet();
            return proxy(Statement.class, (proxy, method, args) -> switch (method.getName()) {
                case "execute" -> {
                    sql.add((String) args[0]);
                    failIfTold();
                    inTransaction |= !autoCommit;
                    yield false;
                }
                case "close" -> {
                    if (!closedToo[0]) {
                        closedToo[0] = true;
                        openStatements.decrementAndGet();
                    }
                    yield null;
                }
                case "isClosed" -> closedToo[0];
                case "toString" -> "fake statement";
                default -> throw new UnsupportedOperationException(method.toString());
            });
        }
    }

    private static <T> T proxy(Class<T> type, InvocationHandler handler) {
        return type.cast(Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] {type}, (proxy, method, args) -> {
            try {
                return handler.invoke(proxy, method, args);
            } catch (InvocationTargetException e) {
                throw e.getCause();
            }
        }));
    }
}
