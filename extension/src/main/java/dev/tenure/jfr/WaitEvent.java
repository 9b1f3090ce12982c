package dev.tenure.jfr;

import jdk.jfr.Description;
import jdk.jfr.Label;
import jdk.jfr.Name;

@Name("dev.tenure.Wait")
@Label("Wait")
@Description("A unit of work waited because all of max-connections were in use")
final class WaitEvent extends ConnectionEvent {

    @Label("Unit of Work")
    @Description("Its kind and the first of the places at which its connection is injected")
    String unit;

    @Label("Served")
    @Description("False if acquire-timeout, an interrupt or the end of the application ended it")
    boolean served;
}
