/**
 * The life of a connection, in plain Java. A {@link dev.tenure.lifetime.UnitOfWork} asks its {@link dev.tenure.lifetime.Database} for a
 * {@link dev.tenure.lifetime.PhysicalConnection} at its first use and holds it by a {@link dev.tenure.lifetime.Lease}; the
 * {@link dev.tenure.lifetime.Boundary} brings it back to a state in which another may have it; the {@link dev.tenure.lifetime.Sweep} closes what nobody
 * wants any more. Nothing here knows CDI, MicroProfile or a wrapper.
 */
package dev.tenure.lifetime;
