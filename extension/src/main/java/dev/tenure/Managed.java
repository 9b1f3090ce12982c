package dev.tenure;

import static java.lang.annotation.ElementType.FIELD;
import static java.lang.annotation.ElementType.METHOD;
import static java.lang.annotation.ElementType.PARAMETER;
import static java.lang.annotation.ElementType.TYPE;
import static java.lang.annotation.RetentionPolicy.RUNTIME;

import jakarta.enterprise.context.RequestScoped;
import jakarta.enterprise.util.AnnotationLiteral;
import jakarta.inject.Qualifier;
import java.lang.annotation.Annotation;
import java.lang.annotation.Documented;
import java.lang.annotation.Retention;
import java.lang.annotation.Target;

/**
 * Asks for the connection of a database: {@code @Inject @Managed Connection}, or {@code @Inject @Managed DataSource} for libraries that want one. It is
 * opened on first use, kept across units of work up to {@code max-age}, and never handed out dead.
 *
 * <p>A database that is not configured, or another scope than the two named below, fails the deployment with a message that says what to write.
 */
@Qualifier
@Documented
@Retention(RUNTIME)
@Target({FIELD, PARAMETER, METHOD, TYPE})
public @interface Managed {

    /**
     * The database: the second segment of its keys, {@code tenure.<database>.url}.
     *
     * @return {@code default} unless said otherwise
     */
    String value() default "default";

    /**
     * What holds the connection: {@link RequestScoped} (the default), or {@link ThreadScoped} for workers.
     *
     * @return one of the two
     */
    Class<? extends Annotation> scope() default RequestScoped.class;

    /** The annotation as an object, for {@code Instance.select} and tests. */
    final class Literal extends AnnotationLiteral<Managed> implements Managed {

        private static final long serialVersionUID = 1;

        private final String value;
        private final Class<? extends Annotation> scope;

        private Literal(String value, Class<? extends Annotation> scope) {
            this.value = value;
            this.scope = scope;
        }

        /**
         * {@code @Managed(database)}.
         *
         * @param database the database's name
         * @return the request-scoped qualifier
         */
        public static Literal of(String database) {
            return new Literal(database, RequestScoped.class);
        }

        /**
         * {@code @Managed(value = database, scope = scope)}.
         *
         * @param database the database's name
         * @param scope what holds the connection
         * @return the qualifier
         */
        public static Literal of(String database, Class<? extends Annotation> scope) {
            return new Literal(database, scope);
        }

        @Override
        public String value() {
            return value;
        }

        @Override
        public Class<? extends Annotation> scope() {
            return scope;
        }
    }
}
