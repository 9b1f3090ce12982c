package dev.tenure.benchmarks;

import java.io.File;
import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.EnumSet;

/** One process of {@link OffMeansOff}. Arguments: the integrations that are there; the others are absent, as they are where their API is. */
public final class OffMeansOffProcess {

    private OffMeansOffProcess() {}

    /**
     * Prints nanoseconds and bytes of a lease, nanoseconds and bytes of a request.
     *
     * @param present names of {@link OffMeansOff.Integration}
     */
    public static void main(String[] present) throws Exception {
        var absent = EnumSet.allOf(OffMeansOff.Integration.class);
        Arrays.stream(present).map(OffMeansOff.Integration::valueOf).forEach(absent::remove);
        var prefixes =
                absent.stream().map(OffMeansOff.Integration::packagePrefix).toArray(String[]::new);
        try (var loader = new Without(prefixes)) {
            Thread.currentThread().setContextClassLoader(loader);
            ((Runnable) loader.loadClass("dev.tenure.benchmarks.OffMeansOffApplication")
                            .getConstructor()
                            .newInstance())
                    .run();
        }
    }

    /** This class path anew, less some packages. */
    private static final class Without extends URLClassLoader {

        private final String[] prefixes;

        Without(String... prefixes) throws MalformedURLException {
            super(urls(), ClassLoader.getPlatformClassLoader());
            this.prefixes = prefixes;
        }

        private static URL[] urls() throws MalformedURLException {
            var entries = System.getProperty("java.class.path").split(File.pathSeparator, -1);
            var urls = new URL[entries.length];
            for (int i = 0; i < entries.length; i++) {
                urls[i] = Path.of(entries[i]).toUri().toURL();
            }
            return urls;
        }

        @Override
        protected Class<?> findClass(String name) throws ClassNotFoundException {
            for (var prefix : prefixes) {
                if (name.startsWith(prefix)) {
                    throw new ClassNotFoundException(name);
                }
            }
            return super.findClass(name);
        }
    }
}
