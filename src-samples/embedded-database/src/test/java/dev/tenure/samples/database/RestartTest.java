package dev.tenure.samples.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.SQLException;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RestartTest {

    @ParameterizedTest
    @ValueSource(strings = {"MariaDB", "MySQL"})
    void keepsPortAndDataButNotTheProcess(String product) throws SQLException {
        try (DatabaseServer server = Servers.of(product).start()) {
            Servers.execute(server, "CREATE TABLE kept AS SELECT 42 AS answer");
            int port = server.port();
            long pid = server.pid();

            server.restart();

            assertThat(server.port()).isEqualTo(port);
            assertThat(server.pid()).isNotEqualTo(pid);
            assertThat(Servers.isAlive(pid)).isFalse();
            assertThat(Servers.ask(server, "SELECT answer FROM kept")).isEqualTo("42");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"MariaDB", "MySQL"})
    void afterStopBringsTheServerBack(String product) throws SQLException {
        try (DatabaseServer server = Servers.of(product).start()) {
            server.stop();
            assertThat(server.isRunning()).isFalse();
            assertThatThrownBy(() -> Servers.login(server).close()).isInstanceOf(SQLException.class);

            server.restart();
            assertThat(Servers.ask(server, "SELECT 1")).isEqualTo("1");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"MariaDB", "MySQL"})
    void afterKillFindsWhatWasCommitted(String product) throws SQLException {
        try (DatabaseServer server = Servers.of(product).start()) {
            Servers.execute(server, "CREATE TABLE kept (answer INT)");
            Servers.execute(server, "INSERT INTO kept VALUES (42)");

            server.kill();
            server.restart();

            assertThat(Servers.ask(server, "SELECT answer FROM kept")).isEqualTo("42");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"MariaDB", "MySQL"})
    void stopsAPausedServerFirst(String product) throws SQLException {
        try (DatabaseServer server = Servers.of(product).start()) {
            server.pause();
            server.restart();

            assertThat(Servers.ask(server, "SELECT 1")).isEqualTo("1");
        }
    }
}
