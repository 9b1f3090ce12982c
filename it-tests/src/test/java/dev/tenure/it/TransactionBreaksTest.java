package dev.tenure.it;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tenure.CloseReason;
import jakarta.transaction.Status;
import java.io.IOException;
import java.sql.SQLException;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** The connection breaks between two steps of a transaction: nothing of it is in the database, whoever commits hears of it, and the next one works. */
@ParameterizedClass
@EnumSource
@Timeout(60)
class TransactionBreaksTest {

    /** What can happen to a connection. */
    enum Trouble {
        RESET {
            @Override
            void on(TransactionBreaksTest test) {
                test.network.reset();
            }
        },
        /** The server's half: what is sent still arrives. */
        HALF_CLOSED {
            @Override
            void on(TransactionBreaksTest test) {
                test.network.halfClose();
            }
        },
        /** The server does what it is asked, but no answer comes back. */
        CUT_IN_THE_ANSWER {
            @Override
            void on(TransactionBreaksTest test) {
                test.network.cutAfter(0);
            }
        },
        /** By the administrator: the server itself rolls back. */
        KILLED {
            @Override
            void on(TransactionBreaksTest test) throws SQLException {
                test.scene.server.kill(test.session);
            }
        };

        abstract void on(TransactionBreaksTest test) throws SQLException;

        /** Whether what was sent may have been done all the same. */
        boolean mayHideAnAnswer() {
            return this == HALF_CLOSED || this == CUT_IN_THE_ANSWER;
        }
    }

    /** What a transaction does, in this order. */
    private enum Step {
        BEGIN,
        SELECT,
        INSERT,
        INSERT_AGAIN,
        COMMIT
    }

    private final FaultProxy network;
    private final TransactionScene scene;
    private long session;

    TransactionBreaksTest(EveryServer kind) throws SQLException, IOException {
        var server = kind.target();
        this.network = new FaultProxy(server.port());
        this.scene = TransactionScene.of(
                server, TransactionScene.builder(server).set("default.url", server.urlThrough(network)));
    }

    @AfterEach
    void stop() throws Exception {
        scene.close();
        network.close();
    }

    private static Stream<Arguments> everyBreak() {
        return Stream.of(Trouble.values())
                .flatMap(trouble -> IntStream.range(1, Step.values().length)
                        .mapToObj(i -> Arguments.of(trouble, Step.values()[i])));
    }

    private Void step(Step step) throws Exception {
        switch (step) {
            case BEGIN -> scene.manager.begin();
            case SELECT -> scene.count();
            case INSERT -> scene.insert(1);
            case INSERT_AGAIN -> scene.insert(2);
            case COMMIT -> scene.manager.commit();
        }
        return null;
    }

    @ParameterizedTest(name = "{0} before {1}")
    @MethodSource("everyBreak")
    void betweenAnyTwoSteps(Trouble trouble, Step before) throws Exception {
        session = scene.inTransaction(scene::session); // so that there is a connection to break
        var failure = scene.request(() -> {
            try {
                for (var step : Step.values()) {
                    if (step == before) {
                        trouble.on(this);
                    }
                    step(step);
                }
                return null;
            } catch (Exception e) {
                if (before != Step.COMMIT) {
                    assertThat(scene.manager.getStatus()).isEqualTo(Status.STATUS_MARKED_ROLLBACK);
                    assertThat(commitAnyway()).as("commit").isNotNull();
                }
                return e;
            }
        });
        assertThat(failure).as("it is not silent").isNotNull();
        boolean perhapsCommitted = before == Step.COMMIT && trouble.mayHideAnAnswer();
        assertThat(scene.rows()).isIn(perhapsCommitted ? new Object[] {0L, 2L} : new Object[] {0L});
        scene.server.asUser("delete from booked");
        scene.inTransaction(() -> scene.insert(3));
        assertThat(scene.rows()).as("the next transaction").isEqualTo(1);
        scene.assertNothingLeased();
        Eventually.equal("closed as broken", 1L, () -> scene.application.closed(CloseReason.BROKEN));
    }

    private Exception commitAnyway() {
        try {
            scene.manager.commit();
            return null;
        } catch (Exception e) {
            return e;
        }
    }

    /** What is in doubt is said to be: a retry might book twice. */
    @Test
    void anAnswerToTheCommitThatDoesNotComeIsNoRollback() throws Exception {
        var failure = scene.request(() -> {
            scene.manager.begin();
            scene.insert(1);
            network.cutAfter(0);
            return commitAnyway();
        });
        assertThat(failure).isInstanceOf(jakarta.transaction.HeuristicMixedException.class);
        assertThat(scene.rows()).as("it was committed").isEqualTo(1);
    }
}
