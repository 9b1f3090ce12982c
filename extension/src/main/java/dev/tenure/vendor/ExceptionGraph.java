package dev.tenure.vendor;

import java.sql.SQLException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.function.Predicate;

/** An exception with all that hangs on it: causes, suppressed and chained exceptions. They may form circles. */
final class ExceptionGraph {

    private final List<Throwable> all = new ArrayList<>();

    ExceptionGraph(Throwable root) {
        var seen = Collections.newSetFromMap(new IdentityHashMap<Throwable, Boolean>());
        var open = new ArrayDeque<Throwable>();
        open.add(root);
        while (!open.isEmpty()) {
            var next = open.remove();
            if (!seen.add(next)) {
                continue;
            }
            all.add(next);
            if (next.getCause() != null) {
                open.add(next.getCause());
            }
            if (next instanceof SQLException sql && sql.getNextException() != null) {
                open.add(sql.getNextException());
            }
            Collections.addAll(open, next.getSuppressed());
        }
    }

    boolean any(Class<? extends Throwable> type) {
        return all.stream().anyMatch(type::isInstance);
    }

    boolean anySql(Predicate<SQLException> test) {
        return all.stream().anyMatch(thrown -> thrown instanceof SQLException sql && test.test(sql));
    }

    boolean allSql(Predicate<SQLException> test) {
        return all.stream().allMatch(thrown -> !(thrown instanceof SQLException sql) || test.test(sql));
    }
}
