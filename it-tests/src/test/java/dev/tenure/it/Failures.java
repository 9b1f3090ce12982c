package dev.tenure.it;

import dev.tenure.it.Target.Dialect;
import java.util.List;
import java.util.stream.Stream;

/** The table of failures (R2-R5, R9, R11-R13, R17-R19): each is made to happen on the real servers. */
final class Failures {

    private Failures() {}

    static List<Failure> onMySql() {
        return rows(Dialect.MYSQL);
    }

    static List<Failure> onPostgreSql() {
        return rows(Dialect.POSTGRESQL);
    }

    private static List<Failure> rows(Dialect dialect) {
        return Stream.of(
                        new SessionFailures(dialect),
                        new NetworkFailures(dialect),
                        new OpeningFailures(dialect),
                        new ServerFailures(dialect),
                        new StatementFailures(dialect))
                .flatMap(group -> group.rows().stream())
                .toList();
    }
}
