package dev.tenure.integration;

import dev.tenure.CloseReason;
import dev.tenure.lifetime.LeaseListener;
import dev.tenure.lifetime.Origin;
import dev.tenure.lifetime.PhysicalConnection;

/** What happens to connections, as metrics. Leases are not heard of while nobody records. */
public final class RecordingListener implements LeaseListener {

    private volatile Recorder recorder;

    /** Nobody records yet. */
    public RecordingListener() {}

    /**
     * The API is ready.
     *
     * @param some records from now on, until {@link #stop}
     */
    public void recordTo(Recorder some) {
        recorder = some;
    }

    /** Nobody records any more. */
    public void stop() {
        var last = recorder;
        recorder = null;
        if (last != null) {
            last.close();
        }
    }

    @Override
    public boolean hearsLeases() {
        return recorder != null;
    }

    @Override
    public void opened(PhysicalConnection connection, long tookNanos) {
        record(ConnectionMetric.CREATE_TIME, connection, tookNanos);
    }

    @Override
    public void leased(PhysicalConnection connection, Origin origin, long waitedNanos) {
        record(ConnectionMetric.WAIT_TIME, connection, waitedNanos);
    }

    @Override
    public void released(PhysicalConnection connection, Origin origin, long heldNanos) {
        record(ConnectionMetric.USE_TIME, connection, heldNanos);
    }

    @Override
    public void closed(PhysicalConnection connection, CloseReason reason, long ageNanos) {
        var now = recorder;
        if (now != null) {
            now.record(ConnectionMetric.AGE, connection.database(), ageNanos);
            now.closed(connection.database(), reason);
        }
    }

    /** An interrupt is no time-out. */
    @Override
    public void waited(String database, String origin, long waitedNanos, boolean served) {
        var now = recorder;
        if (now != null && !served && !Thread.currentThread().isInterrupted()) {
            now.timedOut(database);
        }
    }

    private void record(ConnectionMetric metric, PhysicalConnection connection, long nanos) {
        var now = recorder;
        if (now != null) {
            now.record(metric, connection.database(), nanos);
        }
    }
}
