package dev.tenure.config;

/** When a session is brought back to what it was after the login, so that what one unit of work has set by SQL does not reach the next (R16). */
public enum SessionReset {
    /** Never. */
    NONE,
    /** When the server has reported a change; never where the driver does not pass that on. */
    CHANGED,
    /** At the end of every unit of work. */
    ALWAYS
}
