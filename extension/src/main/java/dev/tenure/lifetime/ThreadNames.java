package dev.tenure.lifetime;

import java.util.HashMap;
import java.util.Map;
import java.util.function.LongFunction;

/** The names of live platform threads by number, looked up once and only if one is asked for. Virtual threads are in no list, and are called by their number. */
final class ThreadNames implements LongFunction<String> {

    private Map<Long, String> names;

    @Override
    public String apply(long id) {
        if (names == null) {
            names = all();
        }
        return names.getOrDefault(id, "#" + id);
    }

    private static Map<Long, String> all() {
        var group = Thread.currentThread().getThreadGroup();
        while (group.getParent() != null) {
            group = group.getParent();
        }
        var threads = new Thread[2 * group.activeCount() + 16]; // an estimate, says its Javadoc
        int count = group.enumerate(threads);
        var names = new HashMap<Long, String>();
        for (int i = 0; i < count; i++) {
            names.put(threads[i].getId(), threads[i].getName());
        }
        return names;
    }
}
