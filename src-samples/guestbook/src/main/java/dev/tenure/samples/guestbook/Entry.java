package dev.tenure.samples.guestbook;

import java.time.Instant;

/**
 * What a guest has written.
 *
 * @param id given by the database
 * @param name of the guest
 * @param text what the guest says
 * @param at when
 */
public record Entry(long id, String name, String text, Instant at) {}
