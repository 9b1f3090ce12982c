/** What an optional integration is: JFR, JMX, metrics and the like, each in a package of its own and absent where its API is. */
package dev.tenure.integration;
