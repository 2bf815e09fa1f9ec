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
    private final ClientAdapter client;
    private final ServerAdapter server;

    /** Called by the assembling room. */
    public GrpcLibrary(Chains chains, ClassLoader application) {
        Function<Operation, Chain> chainOf = chains::of;
        this.client = new ClientAdapter(new Routes(Category.GRPC_CLIENT, chainOf));
        this.server = new ServerAdapter(new Routes(Category.GRPC_SERVER, chainOf));
    }

    @Override
    public Object extend(Object owner, Object value) {
        if (value instanceof ServerInterceptor[] interceptors) {
            if (Arrays.asList(interceptors).contains(server)) {
                return interceptors;
            }
            ServerInterceptor[] extended = Arrays.copyOf(interceptors, interceptors.length + 1);
            extended[interceptors.length] = server;
            return extended;
        }
        List<Object> extended = new ArrayList<>();
        for (Object interceptor : (List<?>) value) {
            if (interceptor != client) {
                extended.add(interceptor);
            }
        }
        extended.add(client);
        return extended;
    }
}
