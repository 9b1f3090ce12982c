/** Where the guestbook's {@code @Managed Connection} comes from when it is not Tenure that brings it; packed into WARs without Tenure. */
package dev.tenure.benchmarks.pages.source;
