package dev.tenure.jdbc;

import dev.tenure.lifetime.Lease;
import java.io.IOException;
import java.sql.SQLException;

/**
 * The calls of a stream that a driver has given out, which may reach the server long after: guarded as those of a JDBC object (R20, R23). What fails says
 * little about the connection (a stream that the user has closed fails, too), so it is only made suspect (R17).
 */
record StreamCalls(Lease lease) {

    /** A call. */
    @FunctionalInterface
    interface Call {
        void run() throws IOException;
    }

    /** A call that tells how much there was. */
    @FunctionalInterface
    interface Counting {
        long run() throws IOException;
    }

    void call(Call call) throws IOException {
        count(() -> {
            call.run();
            return 0;
        });
    }

    long count(Counting call) throws IOException {
        try {
            lease.enter();
        } catch (SQLException e) {
            throw new IOException(e.getMessage(), e);
        }
        try {
            return call.run();
        } catch (Throwable t) {
            lease.doubt();
            throw t;
        } finally {
            lease.exit();
        }
    }

    /** After the end of the lease there is nothing left to close. */
    void close(Call call) throws IOException {
        if (!lease.ended()) {
            call(call);
        }
    }
}
