package dev.tenure.lifetime;

/** What {@link Database#ask()} found out. */
public enum ServerAnswer {
    /** A ping or a connect succeeded. */
    ANSWERS("answers"),
    /** A connect failed, or is held back because the last one has just failed (R5). */
    REFUSES("cannot be reached"),
    /** Nothing came within {@code validation-timeout}. */
    SILENT("does not answer within validation-timeout"),
    /** There is no idle connection, and no slot for another one. */
    ALL_IN_USE("not asked: all connections are in use"),
    /** There is no idle connection, and with a data source of the server none is opened, since that cannot be bounded. */
    NOT_ASKED("not asked: no connection is idle");

    private final String words;

    ServerAnswer(String words) {
        this.words = words;
    }

    /**
     * For people.
     *
     * @return what follows "the server"
     */
    public String inWords() {
        return words;
    }
}
