package dev.tenure.it;

import dev.tenure.samples.database.DatabaseServer;

/** A server as the table of failures needs it: where it is, who may do what, and how it is asked. */
record Target(
        Dialect dialect, String url, int port, String user, String password, String rootUser, String rootPassword) {

    /** What differs between the servers' languages and the drivers' errors. */
    enum Dialect {
        MYSQL(
                "select connection_id()",
                "kill %d",
                "select count(*) from faults where sleep(20) = 0",
                "select repeat('x', 1000) from information_schema.columns limit 50",
                "CommunicationsException 08S01",
                "CommunicationsException 08S01",
                "CommunicationsException 08S01",
                "SQLException S1000",
                "alter user 'tenure'@'%' identified by 'rotated'",
                "SQLException 28000/1045"),
        POSTGRESQL(
                "select pg_backend_pid()",
                "select pg_terminate_backend(%d)",
                "select count(*) from faults, pg_sleep(20)",
                "select repeat('x', 1000) from information_schema.columns limit 50",
                "PSQLException 57P01",
                "PSQLException 08006",
                "PSQLException 08001",
                "PSQLException 08006",
                "alter role tenure password 'rotated'",
                "PSQLException 28P01");

        final String idQuery;
        final String kill;
        final String sleep;
        final String manyRows;
        /** What a killed session's user sees. */
        final String killed;
        /** What is seen of a cut connection. */
        final String cut;
        /** What is seen of a server that cannot be connected to. */
        final String refused;
        /** What is seen when it is cut in the middle of an answer. */
        final String halfAnAnswer;

        final String rotatePassword;
        final String accessDenied;

        Dialect(
                String idQuery,
                String kill,
                String sleep,
                String manyRows,
                String killed,
                String cut,
                String refused,
                String halfAnAnswer,
                String rotatePassword,
                String accessDenied) {
            this.idQuery = idQuery;
            this.kill = kill;
            this.sleep = sleep;
            this.manyRows = manyRows;
            this.killed = killed;
            this.cut = cut;
            this.refused = refused;
            this.halfAnAnswer = halfAnAnswer;
            this.rotatePassword = rotatePassword;
            this.accessDenied = accessDenied;
        }
    }

    static Target of(DatabaseServer server) {
        return new Target(
                Dialect.MYSQL,
                server.url(),
                server.port(),
                server.user(),
                server.password(),
                server.rootUser(),
                server.rootPassword());
    }
}
