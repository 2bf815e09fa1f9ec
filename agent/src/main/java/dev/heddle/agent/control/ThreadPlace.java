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
                text.append('(')
                        .append(stack[i].getFileName())
                        .append(':')
                        .append(stack[i].getLineNumber())
                        .append(')');
            }
            if (!ofJdk) {
                break;
            }
        }
        return text.toString();
    }
}
