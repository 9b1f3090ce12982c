package dev.tenure.samples.database;

import dev.tenure.samples.process.Folders;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;

/** The folder of one run: a copy of the template, the error log, the socket, temporary files. */
record DataFolder(Path path) {

    /** In the system's folder for temporary files: the path of a Unix socket must be shorter than 108 bytes. */
    static DataFolder copyOf(Path template, String product) {
        try {
            DataFolder folder = new DataFolder(Files.createTempDirectory("tenure-" + product + "-"));
            try {
                Files.createDirectory(folder.path.resolve("tmp"));
                Folders.copy(template, data(folder.path));
            } catch (IOException | RuntimeException | Error e) {
                folder.delete();
                throw e;
            }
            return folder;
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot make a data folder for " + product + ".", e);
        }
    }

    static Path data(Path run) {
        return run.resolve("data");
    }

    Path errorLogFile() {
        return path.resolve("error.log");
    }

    String errorLog() {
        try {
            // Whatever the server writes, it is read: no byte is malformed in this charset.
            return Files.readString(errorLogFile(), StandardCharsets.ISO_8859_1);
        } catch (NoSuchFileException e) {
            return "";
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    void forgetErrorLog() {
        try {
            Files.deleteIfExists(errorLogFile());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    void delete() {
        Folders.delete(path);
    }
}
