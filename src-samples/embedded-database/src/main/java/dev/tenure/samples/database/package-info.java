/** A launcher for real database servers, for tests and samples. Start reading at {@link DatabaseServer}. */
package dev.tenure.samples.database;
