/**
 * The life of a connection, in plain Java. A {@link dev.tenure.lifetime.UnitOfWork} asks its {@link dev.tenure.lifetime.Database} for a
 * {@link dev.tenure.lifetime.PhysicalConnection} at its first use and holds it by a {@link dev.tenure.lifetime.Lease}. The stages, in the order in which a
 * connection meets them:
 *
 * <ol>
 *   <li>{@code Supply}: from the idle set, or opened ({@code Opening}, held back by {@code Backoff}), or waited for ({@code Waiters}); and back;
 *   <li>{@code Lease}: its use by a {@code Holder}, one thread at a time;
 *   <li>{@code Boundary}: the end of a lease, which brings it back to a state in which another unit may have it ({@code JdbcState});
 *   <li>{@code Fitness}: whether it may be used again, asked before, after and between;
 *   <li>{@code Renewal}: its successor is opened before its age is reached;
 *   <li>{@code Patrol}: seen from outside while nobody or somebody has it, by the one thread of {@link dev.tenure.lifetime.Sweep};
 *   <li>{@code Disposal}: its end.
 * </ol>
 *
 * <p>{@code Registry} knows them all. Whether somebody has one is its own state ({@code Leasable}), with what was done on it
 * ({@code UnderLease}); who has it is told in layers:
 *
 * <ol>
 *   <li>{@code OneThreadAtATime}: one thread of the user's is inside, or one that does work of ours;
 *   <li>{@code SettlesWhenEmpty}: a lease, and how it comes to its end when nobody is inside, whoever says so;
 *   <li>{@code Holder}: the calls of the user, and what has been set through JDBC;
 *   <li>{@code UnitOfWork}: its first use, its boundaries, and a {@code Loan} to a transaction; {@code ThreadUnit}: parks between two uses;
 *   <li>{@code TransactionUnit}: borrows for as long as a {@link dev.tenure.lifetime.JoinableTransaction} lasts.
 * </ol>
 *
 * <p>Nothing here knows CDI, MicroProfile or a wrapper.
 */
package dev.tenure.lifetime;
