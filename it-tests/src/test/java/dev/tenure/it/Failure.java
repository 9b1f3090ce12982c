package dev.tenure.it;

/**
 * A row of the table of failures: what happens, and what units of work must see of it.
 *
 * @param what the failure
 * @param when what the unit in flight was doing
 * @param ownServer whether it hurts the whole server, so that the others' must not be used
 * @param urlParameters added to the JDBC URL
 * @param script makes it happen
 * @param inFlight what the unit in flight sees, call by call
 * @param next what the unit after it sees
 * @param connections opened and closed, and why
 * @param withinMillis how long a call may take at the most
 */
record Failure(
        String what,
        String when,
        boolean ownServer,
        String urlParameters,
        Script script,
        String inFlight,
        String next,
        String connections,
        long withinMillis) {

    /** Makes it happen. */
    @FunctionalInterface
    interface Script {
        void run(Scene scene) throws Exception;
    }

    @Override
    public String toString() {
        return what + ", " + when;
    }

    /** As it stands in docs/failures.md. */
    String row() {
        return "| %s | %s | %s | %s | %s | %s |"
                .formatted(what, when, inFlight.isEmpty() ? "-" : inFlight, next, connections, inTime());
    }

    private String inTime() {
        return withinMillis % 1000 == 0 ? withinMillis / 1000 + " s" : withinMillis / 1000.0 + " s";
    }
}
