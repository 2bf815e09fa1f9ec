package dev.heddle.agent.call.temporal;

import io.temporal.workflow.Workflow;
import java.text.MessageFormat;
import java.util.ResourceBundle;
import org.slf4j.Logger;

/** Writes to the application's SLF4J, and nothing while the workflow replays. */
record WorkflowLogger(String name, WorkflowCaller caller) implements System.Logger {
    @Override
    public String getName() {
        return name;
    }

    @Override
    public boolean isLoggable(Level level) {
        Logger logger = Workflow.getLogger(name);
        return !caller.replaying()
                && switch (level) {
                    case OFF -> false;
                    case ALL, TRACE -> logger.isTraceEnabled();
                    case DEBUG -> logger.isDebugEnabled();
                    case INFO -> logger.isInfoEnabled();
                    case WARNING -> logger.isWarnEnabled();
                    case ERROR -> logger.isErrorEnabled();
                };
    }

    @Override
    public void log(Level level, ResourceBundle bundle, String message, Throwable thrown) {
        if (!isLoggable(level)) {
            return;
        }
        Logger logger = Workflow.getLogger(name);
        switch (level) {
            case OFF -> {}
            case ALL, TRACE -> logger.trace(message, thrown);
            case DEBUG -> logger.debug(message, thrown);
            case INFO -> logger.info(message, thrown);
            case WARNING -> logger.warn(message, thrown);
            case ERROR -> logger.error(message, thrown);
        }
    }

    @Override
    public void log(Level level, ResourceBundle bundle, String format, Object... parameters) {
        if (isLoggable(level)) {
            String message =
                    parameters == null || parameters.length == 0 ? format : MessageFormat.format(format, parameters);
            log(level, bundle, message, (Throwable) null);
        }
    }
}
