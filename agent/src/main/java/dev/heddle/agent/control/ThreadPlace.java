package dev.heddle.agent.control;

/** Says where a thread is, in one line. */
final class ThreadPlace {
    private ThreadPlace() {}

    /** Its state, and where in the code it is: in the JDK, and in what has called the JDK. */
    static String of(Thread thread) {
        StringBuilder text = new StringBuilder("in state ").append(thread.getState());
        StackTraceElement[] stack = thread.getStackTrace();
        for (int i = 0; i < stack.length; i++) {
            boolean ofJdk =
                    stack[i].getModuleName() != null && stack[i].getModuleName().startsWith("java.");
            if (i == 0 || !ofJdk) {
                text.append(" at ").append(stack[i].getClassName()).append('.').append(stack[i].getMethodName());
                text.append('(').append(line(stack[i])).append(')');
            }
            if (!ofJdk) {
                break;
            }
        }
        return text.toString();
    }

    /** Without what an obfuscator has taken away. */
    private static String line(StackTraceElement frame) {
        String file = frame.getFileName() == null ? "Unknown Source" : frame.getFileName();
        return frame.getLineNumber() > 0 ? file + ':' + frame.getLineNumber() : file;
    }
}
