package dev.tenure.jfr;

import jdk.jfr.Description;
import jdk.jfr.Label;
import jdk.jfr.Name;

@Name("dev.tenure.ConnectionOpen")
@Label("Connection Open")
@Description(
        "A physical connection was opened, or could not be; the duration is that of connecting, login and making it ready")
final class ConnectionOpenEvent extends ConnectionEvent {

    @Label("Connection")
    @Description("Its number within the database; 0 if it could not be opened")
    long connectionId;

    @Label("Failure")
    @Description("Class, SQLState and vendor code of what the driver threw; null if nothing was")
    String failure;
}
