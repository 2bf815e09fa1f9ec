package greetings.vertx;

import greetings.Greeting;
import greetings.Name;
import io.vertx.core.net.SocketAddress;
import io.vertx.grpc.client.GrpcClient;
import io.vertx.grpc.common.GrpcMessageDecoder;
import io.vertx.grpc.common.GrpcMessageEncoder;
import io.vertx.grpc.common.ServiceMethod;
import io.vertx.grpc.common.ServiceName;
import io.vertx.grpc.server.GrpcServer;
import java.util.concurrent.TimeUnit;

/** A service that is served and called in Vert.x's own way, with nothing of grpc-java. */
final class OwnCalls {
    private static final ServiceName SERVICE = ServiceName.create("greetings", "Own");

    private OwnCalls() {}

    static void serve(GrpcServer server) {
        ServiceMethod<Name, Greeting> greet = ServiceMethod.server(
                SERVICE, "Greet", GrpcMessageEncoder.encoder(), GrpcMessageDecoder.decoder(Name.newBuilder()));
        server.callHandler(
                greet,
                request -> request.handler(name -> request.response()
                        .end(Greeting.newBuilder()
                                .setText("Hello, " + name.getText() + ", from Vert.x")
                                .build())));
    }

    static String call(GrpcClient client, SocketAddress address) throws Exception {
        ServiceMethod<Greeting, Name> greet = ServiceMethod.client(
                SERVICE, "Greet", GrpcMessageEncoder.encoder(), GrpcMessageDecoder.decoder(Greeting.newBuilder()));
        return client.request(address, greet)
                .compose(request -> {
                    request.end(Name.newBuilder().setText("Ada").build());
                    return request.response();
                })
                .compose(response -> response.last())
                .toCompletionStage()
                .toCompletableFuture()
                .get(1, TimeUnit.MINUTES)
                .getText();
    }
}
