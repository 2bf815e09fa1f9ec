package dev.heddle.agent.assemble.grpc;

import dev.heddle.agent.assemble.WeakIdentities;
import dev.heddle.agent.call.grpc.client.ClientAdapter;
import dev.heddle.agent.call.grpc.server.ServerAdapter;
import io.grpc.Channel;
import io.grpc.ClientInterceptors;
import io.grpc.ServerInterceptor;
import java.lang.reflect.Field;
import java.util.Arrays;
import java.util.Optional;
import java.util.function.Function;

/**
 * Puts an adapter in front of the calls of channels and servers that were made before anybody wanted them, each time one
 * begins. Adapters know nothing of what they stand in front of, and so go with it.
 */
final class ExistingObjects {
    private final WeakIdentities<Optional<ClientAdapter>> channels = new WeakIdentities<>();
    private final WeakIdentities<Optional<ServerAdapter>> servers = new WeakIdentities<>();

    /** What a channel's calls begin with, in place of this. */
    Object ofChannel(Object owner, Channel intercepted, Function<Object, ClientAdapter> adapters) {
        Optional<ClientAdapter> adapter = channels.get(owner);
        if (adapter == null) {
            adapter = channels.putIfAbsent(
                    owner, isIntercepted(intercepted) ? Optional.empty() : Optional.of(adapters.apply(owner)));
        }
        return adapter.isEmpty() ? intercepted : ClientInterceptors.intercept(intercepted, adapter.get());
    }

    /** Whether the outermost interceptor of a channel is an adapter: it has been made since. */
    private static boolean isIntercepted(Channel channel) {
        try {
            Field interceptor = channel.getClass().getDeclaredField("interceptor");
            interceptor.setAccessible(true);
            return interceptor.get(channel) instanceof ClientAdapter;
        } catch (NoSuchFieldException | IllegalAccessException noInterceptorAtAll) {
            return false;
        }
    }

    /** The interceptors that a call of a server passes, in place of these. */
    ServerInterceptor[] ofServer(Object owner, ServerInterceptor[] interceptors, Function<Object, ServerAdapter> made) {
        Optional<ServerAdapter> adapter = servers.get(owner);
        if (adapter == null) {
            adapter = servers.putIfAbsent(
                    owner, contain(interceptors) ? Optional.empty() : Optional.of(made.apply(owner)));
        }
        if (adapter.isEmpty()) {
            return interceptors;
        }
        ServerInterceptor[] extended = Arrays.copyOf(interceptors, interceptors.length + 1, ServerInterceptor[].class);
        extended[interceptors.length] = adapter.get();
        return extended;
    }

    static boolean contain(ServerInterceptor[] interceptors) {
        for (ServerInterceptor interceptor : interceptors) {
            if (interceptor instanceof ServerAdapter) {
                return true;
            }
        }
        return false;
    }
}
