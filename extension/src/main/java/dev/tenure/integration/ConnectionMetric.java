package dev.tenure.integration;

/**
 * What is measured of each database, whatever API shows it: the connection metrics of OpenTelemetry's semantic conventions for database clients, and two of our own.
 * Where an API has rules of its own for names (Prometheus has underscores, MicroProfile's tags too), its integration follows them.
 */
public enum ConnectionMetric {
    /** By {@link #STATE}. */
    COUNT("db.client.connection.count", "{connection}", "Open connections, by whether a unit of work has them."),
    /** Renamed {@code db.client.connection.limit} by version 1.45 of the conventions, which no server, agent or dashboard follows yet. */
    MAX("db.client.connection.max", "{connection}", "The cap of open connections: tenure.<database>.max-connections."),
    /** Tenure has no limit of its own for idle ones: all that may be open may be idle. */
    IDLE_MAX("db.client.connection.idle.max", "{connection}", "How many of them may be idle."),
    PENDING_REQUESTS(
            "db.client.connection.pending_requests", "{request}", "Threads that wait for one of max-connections."),
    TIMEOUTS(
            "db.client.connection.timeouts",
            "{timeout}",
            "Waits that tenure.<database>.acquire-timeout ended without a connection."),
    CREATE_TIME("db.client.connection.create_time", "s", "How long opening a connection took."),
    WAIT_TIME(
            "db.client.connection.wait_time",
            "s",
            "How long a unit of work took to get a connection: waiting, opening, pinging."),
    USE_TIME("db.client.connection.use_time", "s", "How long a unit of work had a connection."),
    /** By {@link #CLOSE_REASON}. */
    CLOSED("tenure.connection.closed", "{connection}", "Connections that were closed, by reason."),
    AGE("tenure.connection.age", "s", "How old connections were when they were closed.");

    /** The attribute that says which database: its name in the configuration. */
    public static final String POOL_NAME = "db.client.connection.pool.name";

    /** The attribute of {@link #COUNT}. */
    public static final String STATE = "db.client.connection.state";

    /** The value of {@link #STATE} for connections that nobody leases. */
    public static final String IDLE = "idle";

    /** The value of {@link #STATE} for leased connections. */
    public static final String USED = "used";

    /** The attribute of {@link #CLOSED}: a {@link dev.tenure.CloseReason} in small letters. */
    public static final String CLOSE_REASON = "tenure.connection.close_reason";

    private final String metricName;
    private final String unit;
    private final String description;

    ConnectionMetric(String metricName, String unit, String description) {
        this.metricName = metricName;
        this.unit = unit;
        this.description = description;
    }

    /**
     * The metric's name.
     *
     * @return in OpenTelemetry's notation
     */
    public String metricName() {
        return metricName;
    }

    /**
     * The unit.
     *
     * @return in UCUM's notation
     */
    public String unit() {
        return unit;
    }

    /**
     * What it tells.
     *
     * @return a sentence
     */
    public String description() {
        return description;
    }
}
