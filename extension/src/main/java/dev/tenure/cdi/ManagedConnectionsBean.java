package dev.tenure.cdi;

import dev.tenure.DatabaseStatistics;
import dev.tenure.ManagedConnections;
import dev.tenure.OpenConnection;
import dev.tenure.OpenLease;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.control.RequestContextController;
import jakarta.enterprise.inject.Instance;
import jakarta.enterprise.inject.spi.BeanManager;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;

/**
 * The verbs, for injection. The one bean of ours that containers discover: with it, Tenure's jar is a bean archive of the application's on WildFly, which looks
 * for readiness checks in no other. Where discovery is switched off, {@link TenureExtension} adds it.
 */
@ApplicationScoped
public class ManagedConnectionsBean implements ManagedConnections {

    private TenureExtension tenure;
    private Instance<RequestContextController> controllers;

    /** For the container's proxy. */
    public ManagedConnectionsBean() {}

    /**
     * For the container.
     *
     * @param beanManager finds the extension
     * @param controllers begin and end request contexts
     */
    @Inject
    public ManagedConnectionsBean(BeanManager beanManager, Instance<RequestContextController> controllers) {
        this.tenure = beanManager.getExtension(TenureExtension.class);
        this.controllers = controllers;
    }

    @Override
    public void closeOld() {
        tenure.closeOld();
    }

    @Override
    public void closeIdle() {
        tenure.databases().closeIdle();
    }

    @Override
    public void retireAll() {
        tenure.databases().retireAll();
    }

    @Override
    public void closeAll() {
        tenure.databases().closeAll();
    }

    @Override
    public void endThread() {
        tenure.endThread();
    }

    @Override
    public <T> T run(Callable<T> task) throws Exception {
        var controller = controllers.get();
        boolean activated = controller.activate();
        boolean outermost = activated || tenure.requestIsQuiescent();
        try {
            return task.call();
        } finally {
            if (outermost) {
                tenure.releaseRequest();
            }
            tenure.closeOld(); // the boundary of the thread, too (R24)
            if (activated) {
                controller.deactivate();
            }
            controllers.destroy(controller);
        }
    }

    @Override
    public Map<String, DatabaseStatistics> statistics() {
        return tenure.databases().statistics();
    }

    @Override
    public List<OpenConnection> connections() {
        return tenure.databases().connections();
    }

    @Override
    public List<OpenLease> leases() {
        return tenure.databases().leases();
    }
}
