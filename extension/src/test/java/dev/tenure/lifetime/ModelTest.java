package dev.tenure.lifetime;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tenure.lifetime.FakeServer.FakeConnection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.stream.LongStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Long random sequences of uses, boundaries, faults and jumps of the clock, against what must always hold. A failing one is played again by
 * {@code -Dmodel.seed=...}.
 */
@DisplayName("R1-R25, R30: whatever happens, in whatever order")
class ModelTest {

    private static final int STEPS = 400;
    private static final int CAP = 4;

    private static LongStream seeds() {
        var one = Long.getLong("model.seed");
        return one == null ? LongStream.range(0, 500) : LongStream.of(one);
    }

    /** A unit of work, and what the model knows of it. */
    private static final class User {
        final UnitOfWork unit;
        /** The connection it has something in progress on, which nobody may take away. */
        PhysicalConnection inProgress;

        boolean transaction;
        boolean wantsTransactions;

        User(UnitOfWork unit) {
            this.unit = unit;
        }
    }

    private final List<User> users = new ArrayList<>();
    private final List<String> history = new ArrayList<>();
    private final Map<Long, User> lastOwner = new HashMap<>();
    private Random random;
    private Fixture fixture;
    private long lifetime;

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void holds(long seed) throws Exception {
        random = new Random(seed);
        var age = pick("0", "1", "60", "unlimited");
        var settings = new String[] {
            "max-age", age,
            "max-age-jitter", pick("0%", "50%"),
            "max-idle", pick("unlimited", "10"),
            "check-after", pick("0", "500ms", "never"),
            "session-reset", pick("changed", "changed", "always"),
            "max-connections", Integer.toString(CAP),
            "acquire-timeout", "1ms"
        };
        lifetime = switch (age) {
            case "unlimited" -> Long.MAX_VALUE;
            default -> TimeUnit.SECONDS.toNanos(Long.parseLong(age));
        };
        fixture = new Fixture(settings);
        history.add(String.join(" ", settings));
        try {
            for (int step = 0; step < STEPS; step++) {
                step();
                assertThat(fixture.server.openNow()).as("the cap").isLessThanOrEqualTo(CAP);
            }
            end();
        } catch (Throwable t) {
            throw new AssertionError(
                    "seed " + seed + ", after " + history.subList(Math.max(0, history.size() - 40), history.size()), t);
        }
    }

    private String pick(String... some) {
        return some[random.nextInt(some.length)];
    }

    private void step() throws Exception {
        int what = random.nextInt(100);
        if (users.isEmpty() || (what < 12 && users.size() < 7)) {
            begin();
        } else if (what < 55) {
            use(users.get(random.nextInt(users.size())));
        } else if (what < 70) {
            boundary(users.get(random.nextInt(users.size())));
        } else if (what < 80) {
            pass();
        } else if (what < 88) {
            background();
        } else {
            fault();
        }
    }

    private void begin() {
        boolean worker = random.nextInt(3) == 0;
        users.add(new User(worker ? fixture.thread() : fixture.request()));
        history.add("begin " + (worker ? "worker" : "request"));
    }

    private void use(User user) throws SQLException {
        int how = random.nextInt(10);
        history.add("use " + users.indexOf(user) + " " + how);
        try {
            switch (how) {
                case 0 -> {
                    boolean wants = user.transaction || !user.wantsTransactions;
                    user.unit.set(JdbcAttribute.AUTOCOMMIT, !wants);
                    user.wantsTransactions = wants;
                }
                case 1 -> {
                    user.unit.commit();
                    ended(user);
                }
                case 2 -> {
                    user.unit.rollback();
                    ended(user);
                }
                case 3 -> user.unit.set(JdbcAttribute.NETWORK_TIMEOUT, 1 + random.nextInt(5));
                default -> query(user, how == 4);
            }
        } catch (SQLException e) {
            history.add("failed " + e.getMessage());
            if (user.inProgress != null && fakeOf(user.inProgress).dead) {
                ended(user); // lost, and said so
            }
        }
    }

    private void ended(User user) {
        user.transaction = false;
        user.inProgress = null;
    }

    private void query(User user, boolean leavesStatementOpen) throws SQLException {
        var lease = user.unit.enter();
        try {
            handedOut(user, lease.connection());
            lease.executed();
            var statement = lease.physical().createStatement();
            statement.execute("insert");
            if (leavesStatementOpen) {
                lease.opened(statement);
            } else {
                statement.close();
            }
            if (leavesStatementOpen || user.wantsTransactions) {
                user.transaction |= user.wantsTransactions;
                user.inProgress = lease.connection();
            }
        } catch (SQLException e) {
            lease.saw(e);
            throw e;
        } finally {
            user.unit.exit();
        }
    }

    private void handedOut(User user, PhysicalConnection connection) {
        for (var other : users) {
            if (other != user) {
                assertThat(other.inProgress).as("another's").isNotSameAs(connection);
            }
        }
        if (user.inProgress != null) {
            assertThat(connection).as("taken away in the middle of work").isSameAs(user.inProgress);
            return;
        }
        var fake = fakeOf(connection);
        boolean anothers = lastOwner.put(connection.id(), user) != user;
        assertThat(fake.closed).as("closed").isFalse();
        if (anothers) {
            assertThat(fake.inTransaction).as("somebody's transaction").isFalse();
            assertThat(fake.openStatements).as("somebody's statements").hasValue(0);
            assertThat(fixture.clock.get() - connection.openedAt)
                    .as("age at the hand-out")
                    .isLessThan(lifetime == 0 ? Long.MAX_VALUE : lifetime);
        }
        assertThat(fake.autoCommit).as("autocommit").isEqualTo(!user.wantsTransactions);
    }

    private FakeConnection fakeOf(PhysicalConnection connection) {
        return fixture.server.opened.get((int) connection.id() - 1);
    }

    private void boundary(User user) throws SQLException {
        int which = random.nextInt(4);
        history.add("boundary " + users.indexOf(user) + " " + which);
        switch (which) {
            case 0 -> {
                user.unit.release();
                user.wantsTransactions = false;
                ended(user);
            }
            case 1 -> user.unit.closeOld();
            case 2 -> user.unit.endWhenQuiescent();
            default -> {
                user.unit.end();
                ended(user);
                users.remove(user);
            }
        }
        if (user.inProgress != null && users.contains(user)) {
            assertThat(user.inProgress.state()).as("left alone").isEqualTo(PhysicalConnection.State.LEASED);
        }
    }

    private void pass() {
        long millis = (long) Math.pow(10, random.nextDouble() * 5);
        history.add("pass " + millis + "ms");
        fixture.pass(millis, TimeUnit.MILLISECONDS);
    }

    private void background() {
        int which = random.nextInt(6);
        history.add("background " + which);
        switch (which) {
            case 0, 1, 2 -> fixture.database.sweep();
            case 3 -> fixture.database.renew();
            case 4 -> fixture.database.retireAll();
            default -> fixture.database.closeIdle();
        }
    }

    private void fault() {
        int which = random.nextInt(6);
        history.add("fault " + which);
        var opened = fixture.server.opened;
        switch (which) {
            case 0 -> fixture.server.down = !fixture.server.down;
            case 1 -> opened.forEach(connection -> connection.dead = true);
            case 2, 3 -> {
                if (!opened.isEmpty()) {
                    opened.get(random.nextInt(opened.size())).dead = true;
                }
            }
            default -> {
                if (!opened.isEmpty()) {
                    fixture.server.last().failsNext = which == 4
                            ? new SQLException("duplicate", "23000", 1062)
                            : new SQLException("odd", "XX999");
                }
            }
        }
    }

    private void end() {
        users.forEach(user -> user.unit.end());
        fixture.database.sweep();
        var statistics = fixture.database.statistics();
        assertThat(statistics.leased()).as("leased after the end of all").isZero();
        fixture.database.shutDown();
        assertThat(fixture.server.openNow()).as("open after shutdown").isZero();
        for (int id = 1; id <= fixture.server.opened.size(); id++) {
            var closed = "closed " + id + " ";
            assertThat(fixture.said)
                    .as("closings")
                    .filteredOn(line -> line.startsWith(closed))
                    .hasSize(1);
        }
        statistics = fixture.database.statistics();
        assertThat(statistics.closedInAll()).isEqualTo(statistics.opened());
        assertThat(statistics.open()).as("slots").isZero();
    }
}
