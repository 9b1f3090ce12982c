package dev.tenure.samples.process;

/** Waiting between two looks at something that cannot be waited for. */
public final class Pause {

    private Pause() {}

    /**
     * Sleeps.
     *
     * @param millis how long
     */
    public static void millis(long millis) {
        try {
            Thread.sleep(millis);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Interrupted while waiting for a server.", e);
        }
    }
}
