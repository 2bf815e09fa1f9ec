package dev.heddle.agent.call.temporal;

/**
 * What stands in front of the SDK's object on one {@link Surface}. The generated subclass implements the surface's
 * interface: an operation that nobody wants goes straight on, another one enters its chain, and a method that hands out
 * or takes in an object of another surface puts an adapter in front of that one too.
 */
public abstract class Adapter {
    /** The source of a method without parameters. Read by generated code. */
    protected static final Object[] NO_PARAMETERS = {};

    private final Family family;
    private final Scope scope;
    /** By the interface's methods; {@code null} where nobody wants the operation. Read by generated code. */
    protected final SdkMethod[] methods;

    /** Called by generated code. */
    protected Adapter(Family family, Scope scope, SdkMethod[] methods) {
        this.family = family;
        this.scope = scope;
        this.methods = methods;
    }

    /** An adapter like this one in front of another object. */
    public abstract Adapter inFrontOf(Object target, Scope ofTarget);

    /** Goes on to the SDK: the method with that index, with the input, the one parameter, or several in an array. */
    protected abstract Object invoke(int method, Object source) throws Throwable;

    /** The family this belongs to: all adapters of one application. */
    public final Family family() {
        return family;
    }

    /** Who is calling. */
    public final Scope scope() {
        return scope;
    }

    /** Sends a call through its chain. Called by generated code. */
    protected final Object call(SdkMethod method, Object source) throws Throwable {
        return scope.intercepting()
                ? invoke(method.index(), source)
                : scope.call(this, method, source).run();
    }

    /** Puts an adapter in front of an object of another surface. Called by generated code. */
    protected final Object wrap(Object target, Surface surface) {
        return wrap(target, surface, target);
    }

    /**
     * Puts an adapter in front of an object of which the SDK says something. Called by generated code. The scope hears
     * of the object even if nobody wants its calls: there may be what tells who is calling.
     */
    protected final Object wrap(Object target, Surface surface, Object known) {
        if (target == null) {
            return null;
        }
        Scope inner = scope.inner(surface, known);
        Adapter prototype = family.prototype(surface);
        return prototype == null ? target : prototype.inFrontOf(target, inner);
    }

    /** Marks a function that the workflow must not change in. Called by generated code. */
    protected final Object readOnly(Object function) {
        return scope instanceof WorkflowScope workflow ? ReadOnlyFunction.of(workflow, function) : function;
    }
}
