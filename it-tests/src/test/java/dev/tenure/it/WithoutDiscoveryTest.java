package dev.tenure.it;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tenure.ManagedConnections;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.spi.CDI;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Containers discover one bean of ours, {@link ManagedConnections}. Where they do not, it is there all the same; either way once (trap 6). */
class WithoutDiscoveryTest {

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void theVerbsAndTheConnectionAreThereOnce(boolean discovery) throws Exception {
        var builder = Application.on(Servers.MARIADB).beans(Beans.Orders.class);
        try (var application = (discovery ? builder : builder.withoutDiscovery()).start()) {
            var beans = CDI.current().getBeanManager().getBeans(ManagedConnections.class, Any.Literal.INSTANCE);
            assertThat(beans).hasSize(1);
            var orders = application.bean(Beans.Orders.class);
            assertThat(application.<Long>request(() -> Application.connectionId(orders.db())))
                    .isPositive();
            assertThat(application.statistics().opened()).isEqualTo(1);
        }
    }
}
