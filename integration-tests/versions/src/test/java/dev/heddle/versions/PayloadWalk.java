package dev.heddle.versions;

import com.google.protobuf.ByteString;
import com.google.protobuf.Descriptors.FieldDescriptor;
import com.google.protobuf.Message;
import io.temporal.api.common.v1.Payload;
import java.util.List;
import java.util.Map;

/** Finds every payload in a message, wherever it may be. */
final class PayloadWalk {
    private PayloadWalk() {}

    /** Says of each: {@code payload ENCODING METHOD field.field.key}. */
    static void report(String method, Message message) {
        for (Map.Entry<FieldDescriptor, Object> field : message.getAllFields().entrySet()) {
            if (field.getKey().getJavaType() != FieldDescriptor.JavaType.MESSAGE) {
                continue;
            }
            List<?> values = field.getKey().isRepeated() ? (List<?>) field.getValue() : List.of(field.getValue());
            for (Object value : values) {
                visit(method + ' ' + field.getKey().getName(), (Message) value);
            }
        }
    }

    private static void visit(String path, Message message) {
        if (message instanceof Payload) {
            String encoding = ((Payload) message)
                    .getMetadataOrDefault("encoding", ByteString.EMPTY)
                    .toStringUtf8();
            System.out.println("payload " + encoding + ' ' + path);
            return;
        }
        FieldDescriptor key = message.getDescriptorForType().findFieldByName("key");
        boolean entry = message.getDescriptorForType().getOptions().getMapEntry();
        report(entry ? path + ' ' + message.getField(key) : path, message);
    }
}
