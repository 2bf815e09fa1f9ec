package dev.heddle.extension.payloadstore;

import com.google.protobuf.Any;
import com.google.protobuf.ByteString;
import com.google.protobuf.Descriptors.FieldDescriptor;
import com.google.protobuf.Descriptors.OneofDescriptor;
import com.google.protobuf.Message;
import io.temporal.api.common.v1.Payload;
import java.lang.reflect.InvocationTargetException;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;

/** The payloads in one message of Temporal's API, wherever they stand, and the message with others in their places. */
final class PayloadTree {
    private static final String UPDATES = "temporal.api.update.v1.";

    private final PayloadPaths paths;
    private final Message message;
    /** What was read of messages that are bytes in the message: the protocol of updates. */
    private final Map<Message, Message> unpacked = new IdentityHashMap<>();

    private Map<Payload, Payload> replacements = Map.of();

    PayloadTree(PayloadPaths paths, Message message) {
        this.paths = paths;
        this.message = message;
    }

    /** Whether messages of its type have any. */
    boolean canHavePayloads() {
        return !paths.in(message.getDescriptorForType()).isEmpty();
    }

    /** All payloads, each as often as it is there. */
    List<Payload> payloads() {
        List<Payload> found = new ArrayList<>();
        collect(message, found);
        return found;
    }

    private void collect(Message parent, List<Payload> found) {
        PayloadPaths.Fields fields = paths.in(parent.getDescriptorForType());
        for (FieldDescriptor field : fields.plain()) {
            if (field.isRepeated()) {
                for (int i = 0; i < parent.getRepeatedFieldCount(field); i++) {
                    collectFrom((Message) parent.getRepeatedField(field, i), found);
                }
            } else if (parent.hasField(field)) {
                collectFrom((Message) parent.getField(field), found);
            }
        }
        for (OneofDescriptor oneof : fields.oneofs()) {
            FieldDescriptor field = parent.getOneofFieldDescriptor(oneof);
            if (field != null && fields.ofOneofs().contains(field)) {
                collectFrom((Message) parent.getField(field), found);
            }
        }
    }

    private void collectFrom(Message child, List<Payload> found) {
        if (child instanceof Payload payload) {
            found.add(payload);
        } else if (child instanceof Any any) {
            Message inside = unpack(any);
            if (inside != null) {
                unpacked.put(any, inside);
                collect(inside, found);
            }
        } else {
            collect(child, found);
        }
    }

    /** {@code null} of what is not known to have payloads. */
    private static Message unpack(Any any) {
        String type = any.getTypeUrl().substring(any.getTypeUrl().lastIndexOf('/') + 1);
        if (!type.startsWith(UPDATES)) {
            return null;
        }
        try {
            return (Message) Class.forName("io." + type, true, Payload.class.getClassLoader())
                    .getMethod("parseFrom", ByteString.class)
                    .invoke(null, any.getValue());
        } catch (ReflectiveOperationException unknown) {
            if (unknown instanceof InvocationTargetException broken && broken.getCause() instanceof Error error) {
                throw error;
            }
            return null;
        }
    }

    /** The message with other payloads in the places of these, which are those that {@link #payloads} has given. */
    Message with(Map<Payload, Payload> others) {
        replacements = new IdentityHashMap<>(others);
        return replaced(message);
    }

    private Message replaced(Message parent) {
        PayloadPaths.Fields fields = paths.in(parent.getDescriptorForType());
        Message.Builder builder = null;
        for (FieldDescriptor field : fields.plain()) {
            if (field.isRepeated()) {
                for (int i = 0; i < parent.getRepeatedFieldCount(field); i++) {
                    Message child = (Message) parent.getRepeatedField(field, i);
                    Message other = other(child);
                    if (other != child) {
                        builder = builder == null ? parent.toBuilder() : builder;
                        builder.setRepeatedField(field, i, other);
                    }
                }
            } else if (parent.hasField(field)) {
                builder = replace(parent, field, builder);
            }
        }
        for (OneofDescriptor oneof : fields.oneofs()) {
            FieldDescriptor field = parent.getOneofFieldDescriptor(oneof);
            if (field != null && fields.ofOneofs().contains(field)) {
                builder = replace(parent, field, builder);
            }
        }
        return builder == null ? parent : builder.build();
    }

    private Message.Builder replace(Message parent, FieldDescriptor field, Message.Builder builder) {
        Message child = (Message) parent.getField(field);
        Message other = other(child);
        if (other == child) {
            return builder;
        }
        Message.Builder changed = builder == null ? parent.toBuilder() : builder;
        return changed.setField(field, other);
    }

    private Message other(Message child) {
        if (child instanceof Payload payload) {
            return replacements.getOrDefault(payload, payload);
        }
        if (child instanceof Any any) {
            Message inside = unpacked.get(any);
            if (inside == null) {
                return any;
            }
            Message other = replaced(inside);
            return other == inside
                    ? any
                    : any.toBuilder().setValue(other.toByteString()).build();
        }
        return replaced(child);
    }
}
