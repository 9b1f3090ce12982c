/** A guestbook over managed connections. Start reading at {@link GuestbookResource}. */
package dev.tenure.samples.guestbook;
