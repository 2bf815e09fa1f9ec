package orders;

import io.grpc.stub.StreamObserver;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A stream of requests: what to do with each, and at the end. */
record Requests<T>(Consumer<T> each, Runnable end) implements StreamObserver<T> {
    private static final Logger log = LoggerFactory.getLogger(Requests.class);

    @Override
    public void onNext(T request) {
        each.accept(request);
    }

    @Override
    public void onError(Throwable gone) {
        log.warn("the customer has gone: {}", gone.getMessage());
    }

    @Override
    public void onCompleted() {
        end.run();
    }
}
