package orders;

import com.fasterxml.jackson.databind.json.JsonMapper;
import io.grpc.MethodDescriptor;
import io.grpc.Status;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;

/** Messages as JSON. */
record JsonMarshaller<T>(Class<T> type) implements MethodDescriptor.Marshaller<T> {
    private static final JsonMapper MAPPER = new JsonMapper();

    @Override
    public InputStream stream(T message) {
        try {
            return new ByteArrayInputStream(MAPPER.writeValueAsBytes(message));
        } catch (IOException unfit) {
            throw Status.INTERNAL.withCause(unfit).asRuntimeException();
        }
    }

    @Override
    public T parse(InputStream json) {
        try {
            return MAPPER.readValue(json, type);
        } catch (IOException unreadable) {
            throw Status.INVALID_ARGUMENT
                    .withDescription("No " + type.getSimpleName())
                    .withCause(unreadable)
                    .asRuntimeException();
        }
    }
}
