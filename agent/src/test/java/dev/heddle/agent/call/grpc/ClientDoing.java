package dev.heddle.agent.call.grpc;

import static dev.heddle.agent.call.grpc.Interleavings.point;

import dev.heddle.agent.call.Chain;
import dev.heddle.agent.call.ExtensionHealth;
import dev.heddle.agent.call.Link;
import dev.heddle.agent.call.grpc.client.ClientAdapter;
import dev.heddle.api.Call;
import dev.heddle.api.Category;
import dev.heddle.api.GrpcClientCall;
import dev.heddle.api.GrpcEvents;
import dev.heddle.api.GrpcException;
import dev.heddle.api.Interceptor;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executor;
import java.util.function.BiFunction;

/** What an interceptor of a client does; the {@code gate} is completed by an actor of its own. */
enum ClientDoing {
    PROCEEDS((call, gate) -> call.proceed()),
    OBSERVES((call, gate) -> {
        call.events(new GrpcEvents() {});
        call.onCompletion((response, failure) -> {});
        return call.proceed();
    }),
    WANTS_THE_REQUEST((call, gate) -> requests(call).thenApply(request -> call.proceed())),
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
    WANTS_THE_RESPONSE((call, gate) -> call.response()),
    WANTS_TIME_AND_THE_RESPONSE((call, gate) -> gate.thenCompose(go -> call.response())),
    HOLDS_THE_RESPONSE((call, gate) -> call.response().thenCombine(gate, (response, go) -> response)),
    TRIES_AGAIN((call, gate) -> {
        if (call.methodType().requestStream()) {
            return call.requests().thenCompose(requests -> again(call, gate));
        }
        return again(call, gate);
    }),
    ANSWERS_LATE((call, gate) -> gate.thenApply(go -> call.methodType().responseStream() ? List.of("mine") : "mine")),
    REFUSES_LATE((call, gate) -> gate.thenApply(go -> refuse())),
    REFUSES_WHEN_IT_HAS_GONE_ON((call, gate) -> {
        call.proceed();
        return gate.thenApply(go -> refuse());
    }),
    ANSWERS_FOR_THE_RESPONSE((call, gate) -> {
        call.response();
        return gate.thenApply(go -> call.methodType().responseStream() ? null : "mine");
    });

    private final BiFunction<GrpcClientCall, CompletableFuture<Void>, Object> interceptor;

    ClientDoing(BiFunction<GrpcClientCall, CompletableFuture<Void>, Object> interceptor) {
        this.interceptor = interceptor;
    }

    private static CompletionStage<?> requests(GrpcClientCall call) {
        return call.methodType().requestStream() ? call.requests() : call.request();
    }

    private static CompletionStage<Object> again(GrpcClientCall call, CompletionStage<Void> gate) {
        return call.response().exceptionallyCompose(failure -> gate.thenCompose(go -> call.response()));
    }

    private static Object refuse() {
        throw new GrpcException.PermissionDenied("no");
    }

    /** Has all calls intercepted so. */
    ClientAdapter adapter(CompletableFuture<Void> gate, Executor executor) {
        @SuppressWarnings("unchecked") // The chain is of clients' calls.
        Interceptor<Call> anyCalls = (Interceptor<Call>)
                (Interceptor<?>) (Interceptor<GrpcClientCall>) call -> interceptor.apply(call, gate);
        Link link = new Link(new ExtensionHealth("test", false, 1_000_000), anyCalls);
        return new ClientAdapter(new InterceptedMethods(
                Category.GRPC_CLIENT,
                operation -> new Chain(operation, List.of(link)),
                executor,
                ConcurrentHashMap.newKeySet()));
    }

    /** How often the library has to fail for it to matter. */
    int failures() {
        return this == TRIES_AGAIN ? 1 : 0;
    }

    /** What an application may be told of a call in whose midst nothing happens, and that brings this. */
    List<List<String>> told(List<String> echo, boolean responseStream) {
        List<String> mine = List.of("headers", "message mine", "close OK");
        return switch (this) {
            case ANSWERS_LATE -> List.of(mine);
            case REFUSES_LATE -> List.of(List.of("close PERMISSION_DENIED"));
            case REFUSES_WHEN_IT_HAS_GONE_ON -> {
                List<List<String>> all = new ArrayList<>(cut(echo, "close PERMISSION_DENIED"));
                all.add(echo);
                yield all;
            }
            case ANSWERS_FOR_THE_RESPONSE ->
                responseStream ? cut(echo, "close OK") : List.of(mine, mine.subList(1, mine.size()));
            default -> List.of(echo);
        };
    }

    /** Something of that, and then another end. */
    static List<List<String>> cut(List<String> told, String end) {
        List<List<String>> all = new ArrayList<>();
        for (int before = 0; before < told.size(); before++) {
            List<String> one = new ArrayList<>(told.subList(0, before));
            one.add(end);
            all.add(one);
        }
        return all;
    }
}
