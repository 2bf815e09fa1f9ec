package dev.heddle.versions;

import static dev.heddle.api.Selector.GRPC_CLIENT;

import com.google.protobuf.Message;
import dev.heddle.api.Extension;
import dev.heddle.api.GrpcEvents;
import dev.heddle.api.Interceptors;
import dev.heddle.api.Settings;

/** Says on the standard output of each payload that leaves for Temporal what it is, next to the wire. */
public final class Telling implements Extension {
    @Override
    public int order() {
        return Integer.MAX_VALUE;
    }

    @Override
    public void register(Interceptors interceptors, Settings settings) {
        interceptors.on(GRPC_CLIENT.only("temporal.api.workflowservice.v1.WorkflowService/*"), call -> {
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
}
