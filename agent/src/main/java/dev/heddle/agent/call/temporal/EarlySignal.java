package dev.heddle.agent.call.temporal;

import io.temporal.common.converter.EncodedValues;
import io.temporal.common.interceptors.WorkflowInboundCallsInterceptor.SignalInput;
import io.temporal.workflow.DynamicSignalHandler;
import java.util.function.Consumer;

/**
 * Stands in front of a handler of any signal for one that came before the workflow registered it: the SDK hands these to
 * the handler on the thread that registers it, past its own chain.
 */
public final class EarlySignal extends Adapter implements DynamicSignalHandler, Consumer<Object> {
    private final SdkMethod method;
    private final DynamicSignalHandler handler;
    private final Inputs inputs;
    private Object data;

    /** Makes what a signal would have reached its chain with. */
    @FunctionalInterface
    public interface Inputs {
        /** The input of {@code handleSignal}, of what the SDK has kept of the signal. */
        Object of(Object data, String name, EncodedValues arguments);
    }

    private EarlySignal(
            Adapters adapters, WorkflowCaller caller, SdkMethod method, DynamicSignalHandler handler, Inputs inputs) {
        super(adapters, caller, null);
        this.method = method;
        this.handler = handler;
        this.inputs = inputs;
    }

    /** What the next early signal of the workflow at hand goes to, if somebody wants signals; else the handler itself. */
    public static Object expect(Adapters adapters, Object handler, Inputs inputs) {
        Adapter inbound = adapters.prototype(SdkInterface.WORKFLOW_INBOUND);
        SdkMethod method = inbound == null ? null : inbound.wanted("handleSignal");
        WorkflowCaller caller =
                method == null ? null : adapters.runtime().workflow().get();
        if (caller == null) {
            return handler;
        }
        EarlySignal signal = new EarlySignal(adapters, caller, method, (DynamicSignalHandler) handler, inputs);
        caller.expect(signal);
        return signal;
    }

    /** Tells the expected signal what the SDK has kept of it, if one is expected. */
    public static void bring(Adapters adapters, Object data) {
        WorkflowCaller caller = adapters.runtime().workflow().get();
        if (caller != null) {
            caller.bring(data);
        }
    }

    @Override
    public void accept(Object kept) {
        data = kept;
    }

    @Override
    public void handle(String name, EncodedValues arguments) {
        try {
            call(method, inputs.of(data, name, arguments));
        } catch (Throwable outcome) {
            throw EarlySignal.<RuntimeException>asItIs(outcome);
        }
    }

    @Override
    protected Object invoke(int index, Object source) {
        SignalInput input = (SignalInput) source;
        handler.handle(input.getSignalName(), (EncodedValues) input.getArguments()[0]);
        return null;
    }

    @Override
    public Adapter inFrontOf(Object target, Caller ofTarget) {
        throw new IllegalStateException("a signal is no interface of the SDK");
    }

    @SuppressWarnings("unchecked")
    private static <T extends Throwable> T asItIs(Throwable outcome) throws T {
        throw (T) outcome;
    }
}
