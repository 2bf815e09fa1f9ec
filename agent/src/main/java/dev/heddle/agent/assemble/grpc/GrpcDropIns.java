package dev.heddle.agent.assemble.grpc;

import dev.heddle.agent.assemble.Chains;
import dev.heddle.agent.call.dropin.DropIn;
import dev.heddle.agent.call.dropin.DropInType;
import dev.heddle.agent.call.dropin.DropIns;
import dev.heddle.agent.call.grpc.client.ClientDropIns;
import dev.heddle.agent.call.grpc.server.DropInTracer;
import dev.heddle.agent.call.grpc.server.ServerDropIns;
import io.grpc.ClientInterceptor;
import io.grpc.ServerInterceptor;
import io.grpc.ServerStreamTracer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Puts what drop-ins have brought of gRPC's own types into the lists of channels and servers, beside the application's: at
 * the end, which is outside them, or at the beginning.
 */
final class GrpcDropIns {
    private final Chains chains;

    GrpcDropIns(Chains chains) {
        this.chains = chains;
    }

    void addToClient(List<Object> interceptors) {
        DropIns inner = dropIns(ClientInterceptor.class, DropInType.GRPC_CLIENT_INTERCEPTOR, true, interceptors);
        DropIns outer = dropIns(ClientInterceptor.class, DropInType.GRPC_CLIENT_INTERCEPTOR, false, interceptors);
        if (inner != null) {
            interceptors.add(0, new ClientDropIns(inner));
        }
        if (outer != null) {
            interceptors.add(new ClientDropIns(outer));
        }
    }

    ServerInterceptor[] ofServer(ServerInterceptor[] interceptors) {
        List<?> own = Arrays.asList(interceptors);
        DropIns inner = dropIns(ServerInterceptor.class, DropInType.GRPC_SERVER_INTERCEPTOR, true, own);
        DropIns outer = dropIns(ServerInterceptor.class, DropInType.GRPC_SERVER_INTERCEPTOR, false, own);
        if (inner == null && outer == null) {
            return interceptors;
        }
        List<ServerInterceptor> extended = new ArrayList<>(Arrays.asList(interceptors));
        if (inner != null) {
            extended.add(0, new ServerDropIns(inner));
        }
        if (outer != null) {
            extended.add(new ServerDropIns(outer));
        }
        return extended.toArray(new ServerInterceptor[0]);
    }

    private DropIns dropIns(Class<?> type, DropInType kind, boolean inner, List<?> own) {
        return chains.dropIns(kind).isEmpty() ? null : DropIns.of(type, () -> chains.dropIns(kind), inner, own);
    }

    /** Each sees every stream beside the others, so there is no place further in or out. */
    List<?> tracers(List<?> own) {
        List<Object> extended = new ArrayList<>(own);
        for (DropIn dropIn : chains.dropIns(DropInType.SERVER_STREAM_TRACER)) {
            if (dropIn.object() instanceof ServerStreamTracer.Factory && !dropIn.isAmong(own)) {
                extended.add(new DropInTracer(dropIn));
            }
        }
        return extended.size() == own.size() ? own : extended;
    }
}
