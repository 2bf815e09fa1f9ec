package dev.heddle.extension.payloadstore;

import dev.heddle.api.Payload;
import dev.heddle.api.PayloadCodec;
import java.nio.charset.StandardCharsets;

/**
 * Changes no payload: has it stored before it is sent, so that who sends it, a client or an activity, hears of a failure
 * as of one to convert. Payloads of a workflow's own threads are stored when they leave. What could not be fetched fails
 * here, where it is read; and a reference that has come in no call, as in a history from a file, is followed here. Until it
 * is opened nothing passes.
 */
final class StoredAhead implements PayloadCodec {
    private volatile Open open;

    /**
     * With what.
     *
     * @param threshold how large a payload is that is stored
     * @param most how large one may be
     */
    record Open(Depot depot, int threshold, int most) {}

    void open(Open opened) {
        open = opened;
    }

    private Open opened() {
        Open current = open;
        if (current == null) {
            throw new StoreException("payloads cannot be stored: the log of the start says why");
        }
        return current;
    }

    @Override
    public Payload encode(Payload payload) {
        Open current = opened();
        int size = payload.size();
        if (size < current.threshold || current.threshold == Exchange.NEVER) {
            return payload;
        }
        // No work, so that it can be said here.
        if (size > current.most || !WorkflowThreads.mayBeHere()) {
            Depot.await(current.depot.store(payload.toByteArray()));
        }
        return payload;
    }

    @Override
    public Payload decode(Payload payload) {
        Open current = opened();
        String encoding = payload.metadata("encoding");
        if (NotFetched.ENCODING.equals(encoding)) {
            throw new StoreException(new String(payload.data(), StandardCharsets.UTF_8));
        }
        if (!Reference.is(encoding, payload.metadata("messageType"))) {
            return payload;
        }
        Reference reference = Reference.of(payload.data());
        return payload.replacedBy(
                WorkflowThreads.outsideOfTheSecond(() -> Depot.await(current.depot.fetch(reference))));
    }
}
