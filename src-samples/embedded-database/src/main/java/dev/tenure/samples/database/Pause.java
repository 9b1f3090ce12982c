package dev.tenure.samples.database;

/** Waiting between two looks at something that cannot be waited for. */
final class Pause {

    private Pause() {}

    static void millis(long millis) {
        try {
            Thread.sleep(millis);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Interrupted while waiting for a database server.", e);
        }
    }
}
