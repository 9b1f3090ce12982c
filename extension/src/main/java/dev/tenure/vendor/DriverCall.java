package dev.tenure.vendor;

import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.SQLFeatureNotSupportedException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * One chain of getters of a driver's own API, called without linking to the driver: {@code connection.getSession().getServerSession()} and so on. What is
 * found is kept in the instance and for the last connection class seen; a static cache in a shared loader would pin the application's driver.
 */
final class DriverCall {

    private static final Binding NOT_BOUND = new Binding(null, null, null);

    private final String typeName;
    private final List<String> getters;
    private volatile Binding binding = NOT_BOUND;

    /**
     * @param typeName the driver's public connection type, which its connections implement or unwrap to
     * @param getters methods without parameters, each called on the result of the one before
     */
    DriverCall(String typeName, String... getters) {
        this.typeName = typeName;
        this.getters = List.of(getters);
    }

    /** Calls a last method that does something.
     *
     * @throws SQLException what the driver threw, or that it has no such method
     */
    void perform(Connection connection) throws SQLException {
        var bound = bound(connection);
        if (bound.handle == null) {
            throw new SQLFeatureNotSupportedException(typeName + " has no " + getters);
        }
        try {
            Object target = bound.type.isInstance(connection) ? connection : connection.unwrap(bound.type);
            bound.handle.invoke(target);
        } catch (SQLException | RuntimeException | Error e) {
            throw e;
        } catch (Throwable e) {
            throw new SQLException(typeName + getters, e);
        }
    }

    /** The result of the last getter; empty when it is null, the driver is another one, has changed its API, or throws. */
    Optional<Object> invoke(Connection connection) {
        var bound = bound(connection);
        if (bound.handle == null) {
            return Optional.empty();
        }
        try {
            Object target = bound.type.isInstance(connection) ? connection : connection.unwrap(bound.type);
            Object result = bound.handle.invokeExact(target);
            return Optional.ofNullable(result);
        } catch (VirtualMachineError e) {
            throw e;
        } catch (Throwable e) {
            // What the driver cannot tell (closed, proxied, changed) is asked in plain SQL or taken as unknown.
            return Optional.empty();
        }
    }

    private Binding bound(Connection connection) {
        var bound = binding;
        if (bound.connectionClass != connection.getClass()) {
            bound = bind(connection);
            binding = bound;
        }
        return bound;
    }

    private Binding bind(Connection connection) {
        for (var loader : loaders(connection)) {
            try {
                var type = Class.forName(typeName, false, loader);
                if (type.isInstance(connection) || connection.isWrapperFor(type)) {
                    return new Binding(connection.getClass(), type, chain(type));
                }
            } catch (SQLException e) {
                // A wrapper that is closed cannot tell; the next connection of its class may.
                return NOT_BOUND;
            } catch (ReflectiveOperationException | RuntimeException | LinkageError e) {
                // Not known to this loader: the next one may know it.
            }
        }
        return new Binding(connection.getClass(), null, null);
    }

    /** A pool's wrapper has the pool's loader; its metadata is mostly the driver's own. */
    private static List<ClassLoader> loaders(Connection connection) {
        var loaders = new ArrayList<ClassLoader>();
        loaders.add(connection.getClass().getClassLoader());
        try {
            loaders.add(connection.getMetaData().getClass().getClassLoader());
        } catch (Exception e) {
            // A dead connection has no metadata; the other loaders may do.
        }
        loaders.add(Thread.currentThread().getContextClassLoader());
        loaders.add(DriverCall.class.getClassLoader());
        return loaders.stream().filter(Objects::nonNull).distinct().toList();
    }

    private MethodHandle chain(Class<?> type) throws ReflectiveOperationException {
        var lookup = MethodHandles.publicLookup();
        MethodHandle chain = null;
        Class<?> owner = type;
        for (var getter : getters) {
            var method = owner.getMethod(getter);
            var handle = lookup.unreflect(method);
            chain = chain == null
                    ? handle
                    : MethodHandles.filterReturnValue(
                            chain,
                            handle.asType(handle.type()
                                    .changeParameterType(0, chain.type().returnType())));
            owner = method.getReturnType();
        }
        return Objects.requireNonNull(chain, "no getter").asType(MethodType.methodType(Object.class, Object.class));
    }

    /** What was found for a class of connections; no handle means that the driver is another one. */
    private record Binding(Class<?> connectionClass, Class<?> type, MethodHandle handle) {}
}
