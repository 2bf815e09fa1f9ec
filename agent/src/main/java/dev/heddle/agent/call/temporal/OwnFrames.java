package dev.heddle.agent.call.temporal;

import dev.heddle.agent.call.Rules;
import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;

/**
 * Takes the frames of Heddle, and of interceptors in it, out of the stack traces that leave it: what the application logs
 * and what a history stores is the same without the agent. From top to bottom the frames of a chain are these:
 *
 * <pre>
 *   the library and the application, where it was thrown
 *   Adapter$X.arrive3, ProceedingCall.proceed      the innermost: from here
 *   the interceptor
 *   CallView.run, Adapter.call, Adapter$X.execute      ... to here
 *   the library
 * </pre>
 */
final class OwnFrames {
    private static final String AGENT = "dev.heddle.agent.";
    private static final String ADAPTER = "dev.heddle.agent.call.temporal.Adapter$";
    private static final String CALL = "dev.heddle.agent.call.temporal.Intercepted";
    private static final Set<String> PASS = Set.of(
            "dev.heddle.agent.call.AbstractCall",
            "dev.heddle.agent.call.CallView",
            "dev.heddle.agent.call.ProceedingCall");
    private static final String HOOK = "dev.heddle.agent.bootstrap.Hook";
    private static final String SIGNAL = "dev.heddle.agent.call.temporal.EarlySignal";
    private static final int MOST = 32;

    private OwnFrames() {}

    /** Cleans an exception, its causes, and what they suppress. */
    static void remove(Throwable passing) {
        if (Rules.unwinds(passing)) {
            return;
        }
        try {
            clean(passing, Collections.newSetFromMap(new IdentityHashMap<>()));
        } catch (Throwable unwilling) {
            // An exception of the application's that fails when it is asked passes as it is.
        }
    }

    private static void clean(Throwable thrown, Set<Throwable> known) {
        if (thrown == null || known.size() >= MOST || !known.add(thrown)) {
            return;
        }
        StackTraceElement[] frames = thrown.getStackTrace();
        StackTraceElement[] rest = without(frames);
        if (rest.length < frames.length) {
            thrown.setStackTrace(rest);
        }
        clean(thrown.getCause(), known);
        for (Throwable suppressed : thrown.getSuppressed()) {
            clean(suppressed, known);
        }
    }

    static StackTraceElement[] without(StackTraceElement... frames) {
        List<StackTraceElement> rest = new ArrayList<>(frames.length);
        boolean inChain = false;
        for (StackTraceElement frame : frames) {
            String type = frame.getClassName();
            if (isOfChain(type)) {
                inChain = !isEntry(type, frame.getMethodName());
            } else if (!inChain && !type.startsWith(AGENT)) {
                rest.add(frame);
            }
        }
        return rest.toArray(new StackTraceElement[0]);
    }

    /** Whether what lies below is the chain's too, until the library has called it; functions that are wrapped are not. */
    private static boolean isOfChain(String type) {
        return type.startsWith(ADAPTER)
                || type.startsWith(CALL)
                || PASS.contains(type)
                || type.equals(HOOK)
                || type.equals(SIGNAL);
    }

    /** Whether it is where the library calls Heddle, below which there is none of it. */
    private static boolean isEntry(String type, String method) {
        return type.startsWith(ADAPTER) && !method.startsWith("arrive") && !method.equals("invoke")
                || type.equals(SIGNAL) && method.equals("handle")
                || type.equals(HOOK);
    }
}
