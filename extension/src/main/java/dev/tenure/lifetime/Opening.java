package dev.tenure.lifetime;

import dev.tenure.config.DatabaseSettings;
import dev.tenure.config.SessionReset;
import dev.tenure.vendor.Vendor;
import java.lang.System.Logger.Level;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.BiConsumer;

/** How a physical connection comes into being: opened on the calling thread, made ready, or closed again (R1-R4). */
final class Opening {

    private final String database;
    private final SettingsReader reader;
    private final ConnectionSource source;
    private final Ticker ticker;
    private final LifetimeListener listener;
    private final BiConsumer<Level, String> log;
    private final Backoff backoff = new Backoff();
    private final AtomicLong ids = new AtomicLong();
    private final AtomicBoolean informed = new AtomicBoolean();
    /** It was said why nothing can be opened; once until something can. */
    private final AtomicBoolean complained = new AtomicBoolean();
    /** As the server told last. */
    private volatile OptionalLong serverIdleTimeout = OptionalLong.empty();

    Opening(
            String database,
            SettingsReader reader,
            ConnectionSource source,
            Ticker ticker,
            LifetimeListener listener,
            BiConsumer<Level, String> log) {
        this.database = database;
        this.reader = reader;
        this.source = source;
        this.ticker = ticker;
        this.listener = listener;
        this.log = log;
    }

    PhysicalConnection open(long generation) throws SQLException {
        long start = ticker.exactNanos(); // before the connect: its time counts (R6)
        var settings = reader.read();
        backoff.refuseIfClosed(settings, start);
        listener.opening(database);
        try {
            return openOrRetry(settings, start, generation);
        } catch (SQLException | RuntimeException | Error e) {
            listener.openFailed(database, ticker.exactNanos() - start, e);
            throw e;
        }
    }

    private PhysicalConnection openOrRetry(DatabaseSettings settings, long start, long generation) throws SQLException {
        try {
            var connection = attempt(settings, start, generation);
            complained.set(false);
            return connection;
        } catch (SQLException e) {
            return openWithNewCredentials(e, settings, start, generation);
        }
    }

    /** The password may have been rotated in between (R4). */
    private PhysicalConnection openWithNewCredentials(
            SQLException failure, DatabaseSettings refused, long start, long generation) throws SQLException {
        boolean authentication = vendorOf(refused).authenticationFailure(failure);
        var settings = authentication ? reader.read() : refused;
        if (settings.equals(refused)) {
            complain(failure, refused, authentication);
            throw failure;
        }
        try {
            return attempt(settings, start, generation);
        } catch (SQLException e) {
            complain(e, settings, vendorOf(settings).authenticationFailure(e));
            throw e;
        }
    }

    private void complain(SQLException failure, DatabaseSettings settings, boolean authentication) {
        if (complained.compareAndSet(false, true)) {
            log.accept(Level.WARNING, Messages.cannotOpen(settings.name(), failure, authentication, reader.login()));
        }
    }

    private PhysicalConnection attempt(DatabaseSettings settings, long start, long generation) throws SQLException {
        try {
            var connection = open(settings, start, generation);
            backoff.opened();
            return connection;
        } catch (SQLException e) {
            if (vendorOf(settings).transientOpenFailure(e)) {
                backoff.failed(settings, e, start, ticker.nanos());
            }
            throw e;
        }
    }

    private PhysicalConnection open(DatabaseSettings settings, long start, long generation) throws SQLException {
        var raw = source.open(settings);
        try {
            var vendor = settings.url().isPresent() ? vendorOf(settings) : Vendor.forConnection(raw);
            makeReady(raw, settings);
            var serverLimit = settings.maxIdleNanos() == DatabaseSettings.UNLIMITED
                    ? OptionalLong.empty()
                    : vendor.idleTimeoutNanos(raw);
            serverIdleTimeout = serverLimit;
            long lifetime = jittered(settings);
            boolean tracks = lifetime != 0 && settings.sessionReset() == SessionReset.CHANGED;
            var session = vendor.session(raw, tracks);
            source.opened(settings, raw);
            long idleLimit = idleLimit(settings.maxIdleNanos(), serverLimit);
            inform(settings, vendor, serverLimit, idleLimit);
            return new PhysicalConnection(
                    ids.incrementAndGet(), raw, settings, vendor, session, start, lifetime, idleLimit, generation);
        } catch (SQLException | RuntimeException | Error e) {
            closeHalfOpen(raw, e);
            throw e;
        }
    }

    /** Brings a new connection, or one whose session was reset, to what the configuration says about each. */
    static void makeReady(Connection raw, DatabaseSettings settings) throws SQLException {
        if (settings.readOnly()) {
            raw.setReadOnly(true);
        }
        if (settings.isolation().isPresent()) {
            raw.setTransactionIsolation(settings.isolation().getAsInt());
        }
        if (settings.initSql().isPresent()) {
            try (var statement = raw.createStatement()) {
                statement.execute(settings.initSql().get());
            }
            if (!raw.getAutoCommit()) {
                raw.commit(); // else the first roll back would undo it (R3)
            }
        }
        if (raw.getAutoCommit() != settings.autocommit()) {
            raw.setAutoCommit(settings.autocommit());
        }
    }

    private static void closeHalfOpen(Connection raw, Throwable failure) {
        try {
            raw.close();
        } catch (SQLException | RuntimeException e) {
            failure.addSuppressed(e);
            Deadline.abort(raw);
        }
    }

    /** The server's limit less a margin of max(1 s, 10 %), or less if the user says so (R9). */
    static long idleLimit(long configured, OptionalLong server) {
        if (server.isEmpty() || configured == DatabaseSettings.UNLIMITED) {
            return configured == DatabaseSettings.AUTO ? DatabaseSettings.UNLIMITED : configured;
        }
        long limit = server.getAsLong();
        long safe = Math.max(0, limit - Math.max(TimeUnit.SECONDS.toNanos(1), limit / 10));
        return configured == DatabaseSettings.AUTO ? safe : Math.min(configured, safe);
    }

    /** Drawn once; shortens, never lengthens (R8). */
    private static long jittered(DatabaseSettings settings) {
        long age = settings.maxAgeNanos();
        if (age == DatabaseSettings.UNLIMITED || age == 0 || settings.maxAgeJitter() == 0) {
            return age;
        }
        return age
                - (long) (age
                        * settings.maxAgeJitter()
                        * ThreadLocalRandom.current().nextDouble());
    }

    private void inform(DatabaseSettings settings, Vendor vendor, OptionalLong serverLimit, long idleLimit) {
        if (informed.compareAndSet(false, true)) {
            boolean beyond = serverLimit.isPresent() && settings.maxAgeNanos() > serverLimit.getAsLong();
            var server = serverLimit.isPresent() ? Optional.of(serverLimit.getAsLong()) : Optional.<Long>empty();
            log.accept(
                    Level.INFO,
                    Messages.limits(settings.name(), vendor.name(), server, idleLimit, settings.maxAgeNanos(), beyond));
        }
    }

    OptionalLong serverIdleTimeout() {
        return serverIdleTimeout;
    }

    /** One vendor for as long as the URL stays the same: it remembers what it found out about the driver's classes. */
    private Vendor vendorOf(DatabaseSettings settings) {
        var url = settings.url().orElse("");
        var known = vendor;
        if (known == null || !known.url().equals(url)) {
            known = new KnownVendor(url, Vendor.forUrl(url));
            vendor = known;
        }
        return known.vendor();
    }

    private record KnownVendor(String url, Vendor vendor) {}

    private volatile KnownVendor vendor;
}
