package dev.heddle.agent.call.temporal;

import java.util.EnumMap;
import java.util.Map;

/**
 * The adapters of one application: a prototype for each sdkInterface on which somebody wants an operation, there or on a
 * sdkInterface that is reached through it. Filled when the library builds its chains, read by every call.
 */
public final class Adapters {
    private final Map<SdkInterface, Adapter> prototypes = new EnumMap<>(SdkInterface.class);
    private final SdkRuntime runtime;

    /** An empty adapters. */
    public Adapters(SdkRuntime runtime) {
        this.runtime = runtime;
    }

    /** Adds a prototype, before the first call of what it will stand in front of. */
    public void add(SdkInterface sdkInterface, Adapter prototype) {
        prototypes.put(sdkInterface, prototype);
    }

    /** The prototype of a sdkInterface, or {@code null} if nobody wants anything of it. */
    public Adapter prototype(SdkInterface sdkInterface) {
        return prototypes.get(sdkInterface);
    }

    /** How many prototypes there are. */
    public int size() {
        return prototypes.size();
    }

    /** What calls need of this SDK version. */
    public SdkRuntime runtime() {
        return runtime;
    }
}
