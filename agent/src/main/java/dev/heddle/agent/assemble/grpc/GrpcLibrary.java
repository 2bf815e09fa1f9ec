package dev.heddle.agent.assemble.grpc;

import dev.heddle.agent.assemble.Chains;
import dev.heddle.agent.assemble.Library;
import dev.heddle.agent.call.OwnFrames;
import dev.heddle.agent.call.grpc.InterceptedMethods;
import dev.heddle.agent.call.grpc.client.ClientAdapter;
import dev.heddle.agent.call.grpc.server.ServerAdapter;
import dev.heddle.api.Category;
import io.grpc.Channel;
import io.grpc.Server;
import io.grpc.ServerCallHandler;
import io.grpc.ServerInterceptor;
import io.grpc.ServerServiceDefinition;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The grpc-java of one application. Puts an adapter at the end of the interceptors of each channel and server, which is
 * the outermost place.
 */
public final class GrpcLibrary implements Library {
    private final Chains chains;
    private final GrpcObjects made;
    private final GrpcDropIns dropIns;
    /** The threads that tell the application how a call of its has ended. */
    private final Set<Thread> telling = ConcurrentHashMap.newKeySet();

    private volatile ExistingObjects existing;
    /** Most applications have none. */
    private OtherGrpc others;

    /** Called by the assembling room. */
    public GrpcLibrary(Chains chains, ClassLoader application) {
        this.chains = chains;
        this.made = new GrpcObjects(chains);
        this.dropIns = new GrpcDropIns(chains);
    }

    @Override
    public void expectExisting() {
        if (existing == null) {
            existing = new ExistingObjects();
        }
    }

    /** Makes an adapter where one is needed, for many an application has no server and need not load what serves one. */
    @Override
    public Object extend(String point, Object owner, Object value) {
        return switch (point.substring(point.indexOf('/') + 1)) {
            case "channel" -> ofClient(owner, (List<?>) value);
            case "server" -> ofServer(owner, (ServerInterceptor[]) value);
            case "started" -> {
                Server server = (Server) value;
                chains.serverStarted(StartedServer.of(server), StartedServer.namesAll(server));
                yield value;
            }
            case "failure" -> ofFailure((Throwable) value);
            case "service" -> others().ofService((ServerServiceDefinition) value);
            case "handler" -> others().ofHandler((ServerCallHandler<?, ?>) value);
            case "options" -> others().ofOption(value);
            case "call" -> others().ofCall((Object[]) owner);
            case "stream-tracers" -> dropIns.tracers((List<?>) value);
            case "existing/channel" ->
                existing == null
                        ? value
                        : existing.ofChannel(
                                owner,
                                (Channel) value,
                                channel -> new ClientAdapter(methods(Category.GRPC_CLIENT, channel)));
            case "existing/server" ->
                existing == null
                        ? value
                        : existing.ofServer(
                                owner,
                                (ServerInterceptor[]) value,
                                server -> new ServerAdapter(methods(Category.GRPC_SERVER, server)));
            case "begin/channel" -> made.begin(Category.GRPC_CLIENT);
            case "made/channel" -> made.check(Category.GRPC_CLIENT, value);
            case "begin/server" -> made.begin(Category.GRPC_SERVER);
            case "made/server" -> made.check(Category.GRPC_SERVER, value);
            default -> throw new IllegalArgumentException(point);
        };
    }

    /** An exception that the library has made of a status: without our frames, if the application is being told an end. */
    private Throwable ofFailure(Throwable failure) {
        if (telling.contains(Thread.currentThread())) {
            OwnFrames.remove(failure);
        }
        return failure;
    }

    private synchronized OtherGrpc others() {
        if (others == null) {
            others = new OtherGrpc(this);
        }
        return others;
    }

    ServerInterceptor[] ofServer(Object owner, ServerInterceptor[] interceptors) {
        if (ExistingObjects.contain(interceptors)) {
            return interceptors;
        }
        ServerInterceptor[] others = dropIns.ofServer(interceptors);
        ServerInterceptor[] extended = Arrays.copyOf(others, others.length + 1, ServerInterceptor[].class);
        extended[others.length] = new ServerAdapter(methods(Category.GRPC_SERVER, owner));
        made.extended(Category.GRPC_SERVER);
        return extended;
    }

    List<?> ofClient(Object owner, List<?> interceptors) {
        List<Object> extended = new ArrayList<>();
        for (Object interceptor : interceptors) {
            if (!(interceptor instanceof ClientAdapter)) {
                extended.add(interceptor);
            }
        }
        dropIns.addToClient(extended);
        extended.add(new ClientAdapter(methods(Category.GRPC_CLIENT, owner)));
        made.extended(Category.GRPC_CLIENT);
        return extended;
    }

    private InterceptedMethods methods(Category category, Object owner) {
        InterceptedMethods methods = new InterceptedMethods(category, chains::of, LibraryExecutor.of(owner), telling);
        chains.onChange(methods);
        return methods;
    }
}
