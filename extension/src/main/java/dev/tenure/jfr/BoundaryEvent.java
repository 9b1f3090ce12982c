package dev.tenure.jfr;

import jdk.jfr.Description;
import jdk.jfr.Label;
import jdk.jfr.Name;
import jdk.jfr.Timespan;

@Name("dev.tenure.Boundary")
@Label("Boundary")
@Description("The begin or end of a unit of work needed the server: to roll back, to reset the session, to ping")
final class BoundaryEvent extends ConnectionEvent {

    @Label("Connection")
    long connectionId;

    @Label("Unit of Work")
    @Description("Its kind and the first of the places at which its connection is injected")
    String unit;

    @Label("Rolled Back")
    @Description("A transaction was in progress")
    boolean rolledBack;

    @Label("Reset")
    @Description("What SQL had changed in the session was taken back")
    boolean reset;

    @Label("Pinged")
    @Description("The connection had been idle for longer than check-after, or an error had been seen on it")
    boolean pinged;

    @Label("Time")
    @Description("How long that took in all")
    @Timespan
    long time;
}
