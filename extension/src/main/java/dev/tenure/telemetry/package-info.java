/** OpenTelemetry: the metrics of {@link dev.tenure.integration.ConnectionMetric}. Absent where its API is, and silent where the application has no {@code OpenTelemetry}. */
package dev.tenure.telemetry;
