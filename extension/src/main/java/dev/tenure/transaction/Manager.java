package dev.tenure.transaction;

import jakarta.transaction.TransactionManager;
import jakarta.transaction.TransactionSynchronizationRegistry;

/**
 * The transaction manager of the application.
 *
 * @param transactions null if there is none
 * @param synchronizations null if there is none; then the transaction itself takes synchronizations, but not while it is about to complete
 */
record Manager(TransactionManager transactions, TransactionSynchronizationRegistry synchronizations) {

    static final Manager NONE = new Manager(null, null);
}
