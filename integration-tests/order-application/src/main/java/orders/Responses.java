package orders;

import io.grpc.stub.StreamObserver;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;

/** The responses to a stream of requests, for a caller to wait for. */
final class Responses<T> implements StreamObserver<T> {
    private final List<T> responses = new ArrayList<>();
    private final CompletableFuture<List<T>> all = new CompletableFuture<>();

    List<T> await() {
        return all.join();
    }

    @Override
    public void onNext(T response) {
        responses.add(response);
    }

    @Override
    public void onError(Throwable failure) {
        all.completeExceptionally(failure);
    }

    @Override
    public void onCompleted() {
        all.complete(responses);
    }
}
