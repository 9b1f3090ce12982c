package dev.tenure.it;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;

/** What a logger, and those below it, are told until this is closed. */
final class LogLines extends Handler implements AutoCloseable {

    private final Logger logger;
    private final List<LogRecord> lines = new CopyOnWriteArrayList<>();

    private LogLines(Logger logger) {
        this.logger = logger;
    }

    static LogLines of(String logger) {
        var lines = new LogLines(Logger.getLogger(logger));
        lines.logger.addHandler(lines);
        return lines;
    }

    List<String> messages() {
        return lines.stream().map(line -> String.valueOf(line.getMessage())).toList();
    }

    List<String> warnings() {
        return lines.stream()
                .filter(line -> line.getLevel().equals(Level.WARNING))
                .map(LogRecord::getMessage)
                .toList();
    }

    @Override
    public void publish(LogRecord line) {
        lines.add(line);
    }

    @Override
    public void flush() {}

    @Override
    public void close() {
        logger.removeHandler(this);
    }
}
