package dev.heddle.agent.call.grpc;

import static dev.heddle.agent.call.grpc.Interleavings.point;

import dev.heddle.agent.call.Chain;
import dev.heddle.agent.call.ExtensionHealth;
import dev.heddle.agent.call.Link;
import dev.heddle.agent.call.grpc.server.ServerAdapter;
import dev.heddle.api.Call;
import dev.heddle.api.Category;
import dev.heddle.api.GrpcEvents;
import dev.heddle.api.GrpcException;
import dev.heddle.api.GrpcServerCall;
import dev.heddle.api.Interceptor;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BiFunction;

/** What an interceptor of a server does; the {@code gate} is completed by an actor of its own. */
enum ServerDoing {
    PROCEEDS((call, gate) -> call.proceed()),
    OBSERVES((call, gate) -> {
        call.events(new GrpcEvents() {});
        return call.proceed();
    }),
    SEES_THE_REQUEST((call, gate) -> {
        Object answer = call.proceed();
        call.request();
        return answer;
    }),
    WANTS_THE_REQUEST((call, gate) -> requests(call).thenApply(request -> call.proceed())),
    WANTS_ALL_REQUESTS((call, gate) -> call.requests().thenApply(requests -> call.proceed())),
    WANTS_THE_REQUEST_AND_TIME((call, gate) -> requests(call).thenCombine(gate, (request, go) -> call.proceed())),
    TAKES_TIME((call, gate) -> gate.thenApply(go -> call.proceed())),
    GIVES_UP_WAITING_FOR_ANOTHER_THREAD((call, gate) -> {
        gate.thenRun(call::proceed);
        point();
        throw new IllegalStateException("gave up waiting");
    }),
    HEDGES((call, gate) -> {
        gate.thenRun(call::proceed);
        gate.thenRun(call::proceed);
        point();
        return call.proceed();
    }),
    WAITS_FOR_ANOTHER_THREAD((call, gate) -> {
        CompletableFuture<Object> elsewhere = gate.thenApply(go -> call.proceed());
        point(elsewhere::isDone);
        return elsewhere.join();
    }),
    FAILS_LATE((call, gate) -> gate.thenApply(go -> {
        throw new IllegalArgumentException("an accident");
    })),
    WANTS_THE_RESPONSE((call, gate) -> call.response()),
    WANTS_THE_REQUEST_AND_THE_RESPONSE((call, gate) -> requests(call).thenCompose(request -> call.response())),
    WANTS_TIME_AND_THE_RESPONSE((call, gate) -> gate.thenCompose(go -> call.response())),
    HOLDS_THE_RESPONSE((call, gate) -> hold(call.response(), gate)),
    FAILS_WITH_THE_RESPONSE((call, gate) -> call.response().thenCombine(gate, (response, go) -> {
        throw new IllegalArgumentException("an accident");
    })),
    CHANGES_THE_RESPONSE((call, gate) -> call.response().thenApply(response -> instead(call))),
    RECOVERS((call, gate) -> call.response().exceptionally(failure -> instead(call))),
    ANSWERS_LATE((call, gate) -> gate.thenApply(go -> call.methodType().responseStream() ? List.of("mine") : "mine")),
    REFUSES_LATE((call, gate) -> gate.thenApply(go -> refuse())),
    REFUSES_WHEN_IT_HAS_GONE_ON((call, gate) -> {
        call.proceed();
        return gate.thenApply(go -> refuse());
    }),
    ANSWERS_FOR_THE_RESPONSE((call, gate) -> {
        call.response();
        return gate.thenApply(go -> instead(call));
    }),
    REFUSES_FOR_THE_RESPONSE((call, gate) -> {
        call.response();
        return gate.thenApply(go -> refuse());
    });

    private static final List<String> ANSWERED = List.of("headers", "message mine", "close OK");
    private static final List<String> REFUSED = List.of("close PERMISSION_DENIED");

    private final BiFunction<GrpcServerCall, CompletableFuture<Void>, Object> interceptor;

    ServerDoing(BiFunction<GrpcServerCall, CompletableFuture<Void>, Object> interceptor) {
        this.interceptor = interceptor;
    }

    /** Has all calls intercepted so, and counts how often it is told of the outcome. */
    ServerAdapter adapter(CompletableFuture<Void> gate, AtomicInteger completions, Executor pool) {
        Interceptor<GrpcServerCall> own = call -> {
            if (needsCompletion()) {
                call.onCompletion((response, failure) -> completions.incrementAndGet());
            }
            return interceptor.apply(call, gate);
        };
        @SuppressWarnings("unchecked") // The chain is of servers' calls.
        Interceptor<Call> anyCalls = (Interceptor<Call>) (Interceptor<?>) own;
        Link link = new Link(Health.ONE, anyCalls);
        return new ServerAdapter(new InterceptedMethods(
                Category.GRPC_SERVER,
                operation -> new Chain(operation, List.of(link)),
                pool,
                ConcurrentHashMap.newKeySet()));
    }

    /** One for all, which says each cause once. */
    private static final class Health {
        static final ExtensionHealth ONE = new ExtensionHealth("test", false, Integer.MAX_VALUE);
    }

    private static CompletionStage<?> requests(GrpcServerCall call) {
        return call.methodType().requestStream() ? call.requests() : call.request();
    }

    /** The one response; of a stream only that it ends well can be put in the place of its end. */
    private static Object instead(GrpcServerCall call) {
        return call.methodType().responseStream() ? null : "mine";
    }

    private static Object refuse() {
        throw new GrpcException.PermissionDenied("no");
    }

    private static CompletionStage<Object> hold(CompletionStage<Object> response, CompletionStage<Void> gate) {
        return response.handle((value, failure) -> gate.thenCompose(go -> response))
                .thenCompose(held -> held);
    }

    /** What a client may be told when a handler alone would have it told this, which may be a stream of responses. */
    List<List<String>> told(List<String> handlers, boolean stream) {
        return stream ? toldOfAStream(handlers) : told(handlers);
    }

    private List<List<String>> toldOfAStream(List<String> handlers) {
        int before = handlers.size() - 1;
        return switch (this) {
            case RECOVERS -> endedAfter(handlers, "close OK").subList(before, before + 1);
            case ANSWERS_LATE -> List.of(ANSWERED);
            case REFUSES_LATE -> List.of(REFUSED);
            case REFUSES_WHEN_IT_HAS_GONE_ON -> refusedAfter(handlers, handlers.size());
            case ANSWERS_FOR_THE_RESPONSE -> endedAfter(handlers, "close OK");
            case REFUSES_FOR_THE_RESPONSE -> endedAfter(handlers, REFUSED.get(0));
            default -> List.of(handlers);
        };
    }

    /** Something of what the handler has sent, and then another end. */
    private static List<List<String>> endedAfter(List<String> handlers, String end) {
        return ClientDoing.cut(handlers, end);
    }

    private List<List<String>> told(List<String> handlers) {
        boolean fine = handlers.get(handlers.size() - 1).equals("close OK");
        boolean tooMany = handlers.contains("close INTERNAL") && handlers.contains("message foo");
        return switch (this) {
            case CHANGES_THE_RESPONSE -> List.of(fine ? ANSWERED : handlers);
            case RECOVERS -> List.of(fine || tooMany ? handlers : ANSWERED);
            case ANSWERS_LATE -> List.of(ANSWERED);
            case REFUSES_LATE -> List.of(REFUSED);
            case REFUSES_WHEN_IT_HAS_GONE_ON -> refusedAfter(handlers, handlers.size());
            case ANSWERS_FOR_THE_RESPONSE -> tooMany ? List.of(handlers, ANSWERED) : List.of(ANSWERED);
            case REFUSES_FOR_THE_RESPONSE -> {
                int before = fine ? 2 : handlers.size();
                List<List<String>> refused = refusedAfter(handlers, before);
                yield tooMany ? refused : refused.subList(0, refused.size() - 1);
            }
            default -> List.of(handlers);
        };
    }

    /** Refused after so many of the handler's at most, or not at all. */
    private static List<List<String>> refusedAfter(List<String> handlers, int most) {
        List<List<String>> all = new ArrayList<>();
        for (int before = 0; before < most; before++) {
            List<String> refused = new ArrayList<>(handlers.subList(0, before));
            refused.addAll(REFUSED);
            all.add(refused);
        }
        all.add(handlers);
        return all;
    }

    /** Whether it is told of the outcome too; those that just go on are not, so that nothing is in the way. */
    boolean needsCompletion() {
        return this != PROCEEDS
                && this != FAILS_LATE
                && this != TAKES_TIME
                && this != GIVES_UP_WAITING_FOR_ANOTHER_THREAD
                && this != WANTS_THE_RESPONSE
                && this != WANTS_THE_REQUEST;
    }

    /** Whether the handler is never started. */
    boolean withoutHandler() {
        return this == ANSWERS_LATE || this == REFUSES_LATE;
    }
}
