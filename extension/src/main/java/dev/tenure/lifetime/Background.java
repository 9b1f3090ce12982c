package dev.tenure.lifetime;

/** Who works for a database while no unit of work does. */
@FunctionalInterface
public interface Background {

    /** {@link Database#sweep} has something to do earlier than it said. */
    void wakeSweep();

    /** {@link Database#renew} has something to do. */
    default void wakeRenewal() {}
}
