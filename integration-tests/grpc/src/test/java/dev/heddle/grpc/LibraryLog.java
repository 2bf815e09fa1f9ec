package dev.heddle.grpc;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.Logger;

/** What grpc-java logs by one of its loggers until this is closed. */
final class LibraryLog extends Handler implements AutoCloseable {
    private final Logger logger;
    private final List<LogRecord> records = new CopyOnWriteArrayList<>();

    LibraryLog(String name) {
        logger = Logger.getLogger(name);
        logger.addHandler(this);
    }

    /** The exceptions that were logged; where the library starts a call itself it wraps what comes out. */
    List<Throwable> thrown() {
        return records.stream()
                .map(LogRecord::getThrown)
                .map(thrown -> thrown.getCause() == null ? thrown : thrown.getCause())
                .toList();
    }

    List<String> messages() {
        return records.stream().map(LogRecord::getMessage).toList();
    }

    @Override
    public void publish(LogRecord entry) {
        records.add(entry);
    }

    @Override
    public void flush() {}

    @Override
    public void close() {
        logger.removeHandler(this);
    }
}
