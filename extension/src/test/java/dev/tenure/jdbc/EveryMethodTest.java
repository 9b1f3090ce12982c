package dev.tenure.jdbc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;
import static org.junit.jupiter.params.provider.Arguments.argumentSet;

import dev.tenure.CloseReason;
import java.lang.reflect.Method;
import java.sql.DatabaseMetaData;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.RowId;
import java.sql.SQLException;
import java.sql.SQLNonTransientConnectionException;
import java.sql.Statement;
import java.util.Arrays;
import java.util.Set;
import java.util.function.BiPredicate;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Every method of every JDBC interface below the connection, those that a later JDK adds too. */
class EveryMethodTest {

    private static final Set<String> WRAPPER = Set.of("unwrap", "isWrapperFor");
    /** Tested in StreamsTest. */
    private static final Class<?>[] STREAMS = {
        InputStreamHandle.class, OutputStreamHandle.class, ReaderHandle.class, WriterHandle.class
    };

    private static final Set<String> OWN_ANSWER = Set.of("getConnection", "getStatement");
    private static final Set<String> SILENT_AFTER_THE_END = Set.of("close", "free", "cancel");
    private static final Set<String> SENDS_ROWS = Set.of("updateRow", "insertRow", "deleteRow", "refreshRow");
    private static final Set<String> ROW_DESCRIPTION = Set.of("getColumnCount", "getColumnLabel", "getColumnName");

    private static Stream<Arguments> those(BiPredicate<Class<?>, Method> filter) {
        return Wrapping.INTERFACES.stream()
                .flatMap(type -> Wrapping.methods(type)
                        .filter(method -> filter.test(type, method))
                        .map(method -> argumentSet(
                                type.getSimpleName() + "." + method.getName()
                                        + Arrays.toString(method.getParameterTypes()),
                                type,
                                method)));
    }

    static Stream<Arguments> every() {
        return those((type, method) -> true);
    }

    static Stream<Arguments> delegated() {
        return those((type, method) -> !WRAPPER.contains(method.getName()) && !OWN_ANSWER.contains(method.getName()));
    }

    static Stream<Arguments> failing() {
        return those((type, method) -> method.getExceptionTypes().length > 0
                && !method.getName().equals("cancel") // goes through a connection of its own
                && (!OWN_ANSWER.contains(method.getName()) || asksWhetherClosed(type, method)));
    }

    private static boolean asksWhetherClosed(Class<?> type, Method method) {
        return Statement.class.isAssignableFrom(type) && method.getName().equals("getConnection");
    }

    static Stream<Arguments> takingJdbcObjects() {
        return those((type, method) -> Stream.of(method.getParameterTypes()).anyMatch(EveryMethodTest::wrapped));
    }

    /** May reach the server; of the others, a result set's must not pay for the guard. */
    static Stream<Arguments> guarded() {
        return those(EveryMethodTest::guarded);
    }

    static Stream<Arguments> sending() {
        return those((type, method) -> method.getName().startsWith("execute")
                || SENDS_ROWS.contains(method.getName())
                || (type == DatabaseMetaData.class && guarded(type, method)));
    }

    static Stream<Arguments> silentAfterTheEnd() {
        return those((type, method) -> SILENT_AFTER_THE_END.contains(method.getName()));
    }

    private static boolean guarded(Class<?> type, Method method) {
        var name = method.getName();
        if (WRAPPER.contains(name) || OWN_ANSWER.contains(name) || SILENT_AFTER_THE_END.contains(name)) {
            return false;
        } else if (type == ResultSet.class) {
            return SENDS_ROWS.contains(name);
        } else if (type == ResultSetMetaData.class) {
            return !ROW_DESCRIPTION.contains(name);
        } else if (Statement.class.isAssignableFrom(type)) {
            return name.startsWith("execute")
                    || Set.of("getMoreResults", "getResultSet", "getGeneratedKeys", "getParameterMetaData")
                            .contains(name)
                    || (name.equals("getMetaData") && PreparedStatement.class.isAssignableFrom(type));
        }
        return !name.equals("getParameterCount") && method.getExceptionTypes().length > 0;
    }

    private static boolean wrapped(Class<?> type) {
        return Wrapping.INTERFACES.contains(type);
    }

    @ParameterizedTest
    @MethodSource("delegated")
    void reachesTheDriverOnceWithTheSameArguments(Class<?> type, Method method) throws Throwable {
        var wrapping = new Wrapping(type);
        var arguments = Samples.arguments(method);
        wrapping.raw.answer = Samples.answer(method);

        var answer = wrapping.call(method, arguments);

        assertThat(wrapping.raw.calls).containsExactly(Raw.call(method, arguments));
        if (wrapping.raw.answer != null && answer != wrapping.raw.answer && !(answer instanceof Object[])) {
            assertThat(answer)
                    .satisfiesAnyOf(
                            given -> assertThat(given).isEqualTo(wrapping.raw.answer),
                            given -> assertThat(given).isInstanceOfAny(STREAMS),
                            given -> assertThat(Wrapped.bare(given)).isSameAs(wrapping.raw.answer));
        }
    }

    @ParameterizedTest
    @MethodSource("every")
    void isNotInheritedFromTheInterface(Class<?> type, Method method) throws Exception {
        var handle = new Wrapping(type).handle.getClass();

        assertThat(handle.getMethod(method.getName(), method.getParameterTypes())
                        .getDeclaringClass())
                .isNotInterface();
    }

    @ParameterizedTest
    @MethodSource("failing")
    void r17BreakReachesTheCallerUntouchedAndIsSeen(Class<?> type, Method method) {
        var wrapping = new Wrapping(type);
        var failure = new SQLNonTransientConnectionException("gone away", "08S01", 2006);
        wrapping.raw.failure = failure;

        assertThat(catchThrowable(() -> wrapping.call(method, unwrappable(method))))
                .isSameAs(failure);
        wrapping.end();

        assertThat(wrapping.closed(CloseReason.BROKEN)).isEqualTo(1);
    }

    @ParameterizedTest
    @MethodSource("failing")
    void r17UnknownErrorReachesTheCallerUntouchedAndIsSeen(Class<?> type, Method method) {
        for (var failure :
                new Throwable[] {new SQLException("odd", "XX999"), new IllegalStateException("driver bug")}) {
            var wrapping = new Wrapping(type);
            wrapping.raw.failure = failure;

            assertThat(catchThrowable(() -> wrapping.call(method, unwrappable(method))))
                    .isSameAs(failure);
            wrapping.end();

            assertThat(wrapping.times("isValid")).as("pings after %s", failure).isEqualTo(1);
        }
    }

    /** For unwrap and isWrapperFor something that only the driver can tell. */
    private static Object[] unwrappable(Method method) {
        return WRAPPER.contains(method.getName()) ? new Object[] {RowId.class} : Samples.arguments(method);
    }

    @ParameterizedTest
    @MethodSource("delegated")
    void r20NoJdbcObjectOfTheDriverComesBackBare(Class<?> type, Method method) throws Throwable {
        var wrapping = new Wrapping(type);
        wrapping.raw.answer = Samples.answer(method);

        var answer = wrapping.call(method, Samples.arguments(method));

        var objects =
                answer instanceof Object[] elements ? Stream.of(elements) : Stream.of(answer == null ? "" : answer);
        assertThat(objects)
                .filteredOn(object -> Wrapping.INTERFACES.stream().anyMatch(jdbc -> jdbc.isInstance(object)))
                .allSatisfy(object -> assertThat(object).isInstanceOf(Wrapped.class));
    }

    @ParameterizedTest
    @MethodSource("takingJdbcObjects")
    void givesTheDriverItsOwnObjects(Class<?> type, Method method) throws Throwable {
        var wrapping = new Wrapping(type);
        var types = method.getParameterTypes();
        var bare = Samples.arguments(method);
        var arguments = IntStream.range(0, bare.length)
                .mapToObj(i -> wrapped(types[i]) ? wrapping.wrap(types[i], bare[i]) : bare[i])
                .toArray();

        wrapping.call(method, arguments);

        assertThat(wrapping.raw.calls).containsExactly(Raw.call(method, bare));
    }

    @ParameterizedTest
    @MethodSource("guarded")
    void r20ThrowsAfterTheEndOfTheLease(Class<?> type, Method method) {
        var wrapping = new Wrapping(type);
        wrapping.end();

        assertThatThrownBy(() -> wrapping.call(method, Samples.arguments(method)))
                .isInstanceOf(SQLException.class);

        assertThat(wrapping.raw.calls).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("silentAfterTheEnd")
    void r15ClosingAfterTheEndOfTheLeaseDoesNothing(Class<?> type, Method method) {
        var wrapping = new Wrapping(type);
        wrapping.end();

        assertThatCode(() -> wrapping.call(method)).doesNotThrowAnyException();

        assertThat(wrapping.raw.calls).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("guarded")
    void r23SecondThreadIsRefused(Class<?> type, Method method) throws Throwable {
        var wrapping = new Wrapping(type);
        var seen = new Throwable[1];
        wrapping.raw.during = () -> {
            wrapping.raw.during = () -> {};
            var second =
                    new Thread(() -> seen[0] = catchThrowable(() -> wrapping.call(method, Samples.arguments(method))));
            second.start();
            join(second);
        };
        wrapping.raw.answer = Samples.answer(method);

        wrapping.call(method, Samples.arguments(method));

        assertThat(seen[0]).isInstanceOf(SQLException.class);
        assertThat(wrapping.raw.calls).hasSize(1);
    }

    private static void join(Thread thread) {
        try {
            thread.join();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    @ParameterizedTest
    @MethodSource("sending")
    void r13WhatIsSentCountsAsUncommittedWork(Class<?> type, Method method) throws Throwable {
        var wrapping = new Wrapping(type);
        wrapping.autocommitOff();

        wrapping.call(method, Samples.arguments(method));
        wrapping.end();

        assertThat(wrapping.times("rollback")).isEqualTo(1);
    }
}
