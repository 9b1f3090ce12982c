package dev.tenure.benchmarks;

import java.lang.management.ManagementFactory;
import java.sql.SQLException;
import java.util.Arrays;

/**
 * HikariCP and Tenure by turns in one process, a few hundredths of a second each, and of each the least disturbed turn, by the thread's own CPU time: for
 * machines on which others work, too, and the forks of a benchmark meet different weather.
 */
final class Alternation {

    private static final int OPERATIONS = 200_000;

    @SuppressWarnings("UnusedVariable") // written, so that nothing is compiled away
    private static volatile Object sink;

    private interface Loop {
        void run() throws SQLException;
    }

    private Alternation() {}

    static void run(int turns) throws Exception {
        var settings = new Pool.Settings(1, 10, null);
        try (var hikari = Pool.HIKARICP.start(settings);
                var tenure = Pool.TENURE.start(settings)) {
            var one = hikari.clients().client();
            var other = tenure.clients().client();
            var least = least(
                    turns,
                    () -> hikariLeases(one),
                    () -> tenureLeases(other),
                    () -> hikariStatements(one),
                    () -> tenureStatements(other));
            System.out.println("| | HikariCP | Tenure | ratio |");
            System.out.println("|---|---|---|---|");
            System.out.printf("| lease and release | %.1f | %.1f | %.2f |%n", least[0], least[1], least[1] / least[0]);
            System.out.printf(
                    "| lease, prepared statement, one row, release | %.1f | %.1f | %.2f |%n",
                    least[2], least[3], least[3] / least[2]);
        }
    }

    private static double[] least(int turns, Loop... loops) throws SQLException {
        var threads = ManagementFactory.getThreadMXBean();
        var least = new double[loops.length];
        Arrays.fill(least, Double.MAX_VALUE);
        for (int turn = 0; turn < turns; turn++) {
            for (int i = 0; i < loops.length; i++) {
                long start = threads.getCurrentThreadCpuTime();
                loops[i].run();
                double nanos = (threads.getCurrentThreadCpuTime() - start) / (double) OPERATIONS;
                if (turn >= turns / 4) { // compiled by then
                    least[i] = Math.min(least[i], nanos);
                }
            }
        }
        return least;
    }

    // One method for each, so that the compiler sees what it would see if the other one were not there.

    private static void hikariLeases(Pool.Client client) throws SQLException {
        for (int i = 0; i < OPERATIONS; i++) {
            sink = client.lease();
            client.release();
        }
    }

    private static void tenureLeases(Pool.Client client) throws SQLException {
        for (int i = 0; i < OPERATIONS; i++) {
            sink = client.lease();
            client.release();
        }
    }

    private static void hikariStatements(Pool.Client client) throws SQLException {
        int sum = 0;
        for (int i = 0; i < OPERATIONS; i++) {
            var connection = client.connection();
            try (var statement = connection.prepareStatement("select 1");
                    var rows = statement.executeQuery()) {
                rows.next();
                sum += rows.getInt(1);
            } finally {
                client.release();
            }
        }
        sink = sum;
    }

    private static void tenureStatements(Pool.Client client) throws SQLException {
        int sum = 0;
        for (int i = 0; i < OPERATIONS; i++) {
            var connection = client.connection();
            try (var statement = connection.prepareStatement("select 1");
                    var rows = statement.executeQuery()) {
                rows.next();
                sum += rows.getInt(1);
            } finally {
                client.release();
            }
        }
        sink = sum;
    }
}
