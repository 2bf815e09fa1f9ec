package dev.heddle.agent.settings;

import dev.heddle.agent.log.AgentLog;
import java.text.MessageFormat;
import java.util.ResourceBundle;
import java.util.function.BooleanSupplier;
import org.slf4j.Logger;

/**
 * What an extension has to say, in the agent's log under its name.
 *
 * @param replaying whether the thread at hand is a workflow's that replays: what it says then it has said before
 */
record ExtensionLogger(String extension, BooleanSupplier replaying) implements System.Logger {
    private static final Logger LOG = AgentLog.get();

    @Override
    public String getName() {
        return extension;
    }

    @Override
    public boolean isLoggable(Level level) {
        boolean enabled = switch (level) {
            case OFF -> false;
            case ALL, TRACE -> LOG.isTraceEnabled();
            case DEBUG -> LOG.isDebugEnabled();
            case INFO -> LOG.isInfoEnabled();
            case WARNING -> LOG.isWarnEnabled();
            case ERROR -> LOG.isErrorEnabled();
        };
        return enabled && !replaying.getAsBoolean();
    }

    @Override
    public void log(Level level, ResourceBundle bundle, String message, Throwable thrown) {
        if (!isLoggable(level)) {
            return;
        }
        String line = "extension " + extension + ": " + message;
        switch (level) {
            case OFF -> {}
            case ALL, TRACE -> LOG.trace(line, thrown);
            case DEBUG -> LOG.debug(line, thrown);
            case INFO -> LOG.info(line, thrown);
            case WARNING -> LOG.warn(line, thrown);
            case ERROR -> LOG.error(line, thrown);
        }
    }

    @Override
    public void log(Level level, ResourceBundle bundle, String format, Object... parameters) {
        if (isLoggable(level)) {
            boolean plain = parameters == null || parameters.length == 0;
            log(level, bundle, plain ? format : MessageFormat.format(format, parameters), (Throwable) null);
        }
    }
}
