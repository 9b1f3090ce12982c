package dev.tenure.integration;

import dev.tenure.CloseReason;

/** Where a metrics API gets what happens; what is so at a moment it asks for itself. Called on the users' threads: quick, and throws nothing. */
public interface Recorder {

    /**
     * One more of a metric whose unit is seconds.
     *
     * @param metric such as {@link ConnectionMetric#WAIT_TIME}
     * @param database its name
     * @param nanos how long
     */
    void record(ConnectionMetric metric, String database, long nanos);

    /**
     * One more of {@link ConnectionMetric#TIMEOUTS}.
     *
     * @param database its name
     */
    void timedOut(String database);

    /**
     * One more of {@link ConnectionMetric#CLOSED}, for an API that cannot ask for the number.
     *
     * @param database its name
     * @param reason why
     */
    default void closed(String database, CloseReason reason) {}

    /** The application ends: what leads from the API to it is cut. */
    void close();
}
