package echo;

import io.grpc.stub.StreamObserver;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/** The responses of a call whose requests are a stream. */
public final class Responses implements StreamObserver<String> {
    private final List<String> responses = new ArrayList<>();
    private final CompletableFuture<List<String>> done = new CompletableFuture<>();

    /** Sends these requests and no more. */
    public static void send(StreamObserver<String> requests, String... texts) {
        for (String text : texts) {
            requests.onNext(text);
        }
        requests.onCompleted();
    }

    /** All of them, when the call has ended. */
    public List<String> all() throws Exception {
        return done.get(20, TimeUnit.SECONDS);
    }

    @Override
    public void onNext(String response) {
        responses.add(response);
    }

    @Override
    public void onError(Throwable failure) {
        done.completeExceptionally(failure);
    }

    @Override
    public void onCompleted() {
        done.complete(responses);
    }
}
