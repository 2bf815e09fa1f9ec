package dev.heddle.agent.call.grpc;

import dev.heddle.agent.call.ExtensionHealth;
import dev.heddle.agent.call.OperationTally;
import io.grpc.MethodDescriptor;
import io.grpc.MethodDescriptor.MethodType;
import java.io.ByteArrayInputStream;
import java.io.InputStream;

/** Methods of fakes, whose messages are texts that are never written. */
final class FakeMethods {
    static final MethodDescriptor<String, String> UNARY = method(MethodType.UNARY);

    private FakeMethods() {}

    static MethodDescriptor<String, String> method(MethodType type) {
        return MethodDescriptor.<String, String>newBuilder()
                .setFullMethodName("a.Service/Method")
                .setType(type)
                .setRequestMarshaller(new Text())
                .setResponseMarshaller(new Text())
                .build();
    }

    private static final class Text implements MethodDescriptor.Marshaller<String> {
        @Override
        public InputStream stream(String value) {
            return new ByteArrayInputStream(new byte[0]);
        }

        @Override
        public String parse(InputStream stream) {
            return "";
        }
    }

    /** How often an extension has refused its calls. */
    static long refusals(ExtensionHealth health) {
        return health.tally().operations().values().stream()
                .mapToLong(OperationTally::refusals)
                .sum();
    }
}
