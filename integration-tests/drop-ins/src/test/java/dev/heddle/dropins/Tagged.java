package dev.heddle.dropins;

import io.grpc.CallOptions;
import io.grpc.Channel;
import io.grpc.ClientCall;
import io.grpc.ClientInterceptor;
import io.grpc.MethodDescriptor;
import java.time.Duration;
import java.util.concurrent.TimeUnit;

/** An interceptor that can be made in many ways. */
public final class Tagged implements ClientInterceptor {
    private final String tag;

    public Tagged() {
        this("none");
    }

    public Tagged(String tag) {
        this.tag = tag;
    }

    public Tagged(String tag, int number) {
        this(tag + " " + number);
    }

    public Tagged(String tag, Duration duration, TimeUnit unit, boolean flag) {
        this(tag + " " + duration.toMillis() + " " + unit + " " + flag);
    }

    public static Tagged of(String tag) {
        return new Tagged(tag);
    }

    public Tagged with(String more) {
        return new Tagged(tag + " " + more);
    }

    public static String label(String... parts) {
        return String.join("", parts);
    }

    public static Tagged nothing() {
        return null;
    }

    public static Tagged fail() {
        throw new IllegalStateException("on purpose");
    }

    @Override
    public <Q, R> ClientCall<Q, R> interceptCall(MethodDescriptor<Q, R> method, CallOptions options, Channel next) {
        System.out.println("tagged " + tag);
        return next.newCall(method, options);
    }
}
