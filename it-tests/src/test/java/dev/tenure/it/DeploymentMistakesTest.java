package dev.tenure.it;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** R27: what a newcomer reads when nothing is right. */
class DeploymentMistakesTest {

    private static final String SERVER_URL = "jdbc:mysql://localhost:3306/shop";

    @Test
    void allAreInOneMessage() {
        var messages = messagesOf(Application.empty()
                .set("default.url", "jdbc:nobody:here")
                .set("default.max-age", "soon")
                .set("default.max-idle", "-1")
                .set("default.max-ag", "60")
                .beans(Beans.Orders.class, Beans.Reports.class));
        assertThat(messages)
                .as("messages of the failed deployment")
                .anySatisfy(message -> assertThat(message)
                        .contains("TNR-0001")
                        .contains("tenure.default.max-age=soon")
                        .contains("tenure.default.max-idle=-1")
                        .contains("is negative")
                        .contains("tenure.default.max-ag=60")
                        .contains("Did you mean tenure.default.max-age?")
                        .contains("@Managed(\"reports\") at Reports.db")
                        .contains("Known databases: default")
                        .contains("tenure.default.url=jdbc:nobody:here")
                        .contains("no JDBC driver"));
    }

    @Test
    void aNegativeAgeIsToldTheWordForIt() {
        assertThat(messagesOf(Application.empty()
                        .set("default.url", SERVER_URL)
                        .set("default.max-age", "-1")
                        .beans(Beans.Orders.class)))
                .anySatisfy(message -> assertThat(message)
                        .contains("tenure.default.max-age=-1")
                        .contains("unlimited"));
    }

    @Test
    void aUrlThatNoDriverAcceptsIsNotOne() {
        assertThat(messagesOf(Application.empty()
                        .set("default.url", "jdbc:nobody:here")
                        .beans(Beans.Orders.class)))
                .anySatisfy(message -> assertThat(message).contains("TNR-0110"));
    }

    @Test
    void aMisspeltPasswordIsNotShown() {
        assertThat(messagesOf(Application.empty()
                        .set("default.url", SERVER_URL)
                        .set("default.passwort", "hunter2")
                        .beans(Beans.Orders.class)))
                .anySatisfy(message -> assertThat(message).contains("tenure.default.passwort"))
                .noneSatisfy(message -> assertThat(message).contains("hunter2"));
    }

    /** The exceptions of the failed deployment, and the log, which is where OpenWebBeans puts the cause. */
    private static List<String> messagesOf(Application.Builder application) {
        try (var log = LogLines.of("")) {
            var cause = catchThrowable(() -> application.start().close());
            assertThat(cause).as("what the deployment threw").isNotNull();
            var messages = new ArrayList<>(log.messages());
            for (; cause != null; cause = cause.getCause()) {
                messages.add(String.valueOf(cause.getMessage()));
            }
            return messages;
        }
    }
}
