/** "MySQL server has gone away", and how Tenure survives it, as a live trace. */
package dev.tenure.samples.goneaway;
