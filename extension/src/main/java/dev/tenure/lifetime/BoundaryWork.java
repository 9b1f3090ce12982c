package dev.tenure.lifetime;

/**
 * What a boundary needed the server for (R11, R13, R16). At least one of them is true.
 *
 * @param rolledBack a transaction was in progress
 * @param reset what SQL had changed in the session was taken back
 * @param pinged the connection had been idle, or was suspect
 * @param tookNanos how long it took in all
 */
public record BoundaryWork(boolean rolledBack, boolean reset, boolean pinged, long tookNanos) {}
