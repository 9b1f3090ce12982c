package dev.tenure.it.servers;

import dev.tenure.samples.database.DatabaseServer;
import dev.tenure.samples.server.ApplicationServer;
import java.util.EnumMap;
import java.util.Map;

/** The servers: one process of each for all tests of this JVM, ended by the launcher's own shutdown hook. */
enum Kind {
    WILDFLY,
    PAYARA_MICRO;

    private static final Map<Kind, ApplicationServer> STARTED = new EnumMap<>(Kind.class);

    ApplicationServer started() {
        synchronized (STARTED) {
            return STARTED.computeIfAbsent(this, Kind::another);
        }
    }

    ApplicationServer another() {
        return builder().start();
    }

    ApplicationServer.Builder builder() {
        return this == WILDFLY ? ApplicationServer.wildFly() : ApplicationServer.payaraMicro();
    }

    /** Of all servers. */
    static DatabaseServer database() {
        return Database.STARTED;
    }

    /** Started at its first use. */
    private static final class Database {
        private static final DatabaseServer STARTED = DatabaseServer.mariaDb().start();
    }
}
