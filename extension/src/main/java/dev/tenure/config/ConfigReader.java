package dev.tenure.config;

import java.util.Optional;
import java.util.ServiceConfigurationError;

/** Where configuration comes from. Live: what it says now, not what it said at deployment (R4). */
public interface ConfigReader {

    /**
     * MicroProfile Config of the calling thread's application, or system properties and environment variables where there is none. To be called at
     * deployment and kept: when a connection is opened, the thread's context class loader may be another application's.
     *
     * @return never null
     */
    static ConfigReader find() {
        try {
            return MicroProfileConfigReader.ofThisApplication();
        } catch (LinkageError | ServiceConfigurationError | IllegalStateException e) {
            // No MicroProfile Config API, or nobody who implements it (TomEE Web Profile, a trimmed WildFly).
            return SystemConfigReader.ofThisProcess();
        }
    }

    /**
     * The value of a property.
     *
     * @param property for example {@code tenure.default.max-age}
     * @return empty when not configured or configured as empty
     * @throws IllegalArgumentException when there is something but it cannot be read, such as an expression that cannot be resolved; the message gives
     *     the reason and shows no value
     */
    Optional<ConfigValue> value(String property);

    /**
     * The names of all properties known, ours or not. Environment variables appear under their own names and perhaps under made-up ones, too.
     *
     * @return names in no particular order
     */
    Iterable<String> names();
}
