package dev.heddle.agent.assemble.temporal;

import io.grpc.Metadata;
import io.temporal.serviceclient.GrpcMetadataProvider;
import java.util.function.Supplier;

/** Metadata that a plugin gives for each call; made anew when it changes. From SDK 1.3 on, and in a class of its own for that. */
final class SuppliedMetadata implements GrpcMetadataProvider {
    private final Metadata.Key<String> key;
    private final Supplier<String> value;
    private volatile Made made = new Made(null, new Metadata());

    private record Made(String value, Metadata metadata) {}

    SuppliedMetadata(Metadata.Key<String> key, Supplier<String> value) {
        this.key = key;
        this.value = value;
    }

    boolean isOf(Metadata.Key<String> other) {
        return key.name().equals(other.name());
    }

    @Override
    public Metadata getMetadata() {
        String current = value.get();
        Made before = made;
        if (current == null ? before.value == null : current.equals(before.value)) {
            return before.metadata;
        }
        Metadata metadata = new Metadata();
        if (current != null) {
            metadata.put(key, current);
        }
        made = new Made(current, metadata);
        return metadata;
    }
}
