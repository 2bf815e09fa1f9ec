package dev.heddle.agent.assemble.extension;

import java.lang.reflect.InvocationTargetException;
import java.util.ServiceConfigurationError;
import java.util.stream.Stream;

/** Says in one line why an extension cannot be used, and what to do about it. */
final class FailureReason {
    private FailureReason() {}

    /** The cause and the remedy of what an extension's code or its loader has thrown. */
    static String of(Throwable thrown, ClassLoader extension) {
        Throwable cause = thrown;
        while (cause.getCause() != null && isWrapper(cause)) {
            cause = cause.getCause();
        }
        if (cause instanceof UnsupportedClassVersionError) {
            int java = Runtime.version().feature();
            return "its class " + cause.getMessage().split(" ")[0].replace('/', '.')
                    + " was compiled for a newer Java than this one, " + java + "; compile it for Java " + java
                    + ", or run the application with the newer one";
        }
        if (cause instanceof NoClassDefFoundError missing && isClassName(missing.getMessage())) {
            return "it needs the class " + missing.getMessage().replace('/', '.')
                    + ", which neither its JAR nor the application has; bundle that library in the JAR";
        }
        return cause + place(cause, extension) + "; correct it or remove the JAR";
    }

    private static boolean isWrapper(Throwable thrown) {
        return thrown instanceof InvocationTargetException
                || thrown instanceof ServiceConfigurationError
                || thrown instanceof ExceptionInInitializerError;
    }

    private static boolean isClassName(String message) {
        return message != null && message.indexOf(' ') < 0;
    }

    /** Where in the extension's own code it was thrown. */
    private static String place(Throwable cause, ClassLoader extension) {
        return Stream.of(cause.getStackTrace())
                .filter(frame ->
                        extension.getName() != null && extension.getName().equals(frame.getClassLoaderName()))
                .findFirst()
                .map(frame -> " at " + frame.getClassName() + '.' + frame.getMethodName() + '(' + frame.getFileName()
                        + ':' + frame.getLineNumber() + ')')
                .orElse("");
    }
}
