package dev.heddle.interop;

import dev.heddle.api.GrpcCall;
import dev.heddle.api.GrpcEvents;
import dev.heddle.api.Interceptor;

/** A way to let a call pass as it is. */
public enum Flavour implements Interceptor<GrpcCall> {
    /** What an interceptor does that only looks at the beginning of a call. */
    PROCEED {
        @Override
        public Object intercept(GrpcCall call) {
            return call.proceed();
        }
    },
    /** What an interceptor does that sees all there is of a call: messages, headers, status, response. */
    WATCH {
        @Override
        public Object intercept(GrpcCall call) {
            call.events(new GrpcEvents() {});
            return call.response().thenApply(response -> response);
        }
    };

    private static volatile Flavour current = valueOf(System.getProperty("test.flavour", PROCEED.name()));

    /** The one that the interceptors of this JVM have. */
    public static Flavour current() {
        return current;
    }

    static void use(Flavour flavour) {
        current = flavour;
    }
}
