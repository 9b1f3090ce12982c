/**
 * The life of a connection, in plain Java. A {@link dev.tenure.lifetime.UnitOfWork} asks its {@link dev.tenure.lifetime.Database} for a
 * {@link dev.tenure.lifetime.PhysicalConnection} at its first use and holds it by a {@link dev.tenure.lifetime.Lease}. The stages, in the order in which a
 * connection meets them:
 *
 * <ol>
 *   <li>{@code Supply}: from the idle set, or opened ({@code Opening}, held back by {@code Backoff}), or waited for ({@code Waiters});
 *   <li>{@code UnitOfWork} and {@code Lease}: its use, by one thread at a time ({@code OneThreadAtATime});
 *   <li>{@code Boundary}: the end of a lease, which brings it back to a state in which another unit may have it ({@code JdbcState});
 *   <li>{@code Fitness}: whether it may be used again, asked before, after and between;
 *   <li>{@code Renewal}: its successor is opened before its age is reached;
 *   <li>{@code Patrol}: seen from outside while nobody or somebody has it, by the one thread of {@link dev.tenure.lifetime.Sweep};
 *   <li>{@code Disposal}: its end.
 * </ol>
 *
 * <p>{@code Registry} knows them all. Nothing here knows CDI, MicroProfile or a wrapper.
 */
package dev.tenure.lifetime;
