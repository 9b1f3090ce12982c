/** Processes of servers that end with this JVM, for tests and samples. Start reading at {@link WatchedProcess}. */
package dev.tenure.samples.process;
