/** What Tenure costs beside the pools, measured in the same run; how to run it and what it means is in {@code docs/performance.md}. */
package dev.tenure.benchmarks;
