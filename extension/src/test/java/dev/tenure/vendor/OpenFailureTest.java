package dev.tenure.vendor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import com.mysql.cj.jdbc.exceptions.CommunicationsException;
import java.io.EOFException;
import java.net.ConnectException;
import java.net.NoRouteToHostException;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.security.cert.CertPathValidatorException;
import java.sql.SQLException;
import java.sql.SQLInvalidAuthorizationSpecException;
import java.sql.SQLNonTransientConnectionException;
import java.sql.SQLSyntaxErrorException;
import java.sql.SQLTimeoutException;
import java.sql.SQLTransientConnectionException;
import java.util.stream.Stream;
import javax.net.ssl.SSLHandshakeException;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** The exceptions are those of DATABASES.md 3.2. */
@DisplayName("R4 and R5 failures to open")
class OpenFailureTest {

    private static final Vendor MYSQL = Vendor.forUrl("jdbc:mysql://localhost/shop");
    private static final Vendor POSTGRESQL = Vendor.forUrl("jdbc:postgresql://localhost/shop");
    private static final Vendor OTHER = Vendor.forUrl("jdbc:fake:shop");

    static Stream<Arguments> worthWaitingFor() {
        return Stream.of(
                arguments(MYSQL, new CommunicationsException("link failure", new ConnectException())),
                arguments(MYSQL, new CommunicationsException("link failure", new UnknownHostException())),
                arguments(MYSQL, new CommunicationsException("link failure", new NoRouteToHostException())),
                arguments(MYSQL, new CommunicationsException("link failure", new SocketTimeoutException())),
                arguments(MYSQL, new CommunicationsException("link failure", new EOFException())),
                arguments(MYSQL, mariaDb("08000", 0, new ConnectException())),
                arguments(MYSQL, new SQLTimeoutException("timeout", "08000", 0, new SocketTimeoutException())),
                arguments(MYSQL, new SQLNonTransientConnectionException("too many", "08004", 1040)),
                arguments(MYSQL, new SQLSyntaxErrorException("more than 'max_user_connections'", "42000", 1203)),
                arguments(MYSQL, new SQLSyntaxErrorException("exceeded 'max_user_connections'", "42000", 1226)),
                arguments(MYSQL, new SQLException("offline mode", "HY000", 3032)),
                arguments(MYSQL, new SQLException("shutdown in progress", "08S01", 1053)),
                arguments(POSTGRESQL, new SQLException("refused", "08001", new ConnectException())),
                arguments(POSTGRESQL, new SQLException("Connection attempt timed out.", "08001")),
                arguments(POSTGRESQL, new SQLException("I/O", "08006", new EOFException())),
                arguments(POSTGRESQL, new SQLException("too many clients", "53300")),
                arguments(POSTGRESQL, new SQLException("starting up", "57P03")),
                arguments(OTHER, new SQLException("refused", "90067", new ConnectException())),
                arguments(OTHER, new SQLTransientConnectionException("busy")));
    }

    static Stream<Arguments> forSomebodyToMend() {
        return Stream.of(
                arguments(MYSQL, new SQLException("unknown database", "42000", 1049)),
                arguments(MYSQL, new SQLSyntaxErrorException("no access to database", "42000", 1044)),
                arguments(MYSQL, new SQLSyntaxErrorException("'max_connections_per_hour'", "42000", 1226)),
                arguments(
                        MYSQL, new SQLNonTransientConnectionException("Public Key Retrieval is not allowed", "08001")),
                arguments(MYSQL, new SQLNonTransientConnectionException("ssl not enabled in the server", "08000", -1)),
                arguments(MYSQL, new CommunicationsException("link failure", untrusted())),
                arguments(POSTGRESQL, new SQLException("no such database", "3D000")),
                arguments(POSTGRESQL, new SQLException("The server does not support SSL.", "08004")),
                arguments(POSTGRESQL, new SQLException("SSL error", "08006", untrusted())),
                arguments(OTHER, new SQLException("no such database", "90149")),
                arguments(OTHER, new SQLException("SSL error", "08006", untrusted())));
    }

    static Stream<Arguments> ofCredentials() {
        return Stream.of(
                arguments(MYSQL, new SQLException("Access denied", "28000", 1045)),
                arguments(MYSQL, new SQLInvalidAuthorizationSpecException("Access denied", "28000", 1045)),
                arguments(MYSQL, new SQLNonTransientConnectionException("unknown user", "08004", 1251)),
                arguments(MYSQL, new SQLException("locked", "HY000", 3118)),
                arguments(MYSQL, new SQLException("locked", "HY000", 4151)),
                arguments(MYSQL, new SQLException("expired", "S1000", 1862)),
                arguments(MYSQL, new SQLException("expired", "S1000", 1820)),
                arguments(POSTGRESQL, new SQLException("password authentication failed", "28P01")),
                arguments(POSTGRESQL, new SQLException("no pg_hba.conf entry", "28000")),
                arguments(OTHER, new SQLException("wrong user name or password", "28000")));
    }

    @ParameterizedTest(name = "{1}")
    @MethodSource("worthWaitingFor")
    void pass_when_the_server_is_only_away_or_full(Vendor vendor, SQLException failure) {
        assertThat(vendor.transientOpenFailure(failure)).isTrue();
        assertThat(vendor.authenticationFailure(failure)).isFalse();
    }

    @ParameterizedTest(name = "{1}")
    @MethodSource("forSomebodyToMend")
    void do_not_pass_when_the_configuration_is_wrong(Vendor vendor, SQLException failure) {
        assertThat(vendor.transientOpenFailure(failure)).isFalse();
        assertThat(vendor.authenticationFailure(failure)).isFalse();
    }

    @ParameterizedTest(name = "{1}")
    @MethodSource("ofCredentials")
    void may_pass_with_other_credentials(Vendor vendor, SQLException failure) {
        assertThat(vendor.authenticationFailure(failure)).isTrue();
        assertThat(vendor.transientOpenFailure(failure)).isFalse();
    }

    private static SQLException mariaDb(String sqlState, int code, Exception cause) {
        return new SQLNonTransientConnectionException("Socket fail to connect", sqlState, code, cause);
    }

    private static SSLHandshakeException untrusted() {
        var handshake = new SSLHandshakeException("PKIX path validation failed");
        handshake.initCause(new CertPathValidatorException());
        return handshake;
    }
}
