package dev.heddle.versions;

import static dev.heddle.api.Selector.GRPC_CLIENT;

import com.google.protobuf.Message;
import dev.heddle.api.Extension;
import dev.heddle.api.GrpcEvents;
import dev.heddle.api.Interceptors;
import dev.heddle.api.Payload;
import dev.heddle.api.PayloadCodec;
import dev.heddle.api.Settings;
import java.util.Map;

/** Hides payloads, and says on the standard output of each in what leaves for Temporal whether it is hidden. */
public final class Hiding implements Extension, PayloadCodec {
    private static final String HIDDEN = "hidden";

    @Override
    public void register(Interceptors interceptors, Settings settings) {
        interceptors.codec(this).on(GRPC_CLIENT.only("temporal.api.workflowservice.v1.WorkflowService/*"), call -> {
            String method = call.name();
            call.events(new GrpcEvents() {
                @Override
                public Object onRequest(Object request) {
                    PayloadWalk.report(method.substring(method.indexOf('/') + 1), (Message) request);
                    return request;
                }
            });
            return call.proceed();
        });
    }

    @Override
    public Payload encode(Payload payload) {
        return payload.replacedBy(Map.of("encoding", HIDDEN), hide(payload.toByteArray()));
    }

    @Override
    public Payload decode(Payload payload) {
        return HIDDEN.equals(payload.metadata("encoding")) ? payload.replacedBy(hide(payload.data())) : payload;
    }

    /** And back. */
    private static byte[] hide(byte[] bytes) {
        for (int i = 0; i < bytes.length; i++) {
            bytes[i] ^= 0x55;
        }
        return bytes;
    }
}
