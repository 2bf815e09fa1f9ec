package dev.heddle.agent.call.temporal;

import dev.heddle.agent.call.OwnFrames;

/**
 * What stands in front of the SDK's object on one {@link SdkInterface}. The generated subclass implements the sdkInterface's
 * interface: an operation that nobody wants goes straight on, another one enters its chain, and a method that hands out
 * or takes in an object of another sdkInterface puts an adapter in front of that one too.
 */
public abstract class Adapter extends CallTarget {
    /** The source of a method without parameters. Read by generated code. */
    protected static final Object[] NO_PARAMETERS = {};

    private final Adapters adapters;
    /** By the interface's methods; {@code null} where nobody wants the operation. Read by generated code. */
    protected final SdkMethod[] methods;

    /** Called by generated code. */
    protected Adapter(Adapters adapters, Caller caller, SdkMethod[] methods) {
        super(caller);
        this.adapters = adapters;
        this.methods = methods;
    }

    /** An adapter like this one in front of another object. */
    public abstract Adapter inFrontOf(Object target, Caller ofTarget);

    /** The adapters this belongs to: all adapters of one application. */
    public final Adapters adapters() {
        return adapters;
    }

    @Override
    final SdkRuntime runtime() {
        return adapters.runtime();
    }

    /** A method that somebody wants, or {@code null}. */
    final SdkMethod wanted(String name) {
        for (SdkMethod method : methods) {
            if (method != null && method.name().equals(name)) {
                return method;
            }
        }
        return null;
    }

    /**
     * Sends a call through its chain. Called by generated code. The call is made here, and no method of its own holds the
     * whole way, for the JVM compiles none so big into its caller: so it often sees that the call stays here, and makes
     * no object of it.
     */
    protected final Object call(SdkMethod method, Object source) throws Throwable {
        if (caller().intercepting()) {
            return invoke(method.index(), source);
        }
        InterceptedCall call = intercepted(method, source);
        call.begin();
        try {
            Object answer;
            try {
                answer = call.enter();
            } catch (Throwable thrown) {
                return call.fail(thrown);
            }
            return call.close(answer);
        } finally {
            call.end();
        }
    }

    /** A call of the kind that its caller makes. */
    private InterceptedCall intercepted(SdkMethod method, Object source) {
        Caller caller = caller();
        if (caller instanceof WorkflowCaller) {
            return new InterceptedWorkflowCall(this, method, source);
        }
        if (caller instanceof ActivityCaller) {
            return new InterceptedActivityCall(this, method, source);
        }
        if (caller instanceof ClientCaller) {
            return new InterceptedClientCall(this, method, source);
        }
        if (caller instanceof NexusCaller) {
            return new InterceptedNexusCall(this, method, source);
        }
        throw new IllegalStateException("a worker's factory has no operation " + method.name());
    }

    /** An exception on its way past the chain, without the frame of the adapter. Called by generated code. */
    protected static Throwable cleaned(Throwable thrown) {
        OwnFrames.remove(thrown);
        return thrown;
    }

    /** Puts an adapter in front of an object of another sdkInterface. Called by generated code. */
    protected final Object wrap(Object target, SdkInterface sdkInterface) {
        return wrap(target, sdkInterface, target);
    }

    /**
     * Puts an adapter in front of an object of which the SDK says something. Called by generated code. The caller hears
     * of the object even if nobody wants its calls: there may be what tells who is calling.
     */
    protected final Object wrap(Object target, SdkInterface sdkInterface, Object known) {
        if (target == null) {
            return null;
        }
        Caller inner = caller().inner(sdkInterface, known);
        Adapter prototype = adapters.prototype(sdkInterface);
        return prototype == null ? target : prototype.inFrontOf(target, inner);
    }

    /** Marks a function that the workflow must not change in. Called by generated code. */
    protected final Object readOnly(Object function) {
        return caller() instanceof WorkflowCaller workflow ? ReadOnlyFunction.of(workflow, function) : function;
    }
}
