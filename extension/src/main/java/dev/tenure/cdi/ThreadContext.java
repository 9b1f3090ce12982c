package dev.tenure.cdi;

import dev.tenure.ThreadScoped;
import jakarta.enterprise.context.spi.AlterableContext;
import jakarta.enterprise.context.spi.Contextual;
import jakarta.enterprise.context.spi.CreationalContext;
import java.lang.annotation.Annotation;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The context of {@link ThreadScoped}. Instances are kept by thread in a map of the application, not in a {@code ThreadLocal}, so that a container's
 * pooled threads hold nothing of an application that has gone, and any thread can end another's (R22).
 */
final class ThreadContext implements AlterableContext {

    private record Instance<T>(Contextual<T> contextual, T object, CreationalContext<T> creation) {
        void destroy() {
            contextual.destroy(object, creation);
        }
    }

    /** So many threads may be kept without a look at which of them have died; then whenever their number has doubled, so that a look costs little a thread. */
    private static final int FEW = 32;

    private final Map<Thread, Map<Contextual<?>, Instance<?>>> threads = new ConcurrentHashMap<>();
    private volatile int crowded = FEW;

    @Override
    public Class<? extends Annotation> getScope() {
        return ThreadScoped.class;
    }

    @Override
    public boolean isActive() {
        return true;
    }

    @Override
    @SuppressWarnings("unchecked") // an instance is stored under the contextual that made it
    public <T> T get(Contextual<T> contextual) {
        var own = threads.get(Thread.currentThread());
        var instance = own == null ? null : (Instance<T>) own.get(contextual);
        return instance == null ? null : instance.object();
    }

    @Override
    public <T> T get(Contextual<T> contextual, CreationalContext<T> creation) {
        var present = get(contextual);
        if (present != null || creation == null) {
            return present;
        }
        var created = contextual.create(creation);
        if (threads.size() >= crowded) {
            endDeadThreads();
            crowded = Math.max(FEW, 2 * threads.size());
        }
        threads.computeIfAbsent(Thread.currentThread(), thread -> new ConcurrentHashMap<>())
                .put(contextual, new Instance<>(contextual, created, creation));
        return created;
    }

    @Override
    public void destroy(Contextual<?> contextual) {
        var own = threads.get(Thread.currentThread());
        var instance = own == null ? null : own.remove(contextual);
        if (instance != null) {
            instance.destroy();
        }
    }

    /** Ends the calling thread's instances. */
    void endThread() {
        end(Thread.currentThread());
    }

    /** Ends what belongs to threads that have died. */
    void endDeadThreads() {
        for (var thread : threads.keySet()) {
            if (!thread.isAlive()) {
                end(thread);
            }
        }
    }

    /** Ends the instances of all threads. */
    void endAll() {
        threads.keySet().forEach(this::end);
    }

    private void end(Thread thread) {
        var instances = threads.remove(thread);
        if (instances != null) {
            instances.values().forEach(Instance::destroy);
        }
    }
}
