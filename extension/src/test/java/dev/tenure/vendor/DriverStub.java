package dev.tenure.vendor;

import java.lang.reflect.Proxy;
import java.util.HashMap;
import java.util.Map;

/** An object of a driver's interface that answers some methods by name; the others give null, 0 or false. */
final class DriverStub {

    private final Map<String, Answer> answers = new HashMap<>();

    DriverStub on(String method, Object result) {
        return onCall(method, arguments -> result);
    }

    DriverStub onCall(String method, Answer answer) {
        answers.put(method, answer);
        return this;
    }

    <T> T as(Class<T> type) {
        var proxy = Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] {type}, (self, method, arguments) -> {
            var answer = answers.get(method.getName());
            return answer != null ? answer.to(arguments) : zero(method.getReturnType());
        });
        return type.cast(proxy);
    }

    private static Object zero(Class<?> type) {
        if (type == boolean.class) {
            return false;
        }
        if (type == int.class) {
            return 0;
        }
        return type == long.class ? 0L : null;
    }

    interface Answer {
        Object to(Object[] arguments) throws Throwable;
    }
}
