package dev.heddle.testing.fake;

import java.text.MessageFormat;
import java.util.List;
import java.util.ResourceBundle;
import java.util.concurrent.CopyOnWriteArrayList;

/** Keeps what is logged. */
record FakeLogger(String name, List<String> lines) implements System.Logger {
    FakeLogger(String name) {
        this(name, new CopyOnWriteArrayList<>());
    }

    @Override
    public String getName() {
        return name;
    }

    @Override
    public boolean isLoggable(Level level) {
        return true;
    }

    @Override
    public void log(Level level, ResourceBundle bundle, String message, Throwable thrown) {
        lines.add(level + ": " + message + (thrown == null ? "" : " (" + thrown + ')'));
    }

    @Override
    public void log(Level level, ResourceBundle bundle, String format, Object... parameters) {
        boolean plain = parameters == null || parameters.length == 0;
        log(level, bundle, plain ? format : MessageFormat.format(format, parameters), (Throwable) null);
    }
}
