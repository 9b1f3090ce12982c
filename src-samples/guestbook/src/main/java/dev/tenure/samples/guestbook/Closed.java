package dev.tenure.samples.guestbook;

import dev.tenure.ConnectionClosed;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;

/** Remembers the connections that were closed last. */
@ApplicationScoped
public class Closed {

    private static final int REMEMBERED = 8;

    private final Deque<ConnectionClosed> latest = new ArrayDeque<>();

    void remember(@Observes ConnectionClosed event) {
        synchronized (latest) {
            latest.addFirst(event);
            if (latest.size() > REMEMBERED) {
                latest.removeLast();
            }
        }
    }

    /**
     * The last ones.
     *
     * @return latest first
     */
    public List<ConnectionClosed> latest() {
        synchronized (latest) {
            return List.copyOf(latest);
        }
    }
}
