package dev.heddle.agent.call.temporal;

import dev.heddle.agent.call.Attributes;

/**
 * Who is calling: a client, a worker, one workflow in the cache, one activity execution, one Nexus operation. Made where
 * the SDK makes these, never per call, and knows nothing of its calls.
 */
public abstract class Caller {
    private Attributes attributes;

    /** What interceptors keep with this caller. */
    final synchronized Attributes attributes() {
        if (attributes == null) {
            attributes = new Attributes();
        }
        return attributes;
    }

    /** The caller of an object that is reached from here, of which something is known: the object itself or more. */
    abstract Caller inner(SdkInterface sdkInterface, Object known);

    /** Says whether an interceptor is at work, and so a call in its own name rather than the application's. */
    boolean intercepting() {
        return false;
    }

    /** A property of the caller, or {@code null}. */
    abstract Object read(Property property);
}
