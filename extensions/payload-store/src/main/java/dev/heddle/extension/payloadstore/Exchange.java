package dev.heddle.extension.payloadstore;

import com.google.protobuf.InvalidProtocolBufferException;
import com.google.protobuf.Message;
import io.temporal.api.common.v1.Payload;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;

/** Messages with references in place of large payloads, and the other way round. Waits for nothing. */
final class Exchange {
    private final Depot depot;
    /** How large a payload is that is stored; {@link #NEVER} to store none. */
    private final int threshold;

    /** Made with the first message, for an application without Temporal has no types of them. */
    private volatile PayloadPaths paths;

    private volatile boolean someNotFetched;

    static final int NEVER = Integer.MAX_VALUE;

    Exchange(Depot depot, int threshold) {
        this.depot = depot;
        this.threshold = threshold;
    }

    /** What is to leave, when all that is large is stored; fails with a {@link StoreException}. */
    CompletableFuture<Message> store(Message message) {
        if (message.getSerializedSize() < threshold && !someNotFetched) {
            return CompletableFuture.completedFuture(message);
        }
        return exchange(message, this::stored);
    }

    /** {@code null} of what stays as it is. */
    private CompletableFuture<Payload> stored(Payload payload) {
        if (NotFetched.is(payload)) {
            return CompletableFuture.completedFuture(NotFetched.reference(payload));
        }
        int size = payload.getSerializedSize();
        return size < threshold || threshold == NEVER || ReferencePayload.is(payload)
                ? null
                : depot.store(payload.toByteArray()).thenApply(reference -> ReferencePayload.of(reference, size));
    }

    /** What the SDK is to have; of what cannot be fetched something that says so. */
    CompletableFuture<Message> fetch(Message message) {
        return exchange(message, this::fetched);
    }

    private CompletableFuture<Payload> fetched(Payload payload) {
        if (!ReferencePayload.is(payload)) {
            return null;
        }
        CompletableFuture<byte[]> bytes;
        try {
            Reference reference = Reference.of(payload.getData().toByteArray());
            if (!depot.keeps(reference)) {
                // The SDK's own option may know who does.
                return null;
            }
            bytes = depot.fetch(reference);
        } catch (StoreException none) {
            bytes = CompletableFuture.failedFuture(none);
        }
        return bytes.thenApply(Exchange::parsed).exceptionally(failure -> {
            someNotFetched = true;
            Throwable cause = failure instanceof StoreException ? failure : failure.getCause();
            return NotFetched.of(
                    payload,
                    cause instanceof StoreException known
                            ? known
                            : new StoreException("a payload was not fetched", cause));
        });
    }

    private static Payload parsed(byte[] bytes) {
        try {
            return Payload.parseFrom(bytes);
        } catch (InvalidProtocolBufferException none) {
            throw new StoreException("what was stored is no payload");
        }
    }

    private PayloadPaths paths() {
        PayloadPaths known = paths;
        if (known == null) {
            known = new PayloadPaths();
            paths = known;
        }
        return known;
    }

    private CompletableFuture<Message> exchange(Message message, Function<Payload, CompletableFuture<Payload>> other) {
        PayloadTree tree = new PayloadTree(paths(), message);
        if (!tree.canHavePayloads()) {
            return CompletableFuture.completedFuture(message);
        }
        Map<Payload, CompletableFuture<Payload>> others = new IdentityHashMap<>();
        for (Payload payload : tree.payloads()) {
            CompletableFuture<Payload> coming = others.containsKey(payload) ? null : other.apply(payload);
            if (coming != null) {
                others.put(payload, coming);
            }
        }
        if (others.isEmpty()) {
            return CompletableFuture.completedFuture(message);
        }
        List<CompletableFuture<Payload>> all = new ArrayList<>(others.values());
        return CompletableFuture.allOf(all.toArray(new CompletableFuture<?>[0])).thenApply(none -> {
            Map<Payload, Payload> replacements = new IdentityHashMap<>();
            others.forEach((payload, coming) -> replacements.put(payload, coming.join()));
            return tree.with(replacements);
        });
    }
}
