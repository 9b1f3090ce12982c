package dev.tenure.it;

import dev.tenure.it.Target.Dialect;
import java.util.ArrayList;
import java.util.List;

/** Some rows of the table of failures, in the language of one kind of server. */
abstract class FailureGroup {

    /** A machine of two busy cores is given so much more than the rules ask. */
    static final long SLACK = 2000;

    final Dialect dialect;
    private final List<Failure> rows = new ArrayList<>();

    FailureGroup(Dialect dialect) {
        this.dialect = dialect;
    }

    /** What is seen while nobody even tries to connect (R5). */
    final String refused() {
        return "TNR-0211 " + dialect.refused.split(" ", -1)[1];
    }

    final List<Failure> rows() {
        return rows;
    }

    final void add(
            String what,
            String when,
            Failure.Script script,
            String inFlight,
            String next,
            String connections,
            long within) {
        rows.add(new Failure(what, when, false, "", script, inFlight, next, connections, within));
    }

    final void addWith(
            String urlParameters,
            String what,
            String when,
            Failure.Script script,
            String inFlight,
            String next,
            String connections,
            long within) {
        rows.add(new Failure(what, when, false, urlParameters, script, inFlight, next, connections, within));
    }

    /** It hurts the whole server. */
    final void addOwn(
            String what,
            String when,
            Failure.Script script,
            String inFlight,
            String next,
            String connections,
            long within) {
        rows.add(new Failure(what, when, true, "", script, inFlight, next, connections, within));
    }
}
