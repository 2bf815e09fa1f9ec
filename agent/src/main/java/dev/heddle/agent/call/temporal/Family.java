package dev.heddle.agent.call.temporal;

import java.util.EnumMap;
import java.util.Map;

/**
 * The adapters of one application: a prototype for each surface on which somebody wants an operation, there or on a
 * surface that is reached through it. Filled when the library builds its chains, read by every call.
 */
public final class Family {
    private final Map<Surface, Adapter> prototypes = new EnumMap<>(Surface.class);
    private final SdkRuntime runtime;

    /** An empty family. */
    public Family(SdkRuntime runtime) {
        this.runtime = runtime;
    }

    /** Adds a prototype, before the first call. */
    public void add(Surface surface, Adapter prototype) {
        prototypes.put(surface, prototype);
    }

    /** The prototype of a surface, or {@code null} if nobody wants anything of it. */
    public Adapter prototype(Surface surface) {
        return prototypes.get(surface);
    }

    /** What calls need of this SDK version. */
    public SdkRuntime runtime() {
        return runtime;
    }
}
