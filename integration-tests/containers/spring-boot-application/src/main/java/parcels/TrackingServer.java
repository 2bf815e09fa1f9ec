package parcels;

import io.grpc.Server;
import io.grpc.ServerServiceDefinition;
import io.grpc.netty.shaded.io.grpc.netty.NettyServerBuilder;
import io.grpc.stub.ServerCalls;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.stereotype.Component;

/** Serves {@link Tracking} at a free port of this machine. */
@Component
class TrackingServer implements DisposableBean {
    private final Server server;

    TrackingServer(Shelf shelf) throws IOException {
        ServerServiceDefinition tracking = ServerServiceDefinition.builder(Tracking.SERVICE)
                .addMethod(Tracking.WHERE_IS, ServerCalls.asyncUnaryCall((parcel, answer) -> {
                    answer.onNext(shelf.placeOf(parcel));
                    answer.onCompleted();
                }))
                .build();
        server = NettyServerBuilder.forAddress(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0))
                .addService(tracking)
                .build()
                .start();
    }

    String address() {
        return "127.0.0.1:" + server.getPort();
    }

    @Override
    public void destroy() throws InterruptedException {
        server.shutdown().awaitTermination();
    }
}
