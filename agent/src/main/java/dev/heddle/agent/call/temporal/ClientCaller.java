package dev.heddle.agent.call.temporal;

/** A client of one namespace. */
public final class ClientCaller extends Caller {
    private final Object namespace;

    /** The client that was made with these options. */
    public ClientCaller(Accessors accessors, Object options) {
        this.namespace = accessors.read(Property.NAMESPACE, options);
    }

    @Override
    Caller inner(SdkInterface sdkInterface, Object known) {
        return this;
    }

    @Override
    Object read(Property property) {
        return property == Property.NAMESPACE ? namespace : null;
    }
}
