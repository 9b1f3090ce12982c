/**
 * JTA: managed connections take part in the transactions of a manager that is there. The only package that names types of {@code jakarta.transaction}, which
 * may be absent; nothing outside names a class of it but {@link dev.tenure.transaction.TransactionSupport}, which has none of them in its signatures.
 */
package dev.tenure.transaction;
