package dev.tenure.it;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tenure.it.TransactionBeans.Checked;
import dev.tenure.it.TransactionBeans.Service;
import dev.tenure.it.TransactionBeans.Work;
import jakarta.transaction.RollbackException;
import jakarta.transaction.TransactionalException;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/** What is done through the injected connection commits and rolls back with {@code @Transactional}. */
@ParameterizedClass
@EnumSource
@Timeout(60)
class TransactionTest {

    private final EveryServer kind;
    private TransactionScene scene;
    private Service service;

    TransactionTest(EveryServer kind) {
        this.kind = kind;
    }

    @BeforeEach
    void start() throws SQLException {
        scene = TransactionScene.on(kind);
        service = scene.service;
    }

    @AfterEach
    void stop() throws Exception {
        scene.close();
    }

    /** Runs it in a request of its own; whatever it throws does not matter. */
    private void attempt(Callable<?> task) throws Exception {
        try {
            scene.request(task);
        } catch (Exception e) {
            // the rows tell
        }
    }

    @Test
    void requiredCommitsAtItsEndAndNotBefore() throws Exception {
        scene.inTransaction(() -> {
            scene.insert(1);
            scene.insert(2);
            assertThat(scene.rows()).as("seen by others meanwhile").isZero();
            assertThat(scene.count()).as("seen by itself").isEqualTo(2);
            return null;
        });
        assertThat(scene.rows()).isEqualTo(2);
        assertThat(scene.application.statistics().opened()).isEqualTo(1);
    }

    @Test
    void anUncheckedExceptionRollsBackAndACheckedOneDoesNot() throws Exception {
        attempt(() -> service.required(() -> {
            scene.insert(1);
            throw new IllegalStateException("as the test asked");
        }));
        assertThat(scene.rows()).as("after an unchecked exception").isZero();
        attempt(() -> service.required(() -> {
            scene.insert(1);
            throw new Checked();
        }));
        assertThat(scene.rows()).as("after a checked exception").isEqualTo(1);
    }

    @Test
    void rollbackOnAndDontRollbackOnDecide() throws Exception {
        attempt(() -> service.rollingBackOnChecked(() -> {
            scene.insert(1);
            throw new Checked();
        }));
        assertThat(scene.rows()).as("rollbackOn").isZero();
        attempt(() -> service.notRollingBackOnIllegalState(() -> {
            scene.insert(1);
            throw new IllegalStateException("as the test asked");
        }));
        assertThat(scene.rows()).as("dontRollbackOn").isEqualTo(1);
    }

    @Test
    void setRollbackOnlyRollsBackWithoutAnException() throws Exception {
        scene.inTransaction(() -> {
            scene.insert(1);
            scene.manager.setRollbackOnly();
            assertThat(scene.insert(2)).as("who is in goes on").isEqualTo(1);
            return null;
        });
        assertThat(scene.rows()).isZero();
    }

    @Test
    void whatIsMarkedForRollbackTakesNoNewConnection() throws Exception {
        scene.inTransaction(() -> {
            scene.manager.setRollbackOnly();
            assertThatThrownBy(() -> scene.insert(1))
                    .isInstanceOf(SQLException.class)
                    .hasMessageContainingAll("TNR-0404", "default", "marked for roll back");
            assertThatCode(() -> service.db().close()).doesNotThrowAnyException();
            return null;
        });
        assertThat(scene.rows()).isZero();
        assertThat(scene.application.statistics().opened()).isZero();
    }

    @Test
    void mandatoryJoinsAndWithoutATransactionDoesNothing() throws Exception {
        attempt(() -> service.mandatory(() -> scene.insert(1)));
        assertThat(scene.rows()).isZero();
        attempt(() -> service.required(() -> {
            service.mandatory(() -> scene.insert(1));
            throw new IllegalStateException("as the test asked");
        }));
        assertThat(scene.rows()).as("rolled back with the outer one").isZero();
        scene.inTransaction(() -> service.mandatory(() -> scene.insert(1)));
        assertThat(scene.rows()).isEqualTo(1);
    }

    @Test
    void supportsJoinsAndWithoutATransactionCommitsByItself() throws Exception {
        attempt(() -> service.required(() -> {
            service.supports(() -> scene.insert(1));
            throw new IllegalStateException("as the test asked");
        }));
        assertThat(scene.rows()).as("in a transaction").isZero();
        scene.request(() -> service.supports(() -> scene.insert(1)));
        assertThat(scene.rows()).as("in none").isEqualTo(1);
    }

    @Test
    void neverRefusesATransactionAndElseCommitsByItself() throws Exception {
        assertThatThrownBy(() -> scene.inTransaction(() -> service.never(() -> scene.insert(1))))
                .isInstanceOf(TransactionalException.class);
        assertThat(scene.rows()).isZero();
        scene.request(() -> service.never(() -> scene.insert(1)));
        assertThat(scene.rows()).isEqualTo(1);
    }

    @Test
    void requiresNewCommitsApartFromTheOuterOne() throws Exception {
        attempt(() -> service.required(() -> {
            scene.insert(1);
            long outer = scene.session();
            long inner = service.requiresNew(() -> {
                scene.insert(2);
                assertThat(scene.count()).as("the outer one's row is not seen").isEqualTo(1);
                return scene.session();
            });
            assertThat(inner).isNotEqualTo(outer);
            assertThat(scene.session()).as("resumed").isEqualTo(outer);
            assertThat(scene.rows()).as("committed already").isEqualTo(1);
            scene.insert(3);
            throw new IllegalStateException("as the test asked");
        }));
        assertThat(scene.server.number("select id from booked")).isEqualTo(2);
        assertThat(scene.rows()).isEqualTo(1);
    }

    @Test
    void requiresNewRollsBackApartFromTheOuterOne() throws Exception {
        scene.inTransaction(() -> {
            scene.insert(1);
            assertThatThrownBy(() -> service.requiresNew(() -> {
                        scene.insert(2);
                        throw new IllegalStateException("as the test asked");
                    }))
                    .isInstanceOf(IllegalStateException.class);
            scene.insert(3);
            return null;
        });
        assertThat(scene.rows()).isEqualTo(2);
        assertThat(scene.server.number("select count(*) from booked where id = 2"))
                .isZero();
    }

    @Test
    void notSupportedCommitsEachStatementByItselfOnAnotherConnection() throws Exception {
        attempt(() -> service.required(() -> {
            scene.insert(1);
            long outer = scene.session();
            long inner = service.notSupported(() -> {
                assertThat(service.db().getAutoCommit()).isTrue();
                scene.insert(2);
                return scene.session();
            });
            assertThat(inner).isNotEqualTo(outer);
            assertThat(service.db().getAutoCommit()).isFalse();
            throw new IllegalStateException("as the test asked");
        }));
        assertThat(scene.server.number("select id from booked")).isEqualTo(2);
    }

    @Test
    void callsThatAreTheManagersAreRefusedAndSayWhy() throws Exception {
        scene.inTransaction(() -> {
            scene.insert(1);
            refused("commit()", Connection::commit);
            refused("rollback()", Connection::rollback);
            refused("setAutoCommit(true)", db -> db.setAutoCommit(true));
            refused("setSavepoint()", Connection::setSavepoint);
            refused("setSavepoint(name)", db -> db.setSavepoint("a"));
            service.db().setAutoCommit(false);
            assertThat(service.db().getAutoCommit()).isFalse();
            return null;
        });
        assertThat(scene.rows()).as("nothing came of it").isEqualTo(1);
    }

    /** A call on the user's connection. */
    @FunctionalInterface
    private interface DatabaseCall {
        void on(Connection db) throws SQLException;
    }

    private void refused(String call, DatabaseCall tried) {
        assertThatThrownBy(() -> tried.on(service.db()))
                .as(call)
                .isInstanceOf(SQLException.class)
                .hasMessageContainingAll("TNR-0402", call, "default", "transaction manager");
    }

    @Test
    void afterTheTransactionAutocommitIsAsConfigured() throws Exception {
        scene.request(() -> {
            service.required(() -> scene.insert(1));
            assertThat(service.db().getAutoCommit()).isTrue();
            return scene.insert(2);
        });
        assertThat(scene.rows()).isEqualTo(2);
        assertThat(scene.application.statistics().opened()).isEqualTo(1);
    }

    @Test
    void everyHandleAndScopeIsTheTransactions() throws Exception {
        attempt(() -> service.required(() -> {
            scene.insert(1);
            long session = scene.session();
            TransactionScene.insert(service.own(), 2);
            assertThat(scene.session(service.own())).isEqualTo(session);
            try (var borrowed = service.source().getConnection()) {
                TransactionScene.insert(borrowed, 3);
                assertThat(scene.session(borrowed)).isEqualTo(session);
            }
            scene.application.tenure().run(() -> scene.insert(4));
            service.db().close();
            assertThat(scene.count()).isEqualTo(4);
            assertThat(scene.session()).isEqualTo(session);
            throw new IllegalStateException("as the test asked");
        }));
        assertThat(scene.rows()).isZero();
        assertThat(scene.application.statistics().opened()).isEqualTo(1);
    }

    @Test
    void anEarlyCloseDoesNotEndTheTransaction() throws Exception {
        scene.inTransaction(() -> {
            try (var borrowed = service.source().getConnection()) {
                TransactionScene.insert(borrowed, 1);
            }
            scene.application.tenure().closeOld();
            scene.application.tenure().closeIdle();
            assertThat(scene.rows()).isZero();
            return null;
        });
        assertThat(scene.rows()).isEqualTo(1);
    }

    @Test
    void aWorkersThreadScopedConnectionIsTheTransactions() throws Exception {
        Work<Integer> failing = () -> {
            TransactionScene.insert(service.own(), 2);
            throw new IllegalStateException("as the test asked");
        };
        Application.onNewThread(() -> {
            long first = scene.session(service.own());
            service.required(() -> TransactionScene.insert(service.own(), 1));
            assertThatThrownBy(() -> service.required(failing)).isInstanceOf(IllegalStateException.class);
            assertThat(scene.session(service.own())).isEqualTo(first);
            TransactionScene.insert(service.own(), 3);
            return null;
        });
        assertThat(scene.rows()).isEqualTo(2);
        assertThat(scene.application.statistics().opened()).isEqualTo(1);
    }

    @Test
    void aStatementPreparedBeforeGoesOnInTheTransactionAndAfterIt() throws Exception {
        scene.request(() -> {
            var before = service.db().prepareStatement("insert into booked values (?)");
            attemptInPlace(() -> service.required(() -> {
                before.setInt(1, 1);
                before.executeUpdate();
                throw new IllegalStateException("as the test asked");
            }));
            assertThat(scene.rows()).as("rolled back with the transaction").isZero();
            before.setInt(1, 2);
            before.executeUpdate();
            before.close();
            return null;
        });
        assertThat(scene.rows()).isEqualTo(1);
        assertThat(scene.application.statistics().opened()).isEqualTo(1);
    }

    private static void attemptInPlace(Callable<?> task) {
        assertThatThrownBy(task::call).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void aStatementOfAnotherTransactionIsRefusedButCanBeClosed() throws Exception {
        scene.inTransaction(() -> {
            var outer = service.db().prepareStatement("insert into booked values (7)");
            service.requiresNew(() -> {
                assertThatThrownBy(outer::executeUpdate).hasMessageContaining("TNR-0405");
                return null;
            });
            service.notSupported(() -> {
                assertThatThrownBy(outer::executeUpdate).hasMessageContaining("TNR-0405");
                outer.close();
                return null;
            });
            return null;
        });
        assertThat(scene.rows()).isZero();
    }

    @Test
    void uncommittedWorkFromBeforeIsNotMixedIn() throws Exception {
        scene.request(() -> {
            service.db().setAutoCommit(false);
            scene.insert(1);
            assertThatThrownBy(() -> service.required(() -> scene.insert(2)))
                    .isInstanceOf(SQLException.class)
                    .hasMessageContainingAll("TNR-0403", "uncommitted work");
            service.db().commit();
            return service.required(() -> scene.insert(3));
        });
        assertThat(scene.server.number("select sum(id) from booked")).isEqualTo(4);
    }

    @Test
    void whatADeadlocksVictimDoesNextIsNotCommitted() throws Exception {
        scene.request(() -> service.required(() -> scene.insert(1)));
        scene.request(() -> {
            scene.manager.begin();
            scene.insert(2);
            assertThatThrownBy(scene::deadlock).isInstanceOf(SQLException.class);
            assertThatThrownBy(() -> scene.insert(3)).hasMessageContaining("TNR-0409");
            assertThatThrownBy(scene.manager::commit).isInstanceOf(RollbackException.class);
            return null;
        });
        assertThat(scene.rows()).isEqualTo(1);
    }
}
