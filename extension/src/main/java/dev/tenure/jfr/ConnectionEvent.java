package dev.tenure.jfr;

import jdk.jfr.Category;
import jdk.jfr.Description;
import jdk.jfr.Event;
import jdk.jfr.Label;
import jdk.jfr.StackTrace;

/** What all of them have. No stack traces: they would be Tenure's own. */
@Category({"Tenure", "Database Connections"})
@StackTrace(false)
abstract class ConnectionEvent extends Event {

    @Label("Database")
    @Description("The database's name in the configuration")
    String database;
}
