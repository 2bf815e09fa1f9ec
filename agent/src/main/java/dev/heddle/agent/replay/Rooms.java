package dev.heddle.agent.replay;

import dev.heddle.agent.assemble.LibraryKind;
import dev.heddle.agent.bootstrap.AgentLoader;
import java.util.HashMap;
import java.util.Map;

/** Makes what is linked to the application's own libraries, once for each of these. Thread-safe. */
final class Rooms {
    private static final String GRPC = "dev.heddle.agent.replay.grpc.ServerStandIn";
    private static final String TEMPORAL = "dev.heddle.agent.replay.temporal.TemporalReplay";

    private final AgentLoader loader;
    private final ServerCalls calls;
    private final Map<ClassLoader, SdkReplay> sdks = new HashMap<>();
    private volatile boolean haveStandIn;

    Rooms(AgentLoader loader, ServerCalls calls) {
        this.loader = loader;
        this.calls = calls;
    }

    /** What answers on a channel in the server's place. */
    Object standIn(String point, ClassLoader application) throws ReflectiveOperationException {
        Object standIn =
                load(point, application, GRPC).getConstructor(ServerCalls.class).newInstance(calls);
        haveStandIn = true;
        return standIn;
    }

    boolean isStandIn(Object interceptor) {
        return interceptor.getClass().getName().equals(GRPC);
    }

    /** Whether there is a channel that somebody stands in for. */
    boolean haveStandIn() {
        return haveStandIn;
    }

    /** The SDK of an application. */
    synchronized SdkReplay sdk(String point, ClassLoader application) throws ReflectiveOperationException {
        SdkReplay sdk = sdks.get(application);
        if (sdk == null) {
            sdk = (SdkReplay) load(point, application, TEMPORAL)
                    .getConstructor(ClassLoader.class)
                    .newInstance(application);
            sdks.put(application, sdk);
        }
        return sdk;
    }

    private Class<?> load(String point, ClassLoader application, String name) throws ClassNotFoundException {
        LibraryKind kind = LibraryKind.of(point, application);
        return loader.between(kind.folder(), application, kind.relocation()).loadClass(name);
    }
}
