package dev.tenure.it;

/** The real servers of all dialects, for tests of what must be the same on each. */
enum EveryServer {
    MARIADB,
    MYSQL,
    POSTGRESQL;

    /** Starts it at its first use; skips the test where it cannot run, saying why. */
    Target target() {
        return switch (this) {
            case MARIADB -> Servers.MARIADB.target();
            case MYSQL -> Servers.MYSQL.target();
            case POSTGRESQL -> PostgreSqlServer.shared();
        };
    }
}
