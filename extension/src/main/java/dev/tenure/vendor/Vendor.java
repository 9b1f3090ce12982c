package dev.tenure.vendor;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.OptionalLong;
import java.util.Properties;

/**
 * What is particular to one kind of database and its drivers. An instance serves one database and may be called by any thread; it remembers what it
 * found out about the driver's classes, so it lives no longer than the application that made it.
 *
 * <p>Where a driver knows something without asking the server, it is asked by its own API through method handles; no driver is linked to, and everything
 * has a plain JDBC way to fall back on.
 */
public interface Vendor {

    /**
     * The vendor of a JDBC URL, by its scheme.
     *
     * @param jdbcUrl a URL such as {@code jdbc:mysql://localhost/shop}
     * @return a new instance; for a scheme that is not known, one that does only what standard JDBC allows
     */
    static Vendor forUrl(String jdbcUrl) {
        if (MySqlVendor.accepts(jdbcUrl)) {
            return new MySqlVendor();
        }
        if (PostgreSqlVendor.accepts(jdbcUrl)) {
            return new PostgreSqlVendor();
        }
        return new GenericVendor();
    }

    /**
     * The vendor behind a connection whose URL is not known (a JNDI data source), by the names in its metadata. Costs no round trip with the drivers
     * known here.
     *
     * @param connection an open connection, wrapped by a pool or not
     * @return a new instance
     * @throws SQLException when the metadata cannot be read
     */
    static Vendor forConnection(Connection connection) throws SQLException {
        var metaData = connection.getMetaData();
        var names = metaData.getDatabaseProductName() + " / " + metaData.getDriverName();
        if (names.contains("MySQL") || names.contains("MariaDB")) {
            return new MySqlVendor();
        }
        if (names.contains("PostgreSQL")) {
            return new PostgreSqlVendor();
        }
        return new GenericVendor();
    }

    /**
     * The name for messages.
     *
     * @return for example {@code MySQL}
     */
    String name();

    /**
     * Adds the driver properties that bound an open: connecting, TLS handshake and login, each read within the time-out (R2). What the URL itself says
     * about connecting is respected. Call {@link #afterOpening} once the connection is open and its limits have been read.
     *
     * @param url the URL that is about to be opened
     * @param properties what the driver will be given; added to
     * @param connectTimeoutNanos nanoseconds, more than 0; rounded up to what the driver can express
     */
    void boundOpening(String url, Properties properties, long connectTimeoutNanos);

    /**
     * Lifts the bound that {@link #boundOpening} put on the socket: from here on a read takes as long as the URL says, without a limit if it says
     * nothing. No round trip.
     *
     * @param url the URL that was opened
     * @param connection the new connection
     * @throws SQLException when the driver refuses; the connection must then not be used, a forgotten bound would cut long queries
     */
    void afterOpening(String url, Connection connection) throws SQLException;

    /**
     * The server's own limit for an idle session (R9). Without a round trip where the driver knows it, else one query, which leaves no transaction
     * behind.
     *
     * @param connection a connection that was just opened, autocommit on or off
     * @return nanoseconds, or empty when the server has no limit or its limit is not known
     * @throws SQLException when asking failed
     */
    OptionalLong idleTimeoutNanos(Connection connection) throws SQLException;

    /**
     * Whether the server has a transaction open, by the flag that it sends with each answer. Never a round trip, never a guess.
     *
     * @param connection a connection nobody is using at the moment
     * @return {@link TransactionStatus#UNKNOWN} when the driver does not tell exactly
     */
    TransactionStatus transactionStatus(Connection connection);

    /**
     * Asks the server to give up what it is doing for a connection that is about to be aborted, where it would not notice that the connection is gone. Called beside the
     * thread that is in the call. Bounded in time.
     *
     * @param connection the driver's
     * @throws SQLException when the server could not be asked
     */
    default void cancel(Connection connection) throws SQLException {}

    /**
     * Adds the driver properties without which {@link #session} cannot notice changes. What the URL says is respected.
     *
     * @param url the URL that is about to be opened
     * @param properties what the driver will be given; added to
     */
    default void prepareTracking(String url, Properties properties) {}

    /**
     * What is known of the session behind a new connection.
     *
     * @param connection a connection that was just opened and made ready
     * @param tracked whether changes shall be noticed, which may cost a round trip now
     * @return never null
     * @throws SQLException when asking the server failed
     */
    default Session session(Connection connection, boolean tracked) throws SQLException {
        return new UnknownSession();
    }

    /**
     * What an error says about the connection that it came from (R17). Looks at causes, chained and suppressed exceptions too, and at
     * {@link Connection#isClosed()}, which does no I/O.
     *
     * @param thrown what the driver threw
     * @param connection the driver's connection, or null if there is none yet
     * @param readOnlyWanted whether the user asked for read-only, so that a refused write says nothing about the server's role
     * @return never null
     */
    Fault fault(Throwable thrown, Connection connection, boolean readOnlyWanted);

    /**
     * Whether opening failed because the server did not accept the credentials, so that reading them again may help (R4).
     *
     * @param failure what opening threw
     * @return true for a wrong password, an unknown user, an expired password or a locked account
     */
    boolean authenticationFailure(SQLException failure);

    /**
     * Whether opening may succeed when it is tried again a little later (R5): the server is down, starting, unreachable or full. False for what only a
     * change of configuration cures.
     *
     * @param failure what opening threw
     * @return false in doubt
     */
    boolean transientOpenFailure(SQLException failure);

    /**
     * Asks the server for a sign of life.
     *
     * @param connection an idle connection
     * @param timeoutNanos the deadline in nanoseconds; JDBC knows only whole seconds, so it is rounded up, and is never 0, which some drivers take for
     *     "no deadline"
     * @return false when the connection does not answer in time or anything is thrown
     */
    default boolean ping(Connection connection, long timeoutNanos) {
        try {
            return connection.isValid(Timeouts.seconds(timeoutNanos));
        } catch (SQLException | RuntimeException e) {
            return false;
        }
    }
}
