/** A managed bean for each database, for JConsole, VisualVM, JDK Mission Control and agents. Absent in a run-time image without {@code java.management}. */
package dev.tenure.jmx;
