package dev.heddle.differential;

import static dev.heddle.api.Selector.GRPC_CLIENT;
import static dev.heddle.api.Selector.GRPC_SERVER;

import dev.heddle.api.Extension;
import dev.heddle.api.GrpcCall;
import dev.heddle.api.GrpcEvents;
import dev.heddle.api.GrpcStatus;
import dev.heddle.api.Headers;
import dev.heddle.api.Interceptors;
import dev.heddle.api.Settings;

/** Intercepts in the {@link Flavour} of this JVM. All that this module says in the words of Heddle's API. */
public final class FlavourExtension implements Extension {
    @Override
    public void register(Interceptors interceptors, Settings settings) {
        String methods = Flavour.current() == Flavour.UNWANTED ? "another.Service/*" : "differential.*";
        if (Flavour.on("client")) {
            interceptors.on(GRPC_CLIENT.only(methods), FlavourExtension::intercept);
        }
        if (Flavour.on("server")) {
            interceptors.on(GRPC_SERVER.only(methods), FlavourExtension::intercept);
        }
    }

    private static Object intercept(GrpcCall call) {
        Flavour.intercepted();
        return switch (Flavour.current()) {
            case OBSERVE -> {
                call.events(new Observer());
                yield call.proceed();
            }
            case RESPONSE -> call.response();
            default -> call.proceed();
        };
    }

    /** Sees everything, changes nothing. */
    private static final class Observer implements GrpcEvents {
        @Override
        public Object onRequest(Object message) {
            return message;
        }

        @Override
        public void onHalfClose() {}

        @Override
        public void onHeaders(Headers headers) {}

        @Override
        public Object onResponse(Object message) {
            return message;
        }

        @Override
        public GrpcStatus onClose(GrpcStatus status, Headers trailers) {
            return status;
        }

        @Override
        public void onCancel() {}

        @Override
        public void onReady() {}

        @Override
        public AutoCloseable scope() {
            return null;
        }
    }
}
