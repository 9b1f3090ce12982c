package dev.tenure.jdbc;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.util.ArrayList;
import java.util.List;

/** A driver's object: counts what reaches it, answers what it is told to, or fails. */
final class Raw implements InvocationHandler {

    /** One call that reached the driver. */
    record Call(String name, List<Class<?>> types, List<Object> arguments) {}

    final List<Call> calls = new ArrayList<>();
    final Object object;
    Object answer;
    Throwable failure;
    Runnable during = () -> {};

    Raw(Class<?> type) {
        object = Proxy.newProxyInstance(getClass().getClassLoader(), new Class<?>[] {type}, this);
    }

    <T> T as(Class<T> type) {
        return type.cast(object);
    }

    @Override
    public Object invoke(Object proxy, Method method, Object[] args) throws Throwable {
        if (method.getDeclaringClass() == Object.class) {
            return switch (method.getName()) {
                case "toString" -> "raw";
                case "hashCode" -> System.identityHashCode(proxy);
                default -> proxy == args[0];
            };
        }
        calls.add(call(method, args));
        during.run();
        if (failure != null) {
            throw failure;
        }
        return answer != null ? answer : Samples.primitive(method.getReturnType());
    }

    static Call call(Method method, Object[] args) {
        return new Call(
                method.getName(),
                List.of(method.getParameterTypes()),
                args == null ? List.of() : new ArrayList<>(List.of(args)));
    }
}
