/** Pages per second on real servers. Start reading at {@link Pages}. */
package dev.tenure.benchmarks.pages;
