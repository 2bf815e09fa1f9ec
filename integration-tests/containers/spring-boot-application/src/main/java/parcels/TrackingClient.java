package parcels;

import io.grpc.CallOptions;
import io.grpc.Grpc;
import io.grpc.InsecureChannelCredentials;
import io.grpc.ManagedChannel;
import io.grpc.stub.ClientCalls;
import java.util.concurrent.TimeUnit;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.stereotype.Component;

/** Asks the {@link TrackingServer}. */
@Component
class TrackingClient implements DisposableBean {
    private final ManagedChannel channel;

    TrackingClient(TrackingServer server) {
        channel = Grpc.newChannelBuilder(server.address(), InsecureChannelCredentials.create())
                .build();
    }

    String whereIs(String parcel) {
        return ClientCalls.blockingUnaryCall(channel, Tracking.WHERE_IS, CallOptions.DEFAULT, parcel);
    }

    @Override
    public void destroy() throws InterruptedException {
        channel.shutdown().awaitTermination(5, TimeUnit.SECONDS);
    }
}
