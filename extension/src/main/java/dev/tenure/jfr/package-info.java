/**
 * What Tenure does, as events of the JDK's Flight Recorder, for JDK Mission Control and {@code jfr print}. Off, they cost nothing; they are on in each recording
 * that does not name them otherwise. Absent in a run-time image without the module {@code jdk.jfr}.
 */
package dev.tenure.jfr;
