package dev.tenure.lifetime;

/**
 * The clock of a busy application. To ask the system for the time costs more than all the rest of a lease, so while many ask, the sweep's thread asks for
 * them {@value #TICKS_PER_SECOND} times a second and they read what it has written. While few ask, each asks the system and no thread is woken.
 *
 * <p>It lags behind by a tick, so it tells the time of the next tick: an age or an idle limit is rather reached too early than too late. The sweep stops it
 * while it does anything that may take longer than a tick.
 */
final class CoarseTicker implements Ticker {

    private static final int TICKS_PER_SECOND = 50;

    /** How far it may be off. */
    static final long TICK_NANOS = 1_000_000_000L / TICKS_PER_SECOND;

    /** So many questions within a tick make it worth while to wake a thread. */
    private static final int BUSY = 200;

    private static final int QUIET_TICKS = 5;

    /** No time: it stands still, and everybody asks the system. */
    private static final long STOPPED = 0;

    private final Runnable start;
    private volatile long time = STOPPED;
    /** Somebody has read the time since the last tick. */
    private volatile boolean read;

    private int quietTicks;

    /** Counts roughly: threads may overwrite each other's, for which it starts a little later. */
    private int questions;

    private long countedSince;

    /** @param start called when it should be ticked */
    CoarseTicker(Runnable start) {
        this.start = start;
    }

    @Override
    public long nanos() {
        long now = time;
        if (now == STOPPED) {
            return ask();
        }
        if (!read) {
            read = true;
        }
        return now;
    }

    @Override
    public long exactNanos() {
        return System.nanoTime();
    }

    private long ask() {
        long now = System.nanoTime();
        if (now - countedSince > TICK_NANOS) {
            countedSince = now;
            questions = 0;
        } else if (++questions == BUSY) {
            start.run();
        }
        return now;
    }

    /** Tells the next time, if it is worth while; asked by the one thread that ticks, which may sleep for a tick then. */
    boolean tick() {
        boolean wanted = read || questions >= BUSY;
        read = false;
        questions = 0;
        quietTicks = wanted ? 0 : quietTicks + 1;
        if (quietTicks > QUIET_TICKS || (!wanted && time == STOPPED)) {
            stop();
            return false;
        }
        long next = System.nanoTime() + TICK_NANOS;
        time = next == STOPPED ? next + 1 : next;
        return true;
    }

    /** Until the next tick everybody asks the system. */
    void stop() {
        time = STOPPED;
    }
}
