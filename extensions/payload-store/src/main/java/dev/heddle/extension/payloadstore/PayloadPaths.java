package dev.heddle.extension.payloadstore;

import com.google.protobuf.Any;
import com.google.protobuf.Descriptors.Descriptor;
import com.google.protobuf.Descriptors.FieldDescriptor;
import com.google.protobuf.Descriptors.OneofDescriptor;
import io.temporal.api.common.v1.Header;
import io.temporal.api.common.v1.Payload;
import io.temporal.api.common.v1.SearchAttributes;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * By which fields of a message one gets to payloads: not to those of search attributes, which are the server's, and of
 * headers, which are read by who knows of no store. Thread-safe; what was found out about a type of messages is kept.
 */
final class PayloadPaths {
    /** The fields of a type to look at; of the fields of a oneof the one that is there. */
    record Fields(List<FieldDescriptor> plain, List<OneofDescriptor> oneofs, Set<FieldDescriptor> ofOneofs) {
        boolean isEmpty() {
            return plain.isEmpty() && oneofs.isEmpty();
        }
    }

    private static final String PAYLOAD = Payload.getDescriptor().getFullName();
    private static final String ANY = Any.getDescriptor().getFullName();
    private static final Set<String> ENDS = Set.of(
            SearchAttributes.getDescriptor().getFullName(),
            Header.getDescriptor().getFullName());

    private final Map<Descriptor, Fields> known = new ConcurrentHashMap<>();

    /** Where to look in messages of a type. */
    Fields in(Descriptor type) {
        Fields fields = known.get(type);
        if (fields == null) {
            fields = find(type);
            known.put(type, fields);
        }
        return fields;
    }

    private Fields find(Descriptor type) {
        List<FieldDescriptor> plain = new ArrayList<>();
        Set<OneofDescriptor> oneofs = new HashSet<>();
        Set<FieldDescriptor> ofOneofs = new HashSet<>();
        for (FieldDescriptor field : type.getFields()) {
            if (field.getJavaType() == FieldDescriptor.JavaType.MESSAGE
                    && leads(field.getMessageType(), new HashSet<>())) {
                if (field.getContainingOneof() == null) {
                    plain.add(field);
                } else {
                    oneofs.add(field.getContainingOneof());
                    ofOneofs.add(field);
                }
            }
        }
        return new Fields(List.copyOf(plain), List.copyOf(oneofs), Set.copyOf(ofOneofs));
    }

    private boolean leads(Descriptor type, Set<Descriptor> seen) {
        String name = type.getFullName();
        if (name.equals(PAYLOAD) || name.equals(ANY)) {
            return true;
        }
        if (ENDS.contains(name) || !seen.add(type)) {
            return false;
        }
        for (FieldDescriptor field : type.getFields()) {
            if (field.getJavaType() == FieldDescriptor.JavaType.MESSAGE && leads(field.getMessageType(), seen)) {
                return true;
            }
        }
        return false;
    }
}
