package dev.tenure.cdi;

import dev.tenure.Managed;
import dev.tenure.ManagedConnections;
import dev.tenure.ThreadScoped;
import dev.tenure.config.ConfigReader;
import dev.tenure.config.Configuration;
import dev.tenure.lifetime.Databases;
import dev.tenure.lifetime.DriverSource;
import dev.tenure.lifetime.LifetimeListener;
import dev.tenure.lifetime.LogListener;
import dev.tenure.lifetime.UnitOfWork;
import dev.tenure.transaction.TransactionSupport;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.BeforeDestroyed;
import jakarta.enterprise.context.ContextNotActiveException;
import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.context.Destroyed;
import jakarta.enterprise.context.RequestScoped;
import jakarta.enterprise.context.spi.Context;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.spi.AfterBeanDiscovery;
import jakarta.enterprise.inject.spi.AfterDeploymentValidation;
import jakarta.enterprise.inject.spi.AfterTypeDiscovery;
import jakarta.enterprise.inject.spi.AnnotatedField;
import jakarta.enterprise.inject.spi.Bean;
import jakarta.enterprise.inject.spi.BeanManager;
import jakarta.enterprise.inject.spi.BeforeShutdown;
import jakarta.enterprise.inject.spi.Extension;
import jakarta.enterprise.inject.spi.ProcessAnnotatedType;
import jakarta.enterprise.inject.spi.WithAnnotations;
import jakarta.inject.Inject;
import java.lang.annotation.Annotation;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.Consumer;

/** Tenure's life in a container, one observer for each moment of it. Holds the state itself: beans are re-created during shutdown on some servers (trap 7). */
public class TenureExtension implements Extension {

    private static final System.Logger LOG = System.getLogger("dev.tenure");
    private static final List<Class<? extends Annotation>> SCOPES = List.of(RequestScoped.class, ThreadScoped.class);

    private final Mentions mentions = new Mentions();
    private final Integrations integrations = new Integrations(LOG);
    private final ThreadContext threadContext = new ThreadContext();
    /** Units that begin while the request of their thread is being destroyed: nobody will destroy them (trap 4). */
    private final Map<Thread, Queue<UnitOfWork>> late = new ConcurrentHashMap<>();

    private boolean discovered;
    private Configuration configuration;
    private volatile Databases databases;
    private BeanManager beanManager;
    private EventListener events;
    private volatile Map<Class<? extends Annotation>, List<Bean<?>>> beans;

    /** For the container. */
    public TenureExtension() {}

    /** Our own beans have the annotation, too, but are nobody's injection points. */
    void note(@Observes @WithAnnotations(Managed.class) ProcessAnnotatedType<?> event) {
        var type = event.getAnnotatedType();
        if (type.getJavaClass() != ConnectionBean.class && type.getJavaClass() != DataSourceBean.class) {
            mentions.note(type);
        }
    }

    void noteDiscovery(@Observes ProcessAnnotatedType<ManagedConnectionsBean> event) {
        discovered = true;
    }

    void registerBeans(@Observes AfterTypeDiscovery event) {
        configuration = Configuration.load(ConfigReader.find(), mentions.databases());
        for (var database : configuration.databases()) {
            for (var scope : SCOPES) {
                var managed = Managed.Literal.of(database, scope);
                var connection = event.addAnnotatedType(ConnectionBean.class, id("connection", managed));
                connection.add(managed).add(scopeLiteral(scope));
                connection.filterFields(TenureExtension::isInjected).forEach(field -> field.add(managed));
                var dataSource = event.addAnnotatedType(DataSourceBean.class, id("datasource", managed));
                dataSource.add(managed).add(ApplicationScoped.Literal.INSTANCE);
                dataSource.filterFields(TenureExtension::isInjected).forEach(field -> field.add(managed));
            }
        }
        if (!discovered) {
            event.addAnnotatedType(ManagedConnectionsBean.class, ManagedConnections.class.getName());
        }
    }

    private static boolean isInjected(AnnotatedField<?> field) {
        return field.isAnnotationPresent(Inject.class);
    }

    private static String id(String kind, Managed managed) {
        return "dev.tenure." + kind + "." + managed.value() + "."
                + managed.scope().getSimpleName();
    }

    private static Annotation scopeLiteral(Class<? extends Annotation> scope) {
        return scope == RequestScoped.class ? RequestScoped.Literal.INSTANCE : ThreadScopedLiteral.INSTANCE;
    }

    void start(@Observes AfterBeanDiscovery event, BeanManager manager) {
        beanManager = manager;
        var drivers = DriverSource.of(Thread.currentThread().getContextClassLoader());
        var problems = problems(drivers);
        if (!problems.isEmpty()) {
            refuse(event, problems);
            return;
        }
        events = new EventListener(manager);
        try {
            var transactions = TransactionSupport.find(manager, LOG);
            databases = new Databases(configuration, drivers, transactions, LOG, listeners());
            event.addContext(threadContext);
            integrations.addBeans(event, databases);
            for (var database : configuration.databases()) {
                for (var scope : SCOPES) {
                    addManagedDatabase(event, database, scope);
                }
            }
        } catch (SQLException e) {
            refuse(event, List.of(e.getMessage()));
        }
    }

    /** The application's own observers come last, because they may refuse a connection (R3). */
    private List<LifetimeListener> listeners() {
        var listeners = new ArrayList<LifetimeListener>();
        listeners.add(new LogListener(LOG));
        listeners.addAll(integrations.listeners());
        listeners.add(events);
        return listeners;
    }

    void startIntegrations(@Observes AfterDeploymentValidation event) {
        if (databases != null) {
            integrations.start(databases, beanManager);
        }
    }

    /** OpenWebBeans says no more than "Look at logs for further details", and on TomEE 9 there are none. */
    private static void refuse(AfterBeanDiscovery event, List<String> problems) {
        var all = new DeploymentProblems(problems);
        if (event.getClass().getName().startsWith("org.apache.webbeans.")) {
            LOG.log(System.Logger.Level.ERROR, all.getMessage());
        }
        event.addDefinitionError(all);
    }

    private List<String> problems(DriverSource drivers) {
        var problems = new ArrayList<>(configuration.problems());
        for (var mention : mentions.all()) {
            if (!configuration.databases().contains(mention.database())) {
                problems.add(configuration.unknownDatabase(mention.database(), mention.place()));
            }
            if (!SCOPES.contains(mention.scope())) {
                problems.add(configuration.unsupportedScope(
                        mention.database(), mention.scope().getSimpleName(), mention.place()));
            }
        }
        for (var database : configuration.databases()) {
            if (configuration.url(database).filter(url -> !drivers.accepts(url)).isPresent()) {
                configuration.noDriver(database).ifPresent(problems::add);
            }
        }
        return problems;
    }

    private void addManagedDatabase(AfterBeanDiscovery event, String name, Class<? extends Annotation> scope)
            throws SQLException {
        var managed = Managed.Literal.of(name, scope);
        var database = new ManagedDatabase(
                databases.get(name),
                scope,
                mentions.origin(name, scope),
                configuration.read(name).autocommit(),
                this::begun);
        event.<ManagedDatabase>addBean()
                .id(id("database", managed))
                .beanClass(ManagedDatabase.class)
                .types(ManagedDatabase.class, Object.class)
                .qualifiers(managed)
                .scope(Dependent.class)
                .createWith(context -> database);
    }

    // --- the ends of requests (trap 1) ---

    void requestEnds(@Observes @BeforeDestroyed(RequestScoped.class) Object event) {
        quietly(() -> {
            late.put(Thread.currentThread(), new ConcurrentLinkedQueue<>());
            units(RequestScoped.class).forEach(UnitOfWork::endWhenQuiescent);
            units(ThreadScoped.class).forEach(UnitOfWork::closeOld);
        });
    }

    void requestEnded(@Observes @Destroyed(RequestScoped.class) Object event) {
        quietly(() -> {
            var units = late.remove(Thread.currentThread());
            if (units != null) {
                units.forEach(UnitOfWork::end);
            }
        });
    }

    private void begun(UnitOfWork unit) {
        var units = late.get(Thread.currentThread());
        if (units != null) {
            units.add(unit);
        }
    }

    /** An observer that throws would leave the container's request context active on the thread (trap 3). */
    private void quietly(Runnable task) {
        try {
            task.run();
        } catch (RuntimeException | Error e) {
            LOG.log(System.Logger.Level.DEBUG, "TNR-0310: the end of a request", e);
        }
    }

    /** The units that the calling thread has in a scope; creates none. */
    private List<UnitOfWork> units(Class<? extends Annotation> scope) {
        var found = new ArrayList<UnitOfWork>();
        if (databases == null) {
            return found;
        }
        Context context;
        try {
            context = scope == ThreadScoped.class ? threadContext : beanManager.getContext(scope);
        } catch (ContextNotActiveException e) {
            return found;
        }
        for (var bean : beans().get(scope)) {
            if (context.get(bean) instanceof ConnectionBean connection) {
                found.add(connection.own());
            }
        }
        return found;
    }

    private Map<Class<? extends Annotation>, List<Bean<?>>> beans() {
        if (beans == null) {
            var byScope = new ConcurrentHashMap<Class<? extends Annotation>, List<Bean<?>>>();
            for (var scope : SCOPES) {
                byScope.put(
                        scope,
                        configuration.databases().stream()
                                .<Bean<?>>map(database -> beanManager.resolve(beanManager.getBeans(
                                        ConnectionBean.class, Managed.Literal.of(database, scope))))
                                .toList());
            }
            beans = byScope;
        }
        return beans;
    }

    // --- verbs that concern the calling thread ---

    Databases databases() {
        return databases;
    }

    void closeOld() {
        Consumer<UnitOfWork> boundary = UnitOfWork::closeOld;
        units(RequestScoped.class).forEach(boundary);
        units(ThreadScoped.class).forEach(boundary);
        databases.sweep();
        threadContext.endDeadThreads();
    }

    boolean requestIsQuiescent() {
        return units(RequestScoped.class).stream().allMatch(UnitOfWork::quiescent);
    }

    void releaseRequest() {
        units(RequestScoped.class).forEach(UnitOfWork::giveBack);
    }

    void endThread() {
        threadContext.endThread();
    }

    // --- the end ---

    void stop(@Observes BeforeShutdown event) {
        if (databases != null) {
            events.silence();
            databases.shutDown();
            threadContext.endAll();
            integrations.stop();
        }
    }
}
