package dev.heddle.agent.call;

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
 *   Temporal                                              gRPC
 *   ---------------------------------------------------   -----------------------------------------------------
 *   the library and the application, where it was thrown  the library and the application, where it was thrown
 *   Adapter$X.arrive3, ProceedingCall.proceed             ServerInterception.begin, GrpcCallView.proceed
 *   the interceptor                                       the interceptor
 *   CallView.run, Adapter.call, Adapter$X.execute         InterceptorTurn.enter, ServerAdapter.interceptCall
 *   the library                                           the library
 * </pre>
 *
 * <p>What lies between the innermost and the outermost of them goes; the outermost is known by its name, for it is a
 * method that the library, the application or an executor calls ({@link #isEntry}). Of gRPC a call passes several such,
 * one in each layer, and between two there is nothing else.
 */
public final class OwnFrames {
    private static final String AGENT = "dev.heddle.agent.";
    private static final String ADAPTER = "dev.heddle.agent.call.temporal.Adapter$";
    private static final String CALL = "dev.heddle.agent.call.temporal.Intercepted";
    private static final Set<String> PASS = Set.of(
            "dev.heddle.agent.call.AbstractCall",
            "dev.heddle.agent.call.CallView",
            "dev.heddle.agent.call.ProceedingCall");
    private static final String HOOK = "dev.heddle.agent.bootstrap.Hook";
    private static final String SIGNAL = "dev.heddle.agent.call.temporal.EarlySignal";

    private static final String GRPC = "dev.heddle.agent.call.grpc.";
    private static final String CLIENT = "dev.heddle.agent.call.grpc.client.";
    private static final String SERVER = "dev.heddle.agent.call.grpc.server.";
    /** What runs on an executor of the library's, with nothing of a chain above it. */
    private static final Set<String> ON_EXECUTORS = Set.of(
            CLIENT + "AnsweredClientCall", CLIENT + "WaitLimit", CLIENT + "HeldEnd.deliver", SERVER + "LateHandler");
    /** The methods of the library's types that the layers of a call have. */
    private static final Set<String> OF_LAYERS = Set.of(
            "interceptCall",
            "start",
            "sendHeaders",
            "sendMessage",
            "halfClose",
            "request",
            "cancel",
            "close",
            "setCompression",
            "setMessageCompression",
            "onHeaders",
            "onMessage",
            "onHalfClose",
            "onReady",
            "onCancel",
            "onComplete",
            "onClose");
    /** The library's frame that calls an adapter, which is there because the adapter is. */
    private static final String[] CALLERS = {
        ".ServerInterceptors$InterceptCallHandler", ".ClientInterceptors$InterceptorChannel"
    };

    private static final int MOST = 32;

    private OwnFrames() {}

    /** Cleans an exception, its causes, and what they suppress. */
    public static void remove(Throwable passing) {
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
        boolean belowAdapter = false;
        for (StackTraceElement frame : frames) {
            String type = frame.getClassName();
            boolean ofAdapter = belowAdapter && callsAdapters(type);
            belowAdapter = false;
            if (isOfChain(type)) {
                inChain = !isEntry(type, frame.getMethodName());
                belowAdapter = frame.getMethodName().equals("interceptCall");
            } else if (!inChain && !ofAdapter && !type.startsWith(AGENT)) {
                rest.add(frame);
            }
        }
        return rest.toArray(new StackTraceElement[0]);
    }

    /** Whether what lies below is the chain's too, until the library has called it; functions that are wrapped are not. */
    private static boolean isOfChain(String type) {
        return type.startsWith(GRPC)
                || type.startsWith(ADAPTER)
                || type.startsWith(CALL)
                || PASS.contains(type)
                || type.equals(HOOK)
                || type.equals(SIGNAL);
    }

    /** Whether it is where the library calls Heddle, below which there is none of it. */
    private static boolean isEntry(String type, String method) {
        if (type.startsWith(GRPC)) {
            // What interceptors call has some of these names too, and lies in the package above the sides'.
            return (type.startsWith(CLIENT) || type.startsWith(SERVER))
                    && (OF_LAYERS.contains(method)
                            || ON_EXECUTORS.contains(type)
                            || ON_EXECUTORS.contains(type + '.' + method));
        }
        return type.startsWith(ADAPTER) && !method.startsWith("arrive") && !method.equals("invoke")
                || type.equals(SIGNAL) && method.equals("handle")
                || type.equals(HOOK);
    }

    private static boolean callsAdapters(String type) {
        return type.endsWith(CALLERS[0]) || type.endsWith(CALLERS[1]);
    }
}
