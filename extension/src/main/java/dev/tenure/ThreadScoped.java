package dev.tenure;

import static java.lang.annotation.ElementType.FIELD;
import static java.lang.annotation.ElementType.METHOD;
import static java.lang.annotation.ElementType.TYPE;
import static java.lang.annotation.RetentionPolicy.RUNTIME;

import jakarta.enterprise.context.NormalScope;
import java.lang.annotation.Documented;
import java.lang.annotation.Inherited;
import java.lang.annotation.Retention;
import java.lang.annotation.Target;

/**
 * The scope of a thread: one instance a thread, from its first use until the thread dies, {@link ManagedConnections#endThread()} or shutdown. Active on
 * every thread, so that workers, scheduled jobs and shells need no request. (Weld SE has a scope of the same simple name, which ends with an intercepted
 * method.)
 *
 * <p>A thread-scoped connection is the worker's own while a transaction, a statement or a call is under way. In between it may be renewed by age, closed
 * when idle, or, where {@code max-connections} is reached, lent to somebody who waits. What the worker set through JDBC (autocommit, isolation ...) is
 * set again on the next one; what lives in the database session (temporary tables, {@code SET} variables, {@code LAST_INSERT_ID()} by SQL) belongs into
 * one transaction.
 */
@NormalScope
@Documented
@Inherited
@Retention(RUNTIME)
@Target({TYPE, METHOD, FIELD})
public @interface ThreadScoped {}
