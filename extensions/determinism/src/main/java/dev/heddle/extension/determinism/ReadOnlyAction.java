package dev.heddle.extension.determinism;

import dev.heddle.api.CodeSite;

/**
 * What code has asked for that must not: the SDK, from 1.22 on, throws then. Its type is none of its public ones.
 *
 * @param name what it asked for, in the SDK's words
 * @param site the line of the application
 */
record ReadOnlyAction(String name, CodeSite site) {
    private static final String TYPE = "io.temporal.internal.sync.ReadOnlyException";

    /** What is behind an exception, or {@code null} if that is another. */
    static ReadOnlyAction in(Throwable thrown, OwnFields fields) {
        for (Throwable each = thrown; each != null; each = each.getCause()) {
            if (each.getClass().getName().equals(TYPE)) {
                String message = String.valueOf(each.getMessage());
                String name = message.substring(message.lastIndexOf(": ") + 1).strip();
                return new ReadOnlyAction(name, site(name, each, fields));
            }
        }
        return null;
    }

    private static CodeSite site(String name, Throwable thrown, OwnFields fields) {
        for (StackTraceElement frame : thrown.getStackTrace()) {
            if (fields.isOwn(frame.getClassName())) {
                return new CodeSite(
                        frame.getClassName(),
                        frame.getMethodName(),
                        Math.max(0, frame.getLineNumber()),
                        "io.temporal.workflow.Workflow",
                        name,
                        "()V");
            }
        }
        return new CodeSite("", "", 0, "io.temporal.workflow.Workflow", name, "()V");
    }
}
