package dev.heddle.extension.determinism.explain;

import java.lang.StackWalker.StackFrame;

/** How a line of code is named: without its number where the class file has none, as obfuscators leave it. */
public final class CodeLine {
    private CodeLine() {}

    /** Of what runs now. */
    public static String of(StackFrame frame) {
        return of(frame.getClassName(), frame.getMethodName(), frame.getLineNumber());
    }

    /** Of what a stack trace has. */
    static String of(StackTraceElement frame) {
        return of(frame.getClassName(), frame.getMethodName(), frame.getLineNumber());
    }

    /** @param line below 1 if it is not known */
    public static String of(String className, String methodName, int line) {
        return className + '.' + methodName + (line > 0 ? ":" + line : "");
    }
}
