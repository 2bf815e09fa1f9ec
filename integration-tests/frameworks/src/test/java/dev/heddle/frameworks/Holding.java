package dev.heddle.frameworks;

import static dev.heddle.api.Selector.GRPC_CLIENT;
import static dev.heddle.api.Selector.GRPC_SERVER;

import dev.heddle.api.Extension;
import dev.heddle.api.GrpcCall;
import dev.heddle.api.GrpcEvents;
import dev.heddle.api.Interceptors;
import dev.heddle.api.Settings;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Executor;

/**
 * Takes all that an interceptor can of gRPC's calls: puts them off until the request is there, holds the response, lets go
 * of both on another thread unless {@code elsewhere} is {@code false}, and looks at each message of a stream.
 */
public final class Holding implements Extension {
    static final String HELD = "extension held ";

    @Override
    public void register(Interceptors interceptors, Settings settings) {
        // A thread each: what goes on may wait for the other side, which on few processors would have no thread in a
        // pool.
        Executor elsewhere = Boolean.parseBoolean(settings.get("elsewhere", "true"))
                ? task -> new Thread(task, "elsewhere").start()
                : Runnable::run;
        interceptors.on(GRPC_CLIENT.only("greetings.Greeter/Greet"), call -> hold(call, elsewhere));
        interceptors.on(GRPC_SERVER.only("greetings.Greeter/Greet"), call -> hold(call, elsewhere));
        interceptors.on(GRPC_CLIENT.only("greetings.Greeter/GreetLetters"), Holding::watch);
        interceptors.on(GRPC_SERVER.only("greetings.Greeter/GreetLetters"), Holding::watch);
    }

    private static CompletionStage<Object> hold(GrpcCall call, Executor elsewhere) {
        return call.request()
                .thenComposeAsync(request -> call.response(), elsewhere)
                .thenApplyAsync(
                        response -> {
                            System.out.println(HELD + call.operation());
                            return response;
                        },
                        elsewhere);
    }

    private static Object watch(GrpcCall call) throws Throwable {
        call.events(new GrpcEvents() {
            @Override
            public Object onResponse(Object message) {
                System.out.println(HELD + call.operation());
                return message;
            }
        });
        return call.proceed();
    }
}
