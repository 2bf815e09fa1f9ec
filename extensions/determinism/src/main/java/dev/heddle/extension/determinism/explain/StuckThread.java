package dev.heddle.extension.determinism.explain;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadInfo;
import java.lang.reflect.Field;
import java.util.function.Predicate;

/**
 * What a workflow's thread did when the SDK's deadlock detector tripped: texts alone, for the thread goes on. Asked of the
 * thread itself, which knows what it waits for and who has that; the SDK's text has the stack alone.
 *
 * @param about the identity of the exception that told of it
 * @param line the application's line that it was at, or {@code null}
 * @param top what it was in
 * @param state what it did, in words
 * @param stack its frames, on a line each
 */
record StuckThread(int about, String line, String top, String state, String stack) {
    private static final int FRAMES = 15;

    /** The one that an exception of the detector's is about. */
    static StuckThread of(Throwable detected, Predicate<String> own) {
        Thread thread = thread(detected);
        // The first versions give the exception the stack of the thread.
        StackTraceElement[] stack = thread == null ? detected.getStackTrace() : thread.getStackTrace();
        String line = null;
        StringBuilder frames = new StringBuilder();
        for (int i = 0; i < stack.length; i++) {
            boolean application = own.test(stack[i].getClassName());
            if (line == null && application) {
                line = CodeLine.of(stack[i]);
            }
            if ((i < FRAMES || application) && !stack[i].getClassName().startsWith("dev.heddle.agent.")) {
                frames.append("\n           ").append(CodeLine.of(stack[i]));
            }
        }
        String top = stack.length == 0 ? null : stack[0].getClassName() + '.' + stack[0].getMethodName();
        return new StuckThread(
                System.identityHashCode(detected),
                line,
                top,
                thread == null ? "ran" : state(thread),
                frames.toString());
    }

    /** By its fields and not by its methods, for one of these has brought us here. */
    private static Thread thread(Throwable detected) {
        try {
            Object context = read(detected, "workflowThreadContext");
            return (Thread) read(context, "currentThread");
        } catch (ReflectiveOperationException | RuntimeException anotherVersion) {
            return null;
        }
    }

    private static Object read(Object holder, String name) throws ReflectiveOperationException {
        Field field = holder.getClass().getDeclaredField(name);
        field.setAccessible(true);
        return field.get(holder);
    }

    private static String state(Thread thread) {
        ThreadInfo info = ManagementFactory.getThreadMXBean().getThreadInfo(thread.getId());
        if (info == null) {
            return String.valueOf(thread.getState());
        }
        String waits = info.getLockName() == null ? "" : " for " + info.getLockName();
        String owner = info.getLockOwnerName() == null ? "" : ", which thread " + info.getLockOwnerName() + " holds";
        return info.getThreadState() == Thread.State.RUNNABLE ? "ran" : "waited" + waits + owner;
    }
}
