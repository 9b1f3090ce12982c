package dev.tenure.health;

import dev.tenure.integration.Integration;
import dev.tenure.lifetime.Database;
import dev.tenure.lifetime.Databases;
import dev.tenure.lifetime.LifetimeListener;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.spi.AfterBeanDiscovery;
import java.util.Optional;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.Readiness;

/** Adds a readiness check for each database whose {@code tenure.<database>.health} is true at deployment. */
public final class HealthIntegration implements Integration {

    /** What makes this class unusable where the API is absent. */
    private static final Readiness READINESS = Readiness.Literal.INSTANCE;

    private final LastErrors lastErrors = new LastErrors();

    @Override
    public Optional<LifetimeListener> listener() {
        return Optional.of(lastErrors);
    }

    @Override
    public void addBeans(AfterBeanDiscovery event, Databases databases) {
        for (var database : databases.all()) {
            if (database.settings().health()) {
                addCheck(event, database);
            }
        }
    }

    private void addCheck(AfterBeanDiscovery event, Database database) {
        event.<HealthCheck>addBean()
                .id("dev.tenure.health." + database.name())
                .beanClass(DatabaseCheck.class)
                .types(HealthCheck.class, Object.class)
                .qualifiers(READINESS)
                .scope(ApplicationScoped.class)
                .createWith(context -> new DatabaseCheck(database, lastErrors));
    }
}
