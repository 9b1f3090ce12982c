package dev.tenure.it;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** R13: the warning of lost work says whose it was. */
class LostWorkWarningTest {

    @ParameterizedTest
    @EnumSource
    void itNamesTheInjectionPoints(Servers server) throws Exception {
        server.execute("create table if not exists mine (id int) engine=InnoDB");
        try (var log = LogLines.of("dev.tenure")) {
            try (var application = Application.on(server)
                    .beans(Beans.Orders.class, Beans.Customers.class)
                    .start()) {
                var orders = application.bean(Beans.Orders.class);
                application.request(() -> {
                    orders.db().setAutoCommit(false);
                    return Application.update(orders.db(), "insert into mine values (1)");
                });
            }
            assertThat(log.warnings())
                    .isNotEmpty()
                    .allSatisfy(warning -> assertThat(warning)
                            .contains("TNR-0232")
                            .contains("Orders.db")
                            .contains("Customers.db")
                            .doesNotContain("ConnectionBean"));
        }
    }
}
