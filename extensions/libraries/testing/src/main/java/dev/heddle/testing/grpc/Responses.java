package dev.heddle.testing.grpc;

import io.grpc.stub.ClientCallStreamObserver;
import io.grpc.stub.ClientResponseObserver;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** Collects responses; in manual flow control it asks for each, and sends requests while the server takes them. */
final class Responses implements ClientResponseObserver<String, String> {
    private final Iterator<String> requests;
    private final boolean manualFlowControl;
    private final List<String> received = new ArrayList<>();
    private final CompletableFuture<List<String>> all = new CompletableFuture<>();
    private ClientCallStreamObserver<String> server;
    private boolean halfClosed;

    Responses(List<String> requests, boolean manualFlowControl) {
        this.requests = requests.iterator();
        this.manualFlowControl = manualFlowControl;
    }

    @Override
    public void beforeStart(ClientCallStreamObserver<String> stream) {
        server = stream;
        if (manualFlowControl) {
            stream.disableAutoRequestWithInitial(1);
            stream.setOnReadyHandler(this::sendWhileTaken);
        }
    }

    /** Sends all there is to send; in manual flow control that happens by itself when the server is ready. */
    void send() {
        if (!manualFlowControl) {
            sendWhileTaken();
        }
    }

    private void sendWhileTaken() {
        while (requests.hasNext() && (!manualFlowControl || server.isReady())) {
            server.onNext(requests.next());
        }
        if (!requests.hasNext() && !halfClosed) {
            halfClosed = true;
            server.onCompleted();
        }
    }

    @Override
    public void onNext(String response) {
        received.add(response);
        if (manualFlowControl) {
            server.request(1);
        }
    }

    @Override
    public void onError(Throwable failure) {
        all.completeExceptionally(failure);
    }

    @Override
    public void onCompleted() {
        all.complete(received);
    }

    /** Waits for the end of the call; its failure is thrown as it is. */
    List<String> await() {
        try {
            return all.get(DummyClient.SECONDS, TimeUnit.SECONDS);
        } catch (ExecutionException failed) {
            throw (RuntimeException) failed.getCause();
        } catch (TimeoutException | InterruptedException open) {
            throw new AssertionError("the call does not end; received so far: " + received, open);
        }
    }
}
