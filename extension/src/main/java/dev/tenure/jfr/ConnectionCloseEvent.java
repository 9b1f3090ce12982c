package dev.tenure.jfr;

import jdk.jfr.Description;
import jdk.jfr.Label;
import jdk.jfr.Name;
import jdk.jfr.Timespan;

@Name("dev.tenure.ConnectionClose")
@Label("Connection Close")
@Description("A physical connection was closed")
final class ConnectionCloseEvent extends ConnectionEvent {

    @Label("Connection")
    long connectionId;

    @Label("Reason")
    @Description("A constant of dev.tenure.CloseReason")
    String reason;

    @Label("Age")
    @Description("From before the connect to the close")
    @Timespan
    long age;

    @Label("Uses")
    @Description("How many leases it served")
    long uses;
}
