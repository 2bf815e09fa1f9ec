package dev.heddle.agent.call.temporal;

/** A client of one namespace. */
public final class ClientScope extends Scope {
    private final Object namespace;

    /** The client that was made with these options. */
    public ClientScope(Shape shape, Object options) {
        this.namespace = shape.read(Property.NAMESPACE, options);
    }

    @Override
    Scope inner(Surface surface, Object known) {
        return this;
    }

    @Override
    InterceptedCall call(Adapter adapter, SdkMethod method, Object source) {
        return new InterceptedClientCall(adapter, method, source);
    }

    @Override
    Object read(Property property) {
        return property == Property.NAMESPACE ? namespace : null;
    }
}
