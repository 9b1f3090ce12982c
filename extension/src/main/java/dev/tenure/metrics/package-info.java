/** MicroProfile Metrics: the metrics of {@link dev.tenure.integration.ConnectionMetric}. Absent where its API is, and silent where the server has no registry for the application. */
package dev.tenure.metrics;
