/** MicroProfile Health: whether each database can be reached, as part of the application's readiness. Absent where its API is. */
package dev.tenure.health;
