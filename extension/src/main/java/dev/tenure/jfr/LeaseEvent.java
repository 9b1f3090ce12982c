package dev.tenure.jfr;

import jdk.jfr.Description;
import jdk.jfr.Label;
import jdk.jfr.Name;
import jdk.jfr.Timespan;

@Name("dev.tenure.Lease")
@Label("Lease")
@Description(
        "A unit of work had a connection for itself; the event's duration is the hold time, its thread the one that gave back")
final class LeaseEvent extends ConnectionEvent {

    @Label("Connection")
    long connectionId;

    @Label("Unit of Work")
    @Description("Its kind and the first of the places at which its connection is injected")
    String unit;

    @Label("Injection Points")
    @Description("All places at which the unit's connection is injected; they share it, so it may be any of these")
    String injectionPoints;

    @Label("Wait Time")
    @Description("From asking for a connection to having one: waiting, opening and pinging")
    @Timespan
    long waitTime;

    @Label("Hold Time")
    @Description("From having it to giving it back, with what the boundary needed")
    @Timespan
    long holdTime;
}
