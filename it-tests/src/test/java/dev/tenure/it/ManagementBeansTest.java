package dev.tenure.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.management.ManagementFactory;
import java.util.Set;
import javax.management.MBeanServer;
import javax.management.ObjectName;
import javax.management.openmbean.CompositeData;
import javax.management.openmbean.TabularData;
import org.junit.jupiter.api.Test;

/** JMX: a managed bean for each database, while the application is deployed. */
class ManagementBeansTest {

    private static final MBeanServer SERVER = ManagementFactory.getPlatformMBeanServer();

    @Test
    void figuresAndVerbs() throws Exception {
        try (var application = Application.on(Servers.MARIADB)
                .database("reports", Servers.MARIADB, Servers.MARIADB.started().url())
                .set("default.max-age", "60")
                .set("default.max-connections", "7")
                .beans(Beans.Orders.class, Beans.Reports.class)
                .start()) {
            assertThat(registered())
                    .extracting(name -> name.getKeyProperty("name"))
                    .containsExactlyInAnyOrder("\"default\"", "\"reports\"");
            var name = new ObjectName("dev.tenure:type=Database,application=\"application\",name=\"default\"");
            var orders = application.bean(Beans.Orders.class);
            application.request(() -> {
                try (var statement = orders.db().createStatement()) {
                    assertThat(get(name, "Leased")).isEqualTo(1);
                    var lease = ((CompositeData[]) get(name, "Leases"))[0];
                    assertThat(lease.get("holder")).isEqualTo("request of Orders.db, Orders.source");
                    assertThat(lease.get("thread")).isEqualTo("it-request");
                    assertThat(lease.get("statements")).isEqualTo(1);
                    return statement.getFetchSize();
                }
            });
            assertThat(get(name, "Name")).isEqualTo("default");
            assertThat(get(name, "Open")).isEqualTo(1);
            assertThat(get(name, "Idle")).isEqualTo(1);
            assertThat(get(name, "Leased")).isEqualTo(0);
            assertThat(get(name, "Waiting")).isEqualTo(0);
            assertThat(get(name, "MaxConnections")).isEqualTo(7);
            assertThat(get(name, "Opened")).isEqualTo(1L);
            assertThat(get(name, "Closed")).isEqualTo(0L);
            assertThat(get(name, "BoundariesSkipped")).isEqualTo(0L);

            SERVER.invoke(name, "closeIdle", null, null);
            assertThat(get(name, "Open")).isEqualTo(0);
            assertThat(closed(name, "IDLE")).isEqualTo(1L);

            application.request(() -> Application.connectionId(orders.db()));
            SERVER.invoke(name, "retireAll", null, null);
            Eventually.equal("retired", 1L, () -> (Long) closed(name, "RETIRED"));
        }
        assertThat(registered()).as("after the application has ended").isEmpty();
    }

    @Test
    void twoApplicationsOfOneNameAreToldApart() throws Exception {
        var taken = new ObjectName("dev.tenure:type=Database,application=\"application\",name=\"default\"");
        SERVER.registerMBean(new Another(), taken);
        try {
            try (var application =
                    Application.on(Servers.MARIADB).beans(Beans.Orders.class).start()) {
                var second = new ObjectName("dev.tenure:type=Database,application=\"application-2\",name=\"default\"");
                assertThat(get(second, "Opened")).isEqualTo(0L);
                assertThat(application.statistics().open()).isZero();
            }
            assertThat(registered()).as("the other one's stays").containsExactly(taken);
        } finally {
            SERVER.unregisterMBean(taken);
        }
    }

    public interface AnotherMBean {}

    private static final class Another implements AnotherMBean {}

    private static Object get(ObjectName name, String attribute) throws Exception {
        return SERVER.getAttribute(name, attribute);
    }

    private static Object closed(ObjectName name, String reason) throws Exception {
        var byReason = (TabularData) get(name, "ClosedByReason");
        return byReason.get(new Object[] {reason}).get("value");
    }

    private static Set<ObjectName> registered() throws Exception {
        return SERVER.queryNames(new ObjectName("dev.tenure:type=Database,*"), null);
    }
}
