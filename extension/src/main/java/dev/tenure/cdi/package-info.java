/** How CDI and Tenure meet: the extension, its beans, the thread's context, and the ends of requests. Thin; what matters is in {@code lifetime}. */
package dev.tenure.cdi;
