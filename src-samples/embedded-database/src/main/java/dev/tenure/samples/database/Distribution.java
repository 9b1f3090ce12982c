package dev.tenure.samples.database;

import dev.tenure.samples.process.Folders;
import dev.tenure.samples.process.Pause;
import dev.tenure.samples.process.Tail;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A product's binaries and its template of a data folder, in a cache: unpacked and initialised once, by whichever JVM
 * comes first. What stands under its final name is complete, because it got the name by a rename.
 */
final class Distribution {

    private static final Pattern MISSING_LIBRARY = Pattern.compile("while loading shared libraries: ([^:\\s]+):");
    private static final long LOCK_POLL_MILLIS = 50;

    private final Product product;
    private final Path cache;

    Distribution(Product product) {
        this(product, CacheFolder.locate());
    }

    Distribution(Product product, Path cache) {
        this.product = product;
        this.cache = cache;
    }

    Path path() {
        return cache.resolve(product.name());
    }

    /** What {@link DatabaseServer.Builder#whyNotAvailable()} says. Unpacks: only the program knows what it lacks. */
    Optional<String> whyNotAvailable() {
        if (!isSupported(System.getProperty("os.name"), System.getProperty("os.arch"))) {
            return Optional.of("The embedded " + product.name() + " runs on Linux x86-64 only. On this platform ("
                    + System.getProperty("os.name") + " " + System.getProperty("os.arch")
                    + ") start a MySQL or MariaDB of your own and point the sample's tenure.default.url, .user and"
                    + " .password at it.");
        }
        if (Distribution.class.getResource(product.resource()) == null) {
            return Optional.of("The embedded " + product.name() + " is not on the class path: add the dependency "
                    + product.jar() + " with scope test or runtime.");
        }
        once(path(), product::unpack);
        try {
            Command version = Command.run(
                    List.of(product.program(path()).toString(), "--no-defaults", "--version"),
                    InputStream.nullInputStream());
            return version.exitCode() == 0 ? Optional.empty() : Optional.of(explain(product.name(), version.output()));
        } catch (IOException e) {
            // Alpine Linux, for one: it has another C library.
            return Optional.of(explain(product.name(), e.getMessage()));
        }
    }

    static boolean isSupported(String os, String architecture) {
        return os.equals("Linux") && (architecture.equals("amd64") || architecture.equals("x86_64"));
    }

    static String explain(String name, String output) {
        Matcher missing = MISSING_LIBRARY.matcher(output);
        if (!missing.find()) {
            return "The embedded " + name + " does not run on this machine: " + Tail.of(output);
        }
        String library = missing.group(1);
        String known = Product.PACKAGE_OF_LIBRARY.get(library);
        String advice = known == null
                ? "install the package that brings it"
                : "install it with: apt-get install " + known + " (or, on newer systems, " + known + "t64)";
        return "The embedded " + name + " needs the shared library " + library + ", which is missing; " + advice + ".";
    }

    /** An initialised data folder, to be copied for each run. Never started itself. */
    Path template() {
        // A change of the options or accounts gets a template of its own beside the old one.
        int content =
                List.of(Accounts.statements(), product.options(Path.of("."))).hashCode();
        Path template = cache.resolve(product.name() + "-template-" + Integer.toHexString(content));
        once(template, folder -> product.initialise(path(), folder));
        return template;
    }

    private interface Filling {
        void fill(Path folder) throws IOException;
    }

    private void once(Path target, Filling filling) {
        if (Files.exists(target)) {
            return;
        }
        try {
            Files.createDirectories(cache);
            Path lockFile = cache.resolve(product.name() + ".lock");
            try (FileChannel channel = FileChannel.open(lockFile, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
                    FileLock lock = lock(channel)) {
                if (!lock.isValid() || Files.exists(target)) {
                    return;
                }
                // Under the lock nobody else uses this name: what stands there was left by a process that was killed.
                Path partial = target.resolveSibling(target.getFileName() + ".partial");
                Folders.delete(partial);
                Files.createDirectory(partial);
                filling.fill(partial);
                Files.move(partial, target, StandardCopyOption.ATOMIC_MOVE);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot prepare " + target + ".", e);
        }
    }

    private static FileLock lock(FileChannel channel) throws IOException {
        while (true) {
            try {
                return channel.lock();
            } catch (OverlappingFileLockException e) {
                // Another thread of this JVM, perhaps of another class loader, which no lock of ours would see.
                Pause.millis(LOCK_POLL_MILLIS);
            }
        }
    }
}
