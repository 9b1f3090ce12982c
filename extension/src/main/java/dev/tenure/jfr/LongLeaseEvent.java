package dev.tenure.jfr;

import jdk.jfr.Description;
import jdk.jfr.Label;
import jdk.jfr.Name;
import jdk.jfr.Timespan;

@Name("dev.tenure.LongLease")
@Label("Long Lease")
@Description("A unit of work holds a connection for longer than long-lease; once a lease, while it lasts")
final class LongLeaseEvent extends ConnectionEvent {

    @Label("Connection")
    long connectionId;

    @Label("Unit of Work")
    @Description("Its kind and the first of the places at which its connection is injected")
    String unit;

    @Label("Injection Points")
    @Description("All places at which the unit's connection is injected; they share it, so it may be any of these")
    String injectionPoints;

    @Label("Hold Time")
    @Description("So far")
    @Timespan
    long holdTime;

    @Label("Holding Thread")
    @Description("The thread in a call on it, else the one that leased it")
    String holder;

    @Label("In Call")
    @Description("Whether a call on it is in progress")
    boolean inCall;

    @Label("Open Statements")
    int statements;

    @Label("In Transaction")
    boolean transaction;

    @Label("First Use")
    @Description("The stack of the lease's first use, a line a frame; null without tenure.<database>.trace=true")
    String firstUse;
}
