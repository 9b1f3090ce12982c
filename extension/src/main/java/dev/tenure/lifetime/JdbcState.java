package dev.tenure.lifetime;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.Map;
import java.util.Objects;

/**
 * The JDBC attributes of one physical connection: what they were when it was made ready, and what they are now. Restored lazily, before the next call
 * that needs the server, because the next unit may want the same again (R16).
 */
final class JdbcState {

    /** What a unit wants that has set nothing. */
    static final Map<JdbcAttribute, Object> NOTHING = Map.of();

    private final Map<JdbcAttribute, Object> initial = new EnumMap<>(JdbcAttribute.class);
    private final EnumMap<JdbcAttribute, Object> changed = new EnumMap<>(JdbcAttribute.class);

    /** False while somebody may have set an attribute past us. */
    private boolean trusted = true;

    /** As it is now; asked at every end of a call, so it is not looked up. */
    private boolean autocommit;

    JdbcState(boolean autocommit) {
        initial.put(JdbcAttribute.AUTOCOMMIT, autocommit);
        this.autocommit = autocommit;
    }

    boolean autocommit() {
        return autocommit;
    }

    /** The user gets at the driver's connection: remembers what each attribute is before, to compare later. */
    void distrust(Connection connection) {
        trusted = false;
        for (var attribute : JdbcAttribute.values()) {
            if (!initial.containsKey(attribute)) {
                try {
                    initial.put(attribute, attribute.read(connection));
                } catch (SQLException | RuntimeException | LinkageError e) {
                    // the driver has no such thing, so nobody can set it
                }
            }
        }
    }

    private void look(Connection connection) throws SQLException {
        for (var attribute : initial.keySet()) {
            var current = attribute.read(connection);
            isNow(attribute, current);
        }
        trusted = true;
    }

    /** Nothing to do for a unit that has set nothing, after others that have changed nothing. */
    boolean isAs(Map<JdbcAttribute, Object> wanted) {
        return wanted == NOTHING && trusted && changed.isEmpty();
    }

    /**
     * Brings the connection to what a unit wants; all else to what it was.
     *
     * @param wanted what the unit has set, empty for nothing
     */
    void reconcile(Connection connection, Map<JdbcAttribute, Object> wanted) throws SQLException {
        if (!trusted) {
            look(connection);
        }
        var concerned = EnumSet.noneOf(JdbcAttribute.class);
        concerned.addAll(changed.keySet());
        concerned.addAll(wanted.keySet());
        for (var attribute : concerned) {
            if (!initial.containsKey(attribute)) {
                initial.put(attribute, attribute.read(connection));
            }
            var original = initial.get(attribute);
            var target = wanted.containsKey(attribute) ? wanted.get(attribute) : original;
            var current = changed.containsKey(attribute) ? changed.get(attribute) : original;
            if (!Objects.equals(target, current)) {
                attribute.write(connection, target);
            }
            isNow(attribute, target);
        }
    }

    private void isNow(JdbcAttribute attribute, Object value) {
        if (Objects.equals(value, initial.get(attribute))) {
            changed.remove(attribute);
        } else {
            changed.put(attribute, value);
        }
        if (attribute == JdbcAttribute.AUTOCOMMIT) {
            autocommit = (Boolean) value;
        }
    }
}
