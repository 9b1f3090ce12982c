package dev.tenure.benchmarks;

import java.sql.SQLException;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Threads;
import org.openjdk.jmh.infra.Blackhole;

/** One thread: what a lease and the calls through it cost. */
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@State(Scope.Benchmark)
@Threads(1)
public class LeaseBenchmark {

    static final int ROWS = 1000;
    private static final int COLUMNS = 10;

    @Param
    Pool pool;

    private Pool.Running running;
    private Pool.Client client;

    /** Starts the pool. */
    @Setup(Level.Trial)
    public void start() throws Exception {
        running = pool.start(new Pool.Settings(ROWS, 10, null));
        client = running.clients().client();
        client.lease();
        client.release();
    }

    /** Ends the pool. */
    @TearDown(Level.Trial)
    public void end() throws Exception {
        running.close();
    }

    /** A connection, and back. */
    @Benchmark
    public Object leaseAndRelease() throws SQLException {
        var connection = client.lease();
        client.release();
        return connection;
    }

    /** A connection, a statement, one row, and back. */
    @Benchmark
    public int statementAndRow() throws SQLException {
        var connection = client.connection();
        try (var statement = connection.prepareStatement("select 1");
                var rows = statement.executeQuery()) {
            rows.next();
            return rows.getInt(1);
        } finally {
            client.release();
        }
    }

    /** A connection, a statement, 1000 rows of 10 columns, and back. */
    @Benchmark
    public void thousandRows(Blackhole hole) throws SQLException {
        var connection = client.connection();
        try (var statement = connection.prepareStatement("select *");
                var rows = statement.executeQuery()) {
            while (rows.next()) {
                for (int column = 1; column <= COLUMNS; column++) {
                    hole.consume(rows.getInt(column));
                }
            }
        } finally {
            client.release();
        }
    }
}
