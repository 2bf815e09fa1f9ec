package dev.heddle.agent.call.grpc;

import io.grpc.Metadata;
import io.grpc.MethodDescriptor.MethodType;
import io.grpc.ServerCall;
import io.grpc.Status;
import java.util.ArrayList;
import java.util.List;

/** A handler of requests {@code a} and {@code b}, or of {@code a} alone, which asks for each when it has the last. */
final class StreamHandler extends HearingHandler {
    /** What it does. */
    enum Doing {
        /** Answers each request. */
        ECHOES(MethodType.BIDI_STREAMING, "headers", "message a", "message b", "close OK"),
        /** Answers all requests together. */
        COLLECTS(MethodType.CLIENT_STREAMING, "headers", "message ab", "close OK"),
        /** Answers one request with many responses. */
        EMITS(MethodType.SERVER_STREAMING, "headers", "message 1", "message 2", "message 3", "close OK"),
        /** The same on a thread of its own. */
        EMITS_ELSEWHERE(MethodType.SERVER_STREAMING, "headers", "message 1", "message 2", "message 3", "close OK"),
        /** Sends responses from a thread of its own, whatever comes meanwhile. */
        SENDS_ELSEWHERE(MethodType.BIDI_STREAMING, "headers", "message 1", "message 2", "message 3", "close OK"),
        /** Ends the call when it has seen the first request. */
        ENDS_EARLY(MethodType.BIDI_STREAMING, "headers", "message a", "close OK"),
        /** The same, with the one response. */
        COLLECTS_ONE(MethodType.CLIENT_STREAMING, "headers", "message a", "close OK"),
        /** Ends the call as the second request comes. */
        FAILS_LATER(MethodType.BIDI_STREAMING, "headers", "message a", "close NOT_FOUND"),
        /** The same, without having answered. */
        FAILS_AT_THE_SECOND(MethodType.CLIENT_STREAMING, "close NOT_FOUND"),
        /** Throws as the second request comes. */
        THROWS_LATER(MethodType.BIDI_STREAMING, "headers", "message a", "close UNKNOWN"),
        /** Refuses as it starts. */
        FAILS_AT_ONCE(MethodType.BIDI_STREAMING, "close NOT_FOUND");

        private final MethodType type;
        private final List<String> told;

        Doing(MethodType type, String... told) {
            this.type = type;
            this.told = List.of(told);
        }

        MethodType type() {
            return type;
        }

        /** What a client is told of that. */
        List<String> told() {
            return told;
        }
    }

    private final Doing doing;
    private final List<String> requests = new ArrayList<>();

    StreamHandler(Doing doing) {
        this.doing = doing;
    }

    @Override
    void at(String what, ServerCall<String, String> call) {
        switch (what) {
            case "start" -> start(call);
            case "half-close" -> halfClosed(call);
            case "cancel", "complete" -> {}
            default -> {
                message(what.substring("message ".length()), call);
                call.request(1);
            }
        }
    }

    private void start(ServerCall<String, String> call) {
        switch (doing) {
            case FAILS_AT_ONCE -> call.close(Status.NOT_FOUND, new Metadata());
            case SENDS_ELSEWHERE -> begin(call);
            default -> {}
        }
        call.request(1);
    }

    private void message(String request, ServerCall<String, String> call) {
        requests.add(request);
        boolean first = requests.size() == 1;
        switch (doing) {
            case ECHOES -> send(call, request);
            case ENDS_EARLY, COLLECTS_ONE -> {
                if (first) {
                    send(call, request);
                    call.close(Status.OK, new Metadata());
                }
            }
            case FAILS_LATER, THROWS_LATER, FAILS_AT_THE_SECOND -> {
                if (first && doing != Doing.FAILS_AT_THE_SECOND) {
                    send(call, request);
                } else if (!first && doing == Doing.THROWS_LATER) {
                    throw new IllegalStateException("the handler's");
                } else if (!first) {
                    call.close(Status.NOT_FOUND, new Metadata());
                }
            }
            default -> {}
        }
    }

    /** With the headers before the first. */
    private void send(ServerCall<String, String> call, String response) {
        if (requests.size() <= 1) {
            call.sendHeaders(new Metadata());
        }
        call.sendMessage(response);
    }

    private void halfClosed(ServerCall<String, String> call) {
        switch (doing) {
            case ECHOES -> call.close(Status.OK, new Metadata());
            case COLLECTS -> {
                call.sendHeaders(new Metadata());
                call.sendMessage(String.join("", requests));
                call.close(Status.OK, new Metadata());
            }
            case EMITS -> elsewhere(call);
            case EMITS_ELSEWHERE -> begin(call);
            default -> {}
        }
    }

    @Override
    void elsewhere(ServerCall<String, String> call) {
        call.sendHeaders(new Metadata());
        for (String response : List.of("1", "2", "3")) {
            call.sendMessage(response);
        }
        call.close(Status.OK, new Metadata());
    }
}
