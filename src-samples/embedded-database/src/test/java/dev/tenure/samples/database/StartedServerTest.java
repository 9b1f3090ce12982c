package dev.tenure.samples.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class StartedServerTest {

    @ParameterizedTest
    @ValueSource(strings = {"MariaDB", "MySQL"})
    void letsItsUserIntoAnExistingDatabaseThatSpeaksUnicode(String product) throws SQLException {
        try (DatabaseServer server = Servers.of(product).start();
                Connection connection = Servers.login(server);
                Statement statement = connection.createStatement()) {
            statement.execute("CREATE TABLE words (word VARCHAR(20))");
            statement.execute("INSERT INTO words VALUES ('\u00e9 \u20ac \ud83d\ude00')");

            assertThat(Servers.ask(connection, "SELECT DATABASE()")).isEqualTo("tenure");
            assertThat(Servers.ask(connection, "SELECT word FROM words")).isEqualTo("\u00e9 \u20ac \ud83d\ude00");
            assertThat(server.port()).isLessThan(32_768);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"MariaDB", "MySQL"})
    void takesServerArguments(String product) throws SQLException {
        try (DatabaseServer server =
                Servers.of(product).with("--wait-timeout=77").start()) {
            assertThat(Servers.ask(server, "SELECT @@wait_timeout")).isEqualTo("77");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"MariaDB", "MySQL"})
    void letsItsAdministratorKillConnections(String product) throws SQLException {
        try (DatabaseServer server = Servers.of(product).start();
                Connection victim = Servers.login(server);
                Connection root = Servers.loginAsRoot(server);
                Statement statement = root.createStatement()) {
            statement.execute("KILL " + Servers.ask(victim, "SELECT CONNECTION_ID()"));

            assertThat(victim.isValid(2)).isFalse();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"MariaDB", "MySQL"})
    void refusesAnAdministratorWithoutPassword(String product) {
        try (DatabaseServer server = Servers.of(product).start()) {
            assertThatThrownBy(() -> java.sql.DriverManager.getConnection(server.url(), server.rootUser(), "")
                            .close())
                    .isInstanceOf(SQLException.class)
                    .hasMessageContaining("Access denied");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"MariaDB", "MySQL"})
    void livesBesideAnother(String product) throws SQLException {
        try (DatabaseServer one = Servers.of(product).start();
                DatabaseServer other = Servers.of(product).start()) {
            Servers.execute(one, "CREATE TABLE only_here (id INT)");

            assertThat(one.port()).isNotEqualTo(other.port());
            assertThat(Servers.ask(
                            other, "SELECT COUNT(*) FROM information_schema.tables WHERE table_name='only_here'"))
                    .isEqualTo("0");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"MariaDB", "MySQL"})
    void doesNotAnswerWhilePaused(String product) throws SQLException {
        try (DatabaseServer server = Servers.of(product).start();
                Connection connection = Servers.login(server)) {
            server.pause();
            connection.setNetworkTimeout(Runnable::run, 300);
            assertThatThrownBy(() -> Servers.ask(connection, "SELECT 1")).isInstanceOf(SQLException.class);

            server.resume();
            assertThat(Servers.ask(server, "SELECT 1")).isEqualTo("1");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"MariaDB", "MySQL"})
    void showsTheEndOfItsLogWhenItDoesNotStart(String product) {
        DatabaseServer.Builder builder = Servers.of(product).with("--no-such-option=1");

        assertThatThrownBy(builder::start)
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("no-such-option");
    }
}
