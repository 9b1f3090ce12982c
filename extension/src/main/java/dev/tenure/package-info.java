/** What an application touches: the qualifier and the scope, the verbs, the events and the figures. */
package dev.tenure;
