package dev.tenure.health;

import dev.tenure.config.DurationFormat;
import dev.tenure.lifetime.Database;
import dev.tenure.lifetime.ServerAnswer;
import java.util.OptionalLong;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;

/**
 * One database's entry in readiness. It is down if its server does not answer now: a ping on an idle connection, or a connect in a free slot of
 * {@code max-connections}, fails or takes longer than {@code validation-timeout}. A request's connection is never used for it; while requests have them all, the
 * database counts as ready unless the last connection could not be opened. That many requests wait is no reason to be down: it would send the load to the other
 * instances, and them after this one. What is asked is told again for a second, so that calling {@code /health} often costs the database nothing.
 */
class DatabaseCheck implements HealthCheck {

    private final Database database;
    private final LastErrors lastErrors;

    /** For a proxy: OpenWebBeans, on TomEE, makes one of this class, whatever types the bean has. */
    DatabaseCheck() {
        this(null, null);
    }

    DatabaseCheck(Database database, LastErrors lastErrors) {
        this.database = database;
        this.lastErrors = lastErrors;
    }

    @Override
    public HealthCheckResponse call() {
        var answer = database.ask();
        var lastError = lastErrors.of(database.name());
        var figures = database.statistics();
        var response = HealthCheckResponse.named("tenure." + database.name())
                .status(isReady(answer, lastError.isPresent()))
                .withData("server", answer.inWords())
                .withData("open", figures.open())
                .withData("idle", figures.idle())
                .withData("leased", figures.leased())
                .withData("waiting", figures.waiting())
                .withData("max-connections", database.settings().maxConnections())
                .withData("server-idle-timeout", limit(database.serverIdleTimeoutNanos()));
        lastError.ifPresent(error -> response.withData("last-error", error.kind())
                .withData("last-error-at", error.when().toString()));
        return response.build();
    }

    private static boolean isReady(ServerAnswer answer, boolean lastOpenFailed) {
        return switch (answer) {
            case ANSWERS -> true;
            case REFUSES, SILENT -> false;
            case ALL_IN_USE, NOT_ASKED -> !lastOpenFailed;
        };
    }

    private static String limit(OptionalLong nanos) {
        return nanos.isPresent() ? DurationFormat.format(nanos.getAsLong()) : "unknown";
    }
}
