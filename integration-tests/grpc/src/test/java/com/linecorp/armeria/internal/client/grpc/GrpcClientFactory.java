package com.linecorp.armeria.internal.client.grpc;

import io.grpc.Channel;
import io.grpc.ClientInterceptor;
import io.grpc.ClientInterceptors;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Reads options as Armeria's class of that name does. */
public final class GrpcClientFactory {
    @SuppressWarnings("unchecked")
    public Channel newClient(Channel channel, Map<String, Object> options) {
        String name = (String) options.get("name");
        List<ClientInterceptor> interceptors = new ArrayList<>();
        ((Iterable<ClientInterceptor>) options.get(name)).forEach(interceptors::add);
        return ClientInterceptors.intercept(channel, interceptors);
    }
}
