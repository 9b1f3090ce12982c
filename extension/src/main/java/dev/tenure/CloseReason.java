package dev.tenure;

/** Why a physical connection was closed. Every one is closed exactly once, for one reason. */
public enum CloseReason {
    /** Its unit of work ended and {@code max-age} is 0. */
    END_OF_UNIT,
    /** It reached {@code max-age}. */
    MAX_AGE,
    /** It was idle for as long as {@code max-idle} or the server allows, or {@link ManagedConnections#closeIdle()} was called. */
    IDLE,
    /** An error was seen on it and a ping afterwards failed. */
    SUSPECT,
    /** It was lost: the driver said so, or a ping before use failed. */
    BROKEN,
    /** Its server is no longer the one to talk to, such as a primary that became read-only. */
    STALE_ROLE,
    /** {@link ManagedConnections#retireAll()} was called after it was opened. */
    RETIRED,
    /** Its session could not be brought back to a known state. */
    STATE,
    /** The thread that held it died in the middle of work. */
    THREAD_ENDED,
    /** {@link ManagedConnections#closeAll()} was called. */
    CLOSED_BY_APPLICATION,
    /** It could not be made ready: {@code init-sql}, a setting, or an observer of {@link ConnectionOpened} failed. */
    NOT_READY,
    /** The application ended. */
    SHUTDOWN
}
