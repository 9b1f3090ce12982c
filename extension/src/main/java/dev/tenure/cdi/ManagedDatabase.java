package dev.tenure.cdi;

import dev.tenure.ThreadScoped;
import dev.tenure.lifetime.Database;
import dev.tenure.lifetime.Origin;
import dev.tenure.lifetime.UnitOfWork;
import java.lang.annotation.Annotation;
import java.util.function.Consumer;

/** What a connection bean must know: its database, its scope, and who asked for it. */
final class ManagedDatabase {

    private final Database database;
    private final Class<? extends Annotation> scope;
    private final Origin origin;
    private final boolean autocommit;
    private final Consumer<UnitOfWork> begun;

    ManagedDatabase(
            Database database,
            Class<? extends Annotation> scope,
            Origin origin,
            boolean autocommit,
            Consumer<UnitOfWork> begun) {
        this.database = database;
        this.scope = scope;
        this.origin = origin;
        this.autocommit = autocommit;
        this.begun = begun;
    }

    UnitOfWork begin(Object handle) {
        if (scope == ThreadScoped.class) {
            return UnitOfWork.ofThread(database, handle, origin);
        }
        var unit = UnitOfWork.ofRequest(database, handle, origin);
        begun.accept(unit);
        return unit;
    }

    boolean autocommit() {
        return autocommit;
    }
}
