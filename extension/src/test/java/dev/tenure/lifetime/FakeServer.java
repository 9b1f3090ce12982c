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
import java.util.Queue;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;

/** A driver and its server in one: counts what reaches it, and can be told to fail. */
final class FakeServer implements ConnectionSource {

    final List<FakeConnection> opened = new CopyOnWriteArrayList<>();
    /** What others see: the statements that are committed. */
    final Queue<String> committed = new ConcurrentLinkedQueue<>();
    /** Each time that two threads were in calls on one connection. */
    final Queue<String> mixedUp = new ConcurrentLinkedQueue<>();
    /** Open at once. */
    final AtomicInteger most = new AtomicInteger();

    volatile boolean down;
    volatile int attempts;
    volatile SQLException refusal;
    volatile Runnable whileOpening = () -> {};
    volatile Runnable whileInACall = () -> {};

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
        var connection = new FakeConnection(this);
        opened.add(connection);
        most.accumulateAndGet((int) openNow(), Math::max);
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
        private final FakeServer server;
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

        private final List<String> uncommitted = new ArrayList<>();
        private final AtomicReference<Thread> inside = new AtomicReference<>();
        final AtomicInteger openStatements = new AtomicInteger();
        volatile SQLException failsNext;
        volatile Runnable whilePinged = () -> {};
        final List<String> calls = Collections.synchronizedList(new ArrayList<>());
        final List<String> sql = Collections.synchronizedList(new ArrayList<>());

        FakeConnection(FakeServer server) {
            this.server = server;
        }

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
                    hangUp();
                    return null;
                }
                case "abort" -> {
                    hangUp();
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
                    return alone(() -> {
                        pings++;
                        whilePinged.run();
                        return !dead && !closed;
                    });
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
            return alone(() -> answer(method, args));
        }

        /** What a session does that nobody listens to any more. */
        private synchronized void hangUp() {
            closed = true;
            uncommitted.clear();
        }

        /** The administrator ends the session. */
        synchronized void kill() {
            dead = true;
            uncommitted.clear();
        }

        private Object alone(Callable<Object> call) throws Exception {
            var other = inside.compareAndExchange(null, Thread.currentThread());
            if (other != null && other != Thread.currentThread()) {
                server.mixedUp.add(
                        other.getName() + " and " + Thread.currentThread().getName());
            }
            try {
                server.whileInACall.run();
                return call.call();
            } finally {
                inside.set(other);
            }
        }

        private synchronized void end(boolean commit) throws SQLException {
            failIfTold();
            if (commit) {
                server.committed.addAll(uncommitted);
            }
            uncommitted.clear();
            inTransaction = false;
        }

        private synchronized void execute(String statement) throws SQLException {
            sql.add(statement);
            failIfTold();
            inTransaction |= !autoCommit;
            (autoCommit ? server.committed : uncommitted).add(statement);
        }

        @SuppressWarnings("NonAtomicVolatileUpdate") // one thread at a time, which is what is tested
        private Object answer(Method method, Object[] args) throws SQLException {
            failIfTold();
            return switch (method.getName()) {
                case "setAutoCommit" -> {
                    autoCommit = (Boolean) args[0];
                    if (autoCommit) {
                        end(true);
                    }
                    yield null;
                }
                case "setTransactionIsolation" -> {
                    isolation = (Integer) args[0];
                    yield null;
                }
                case "getTransactionIsolation" -> isolation;
                case "commit" -> {
                    end(true);
                    commits++;
                    yield null;
                }
                case "rollback" -> {
                    end(false);
                    rollbacks++;
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
            if (dead || closed) {
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
                    alone(() -> {
                        execute((String) args[0]);
                        return null;
                    });
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
