package dev.tenure.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** R13: the warning of lost work says whose it was. */
class LostWorkWarningTest {

    @ParameterizedTest
    @EnumSource
    void itNamesTheInjectionPoints(Servers server) throws Exception {
        server.execute("create table if not exists mine (id int) engine=InnoDB");
        List<String> warnings = new CopyOnWriteArrayList<>();
        var logger = Logger.getLogger("dev.tenure");
        var handler = new Handler() {
            @Override
            public void publish(LogRecord line) {
                if (line.getLevel().equals(Level.WARNING)) {
                    warnings.add(line.getMessage());
                }
            }

            @Override
            public void flush() {}

            @Override
            public void close() {}
        };
        logger.addHandler(handler);
        try (var application = Application.on(server)
                .beans(Beans.Orders.class, Beans.Customers.class)
                .start()) {
            var orders = application.bean(Beans.Orders.class);
            application.request(() -> {
                orders.db().setAutoCommit(false);
                return Application.update(orders.db(), "insert into mine values (1)");
            });
        } finally {
            logger.removeHandler(handler);
        }
        assertThat(warnings)
                .isNotEmpty()
                .allSatisfy(warning -> assertThat(warning)
                        .contains("TNR-0232")
                        .contains("Orders.db")
                        .contains("Customers.db")
                        .doesNotContain("ConnectionBean"));
    }
}
