package dev.heddle.extension.opentelemetrymetrics;

import java.util.LinkedHashMap;
import java.util.Map;

/** What tells gRPC calls apart, under the names that gRPC's own metrics have. */
record GrpcKey(String method, String target, String status) implements Meter.Key {
    @Override
    public Map<String, String> attributes() {
        Map<String, String> attributes = new LinkedHashMap<>();
        attributes.put("grpc.method", method);
        if (target != null) {
            attributes.put("grpc.target", target);
        }
        if (status != null) {
            attributes.put("grpc.status", status);
        }
        return attributes;
    }
}
