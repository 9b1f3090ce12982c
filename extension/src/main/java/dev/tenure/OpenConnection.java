package dev.tenure;

import java.time.Duration;
import java.util.Optional;

/**
 * One physical connection that is open at one moment, as another thread sees it: while it is looked at, it may change hands.
 *
 * @param database the database's name
 * @param connectionId counted from 1 for each database, as in {@link ConnectionOpened} and {@link ConnectionClosed}
 * @param age since before it was opened
 * @param maxAge at which age it is closed: {@code max-age} shortened by its own draw of {@code max-age-jitter}; 0 at the end of its unit; empty for
 *     {@code unlimited}
 * @param leased whether a unit of work holds it now
 * @param since for how long it has been leased, or idle
 * @param uses how many units of work have leased it
 * @param holder the unit that holds it, or did last: its kind and injection points; empty before the first
 */
public record OpenConnection(
        String database,
        long connectionId,
        Duration age,
        Optional<Duration> maxAge,
        boolean leased,
        Duration since,
        long uses,
        Optional<String> holder) {}
