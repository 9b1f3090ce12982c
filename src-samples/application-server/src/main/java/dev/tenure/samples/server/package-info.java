/** A launcher for real application servers, for tests and samples. Start reading at {@link ApplicationServer}. */
package dev.tenure.samples.server;
