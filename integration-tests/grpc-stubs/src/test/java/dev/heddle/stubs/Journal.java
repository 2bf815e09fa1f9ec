package dev.heddle.stubs;

import io.grpc.Metadata;
import io.grpc.Status;
import io.grpc.StatusException;
import io.grpc.StatusRuntimeException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/** What the two ends of a call have seen, each in its order. Thread-safe. */
public final class Journal {
    static final Metadata.Key<String> WHY = Metadata.Key.of("why", Metadata.ASCII_STRING_MARSHALLER);
    /** Far longer than anything takes. */
    static final int PATIENCE_SECONDS = Integer.getInteger("stubs.patience", 20);

    private final List<String> client = new ArrayList<>();
    private final List<String> server = new ArrayList<>();
    private final AtomicInteger made = new AtomicInteger();
    private final CountDownLatch requested = new CountDownLatch(1);
    private final CountDownLatch clientEnded = new CountDownLatch(1);
    private final CountDownLatch serverEnded = new CountDownLatch(1);
    private final boolean scopes;
    private volatile boolean served;

    /**
     * Nothing seen yet.
     *
     * @param scopes whether the scopes are told too, which is only of use where all is done by one thread
     */
    Journal(boolean scopes) {
        this.scopes = scopes;
    }

    private String scope() {
        return scopes ? Scopes.seen() : "";
    }

    /** The client has seen something. */
    public void client(String what) {
        synchronized (client) {
            client.add(what + scope());
        }
    }

    /** The client gets a response. */
    public void response(String response) {
        client("response " + response);
    }

    /** For the client the call is over. */
    public void end(Throwable failure) {
        client("end " + describe(failure));
        clientEnded.countDown();
    }

    /** The handler has seen something. */
    public void server(String what) {
        synchronized (server) {
            server.add(what + scope());
        }
    }

    /** The handler has seen something that may come at any time, and is told of where all is done by one thread. */
    public void handler(String what) {
        if (scopes) {
            server("handler " + what);
        }
    }

    /** The handler gets a request. */
    public void request(String request) {
        server("request " + request);
        requested.countDown();
    }

    /** The server has the call. */
    void served() {
        served = true;
    }

    /** For the server the call is over. */
    void serverEnd(String how) {
        server("end " + how);
        serverEnded.countDown();
    }

    /** A response is made. */
    public int make() {
        return made.incrementAndGet();
    }

    /** How many responses were made until now. */
    public int made() {
        return made.get();
    }

    /** Waits until the handler has a request. */
    public void awaitRequest() {
        await(requested, "no request");
    }

    /** Waits until both ends are told that the call is over. */
    void awaitEnd() {
        await(clientEnded, "the client is never told of the end");
        if (served) {
            await(serverEnded, "the handler is never told of the end");
        }
    }

    private void await(CountDownLatch latch, String otherwise) {
        try {
            if (!latch.await(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
                client(otherwise);
            }
        } catch (InterruptedException interrupted) {
            throw new AssertionError(interrupted);
        }
    }

    /** A failure that stands for a status, with trailers. */
    public static StatusRuntimeException refusal() {
        Metadata trailers = new Metadata();
        trailers.put(WHY, "because");
        return Status.FAILED_PRECONDITION.withDescription("not now").asRuntimeException(trailers);
    }

    /** What a client says of the end. */
    private static String describe(Throwable failure) {
        if (failure == null) {
            return "OK";
        }
        if (failure instanceof StatusRuntimeException || failure instanceof StatusException) {
            Status status = Status.fromThrowable(failure);
            Metadata trailers = Status.trailersFromThrowable(failure);
            // That says how long it took.
            boolean late = status.getCode() == Status.Code.DEADLINE_EXCEEDED;
            return failure.getClass().getSimpleName() + " " + status.getCode() + " "
                    + (late ? "" : status.getDescription()) + " "
                    + (trailers == null ? null : trailers.get(WHY)) + cause(status.getCause());
        }
        return failure.getClass().getSimpleName() + " " + failure.getMessage();
    }

    private static String cause(Throwable cause) {
        return cause == null ? "" : ", because of " + cause.getClass().getSimpleName() + " " + cause.getMessage();
    }

    /** Line by line, the client's first. */
    List<String> lines() {
        List<String> lines = new ArrayList<>();
        synchronized (client) {
            client.forEach(line -> lines.add("client " + line));
        }
        synchronized (server) {
            server.forEach(line -> lines.add("server " + line));
        }
        return lines;
    }
}
