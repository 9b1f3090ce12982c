package dev.tenure.samples.process;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Comparator;
import java.util.stream.Stream;

/** Whole folders. */
public final class Folders {

    private Folders() {}

    /**
     * Deletes a folder with everything in it; goes on when another process deletes the same.
     *
     * @param root need not exist
     */
    public static void delete(Path root) {
        try (Stream<Path> all = Files.walk(root)) {
            for (Path path : all.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(path);
            }
        } catch (NoSuchFileException e) {
            return;
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot delete " + root + ".", e);
        } catch (UncheckedIOException e) {
            // Files.walk's way to say that a folder it was about to enter is gone.
            if (!(e.getCause() instanceof NoSuchFileException)) {
                throw e;
            }
            delete(root);
        }
    }

    /**
     * Copies a folder with everything in it.
     *
     * @param from a folder
     * @param to must not exist
     * @throws IOException where it cannot be read or written
     */
    public static void copy(Path from, Path to) throws IOException {
        try (Stream<Path> all = Files.walk(from)) {
            for (Path path : all.toList()) {
                Files.copy(path, to.resolve(from.relativize(path)), StandardCopyOption.COPY_ATTRIBUTES);
            }
        }
    }
}
