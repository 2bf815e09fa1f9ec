package dev.heddle.agent.assemble.grpc;

import dev.heddle.agent.assemble.Chains;
import dev.heddle.agent.assemble.Library;
import dev.heddle.agent.call.Chain;
import dev.heddle.agent.call.grpc.ClientAdapter;
import dev.heddle.agent.call.grpc.Routes;
import dev.heddle.agent.call.grpc.ServerAdapter;
import dev.heddle.api.Category;
import dev.heddle.api.Operation;
import io.grpc.ServerInterceptor;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;

/**
 * The grpc-java of one application. Puts an adapter at the end of the interceptors of each channel and server, which is
 * the outermost place.
 */
public final class GrpcLibrary implements Library {
    private final Routes client;
    private final Routes server;

    /** Called by the assembling room. */
    public GrpcLibrary(Chains chains, ClassLoader application) {
        Function<Operation, Chain> chainOf = chains::of;
        this.client = new Routes(Category.GRPC_CLIENT, chainOf);
        this.server = new Routes(Category.GRPC_SERVER, chainOf);
    }

    /** Makes an adapter where one is needed, for many an application has no server and need not load what serves one. */
    @Override
    public Object extend(String point, Object owner, Object value) {
        return switch (point.substring(point.indexOf('/') + 1)) {
            case "channel" -> ofClient((List<?>) value);
            case "server" -> ofServer((ServerInterceptor[]) value);
            default -> throw new IllegalArgumentException(point);
        };
    }

    private ServerInterceptor[] ofServer(ServerInterceptor[] interceptors) {
        for (ServerInterceptor interceptor : interceptors) {
            if (interceptor instanceof ServerAdapter) {
                return interceptors;
            }
        }
        ServerInterceptor[] extended = Arrays.copyOf(interceptors, interceptors.length + 1);
        extended[interceptors.length] = new ServerAdapter(server);
        return extended;
    }

    private List<?> ofClient(List<?> interceptors) {
        List<Object> extended = new ArrayList<>();
        for (Object interceptor : interceptors) {
            if (!(interceptor instanceof ClientAdapter)) {
                extended.add(interceptor);
            }
        }
        extended.add(new ClientAdapter(client));
        return extended;
    }
}
