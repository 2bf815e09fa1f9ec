package dev.heddle.agent.call.grpc;

import dev.heddle.api.GrpcEvents;
import dev.heddle.api.GrpcException;
import dev.heddle.api.GrpcStatus;
import dev.heddle.api.Headers;
import io.grpc.Status;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/** Notes what passes and the scopes of call-backs, each with its number; refuses, drops or changes what it is told to. */
final class Watching implements GrpcEvents {
    final List<String> told = new ArrayList<>();
    /** The event at which the call is refused, such as {@code "half-close"} or {@code "scope 2"}. */
    String refused = "";
    /** What takes the place of each message; {@code null} if they are dropped. */
    String message = "";
    /** What takes the place of the status, or {@code null}. */
    GrpcStatus status;

    private int scopes;

    /** The code of a failure, or that there is none. */
    static String code(Throwable failure) {
        if (failure == null) {
            return "fine";
        }
        return failure instanceof GrpcException ended
                ? ended.status().code().name()
                : Status.fromThrowable(failure).getCode().name();
    }

    private void note(String event) {
        told.add("sees " + event);
        if (event.equals(refused)) {
            throw new GrpcException.PermissionDenied("no");
        }
    }

    private Object instead(Object passing) {
        return Objects.equals(message, "") ? passing : message;
    }

    @Override
    public Object onRequest(Object request) {
        note("request " + request);
        return instead(request);
    }

    @Override
    public void onHalfClose() {
        note("half-close");
    }

    @Override
    public void onHeaders(Headers headers) {
        note("headers");
    }

    @Override
    public Object onResponse(Object response) {
        note("response " + response);
        return instead(response);
    }

    @Override
    public GrpcStatus onClose(GrpcStatus before, Headers trailers) {
        note("close " + before.code());
        return status == null ? before : status;
    }

    @Override
    public void onCancel() {
        note("cancel");
    }

    @Override
    public void onReady() {
        note("ready");
    }

    @Override
    public AutoCloseable scope() {
        int number = ++scopes;
        if (refused.equals("scope " + number)) {
            throw new GrpcException.PermissionDenied("no");
        }
        told.add("(" + number);
        return () -> told.add(number + ")");
    }
}
