package dev.heddle.api;

/**
 * A key under which an extension keeps a value where later calls of the same caller find it, such as the tenant that a
 * workflow's execution has brought and its activities need:
 *
 * <pre>{@code
 * private static final Attribute<String> TENANT = Attribute.named("tenant");
 *
 * interceptors
 *         .on(WORKFLOW_INBOUND.only("execute"), call -> {
 *             call.set(TENANT, call.headers().get("tenant"));
 *             return call.proceed();
 *         })
 *         .on(WORKFLOW_OUTBOUND, call -> {
 *             call.headers().putIfWritable("tenant", call.get(TENANT));
 *             return call.proceed();
 *         });
 * }</pre>
 *
 * <p>Two attributes of one name are two keys, so that extensions do not meet. A value lives as long as its caller: the
 * workflow run in this worker's cache (its history sets it again after an eviction), the attempt of an activity, the
 * start of a Nexus operation; of a client's call and of a gRPC call it is seen by that call's interceptors alone.
 *
 * @param <T> the type of its values
 */
@SuppressWarnings("unused") // The type is for who reads and writes the values.
public final class Attribute<T> {
    private final String name;

    private Attribute(String name) {
        this.name = name;
    }

    /** A new attribute; the name is for logs. */
    public static <T> Attribute<T> named(String name) {
        return new Attribute<>(name);
    }

    /** The name. */
    @Override
    public String toString() {
        return name;
    }
}
