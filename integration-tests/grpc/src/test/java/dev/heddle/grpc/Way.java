package dev.heddle.grpc;

import dev.heddle.api.GrpcCall;
import dev.heddle.api.GrpcEvents;
import dev.heddle.api.Interceptor;

/** How an interceptor that changes nothing goes on; {@code NONE} for a service that nobody intercepts. */
enum Way implements Interceptor<GrpcCall> {
    NONE {
        @Override
        public Object intercept(GrpcCall call) {
            throw new AssertionError("intercepted");
        }
    },
    PROCEED {
        @Override
        public Object intercept(GrpcCall call) {
            return call.proceed();
        }
    },
    OBSERVE {
        @Override
        public Object intercept(GrpcCall call) {
            call.events(new GrpcEvents() {});
            call.onCompletion((response, failure) -> {});
            return call.proceed();
        }
    },
    RESPONSE {
        @Override
        public Object intercept(GrpcCall call) {
            return call.response();
        }
    },
    REQUEST {
        @Override
        public Object intercept(GrpcCall call) {
            return call.methodType().requestStream()
                    ? call.proceed()
                    : call.request().thenApply(it -> call.proceed());
        }
    };

    /** The service whose calls are intercepted so. */
    String service() {
        return this == NONE ? "plain.Plain" : DummyService.NAME;
    }
}
