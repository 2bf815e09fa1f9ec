package dev.heddle.harness;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/**
 * A span as it has been exported.
 *
 * @param service which application has sent it, by {@code service.name}
 * @param scope which instrumentation has made it
 * @param parentId empty if it is the first of its trace
 * @param kind {@code client}, {@code server}, {@code internal}, {@code producer} or {@code consumer}
 * @param error what went wrong, or {@code null}
 */
public record ReceivedSpan(
        String service,
        String scope,
        String traceId,
        String spanId,
        String parentId,
        String name,
        String kind,
        long startNanos,
        long endNanos,
        String error) {
    private static final List<String> KINDS = List.of("?", "internal", "server", "client", "producer", "consumer");
    private static final int FAILED = 2;

    /** The spans of an export request of OTLP. */
    static List<ReceivedSpan> in(byte... request) {
        List<ReceivedSpan> spans = new ArrayList<>();
        for (ProtobufMessage ofResource : new ProtobufMessage(request).messages(1)) {
            String service = ofResource.messages(1).stream()
                    .flatMap(resource -> resource.messages(1).stream())
                    .filter(attribute -> attribute.text(1).equals("service.name"))
                    .map(attribute -> attribute.messages(2).get(0).text(1))
                    .collect(Collectors.joining());
            for (ProtobufMessage ofScope : ofResource.messages(2)) {
                String scope =
                        ofScope.messages(1).stream().map(each -> each.text(1)).collect(Collectors.joining());
                ofScope.messages(2).forEach(span -> spans.add(of(service, scope, span)));
            }
        }
        return spans;
    }

    private static ReceivedSpan of(String service, String scope, ProtobufMessage span) {
        String error = span.messages(15).stream()
                .filter(status -> status.number(3) == FAILED)
                .map(status -> status.text(2))
                .findFirst()
                .orElse(null);
        return new ReceivedSpan(
                service,
                scope,
                span.hex(1),
                span.hex(2),
                span.hex(4),
                span.text(5),
                KINDS.get((int) span.number(6)),
                span.number(7),
                span.number(8),
                error);
    }

    private String line() {
        return kind.toLowerCase(Locale.ROOT) + ' ' + name + (error == null ? "" : " !" + error);
    }

    /** The tree under a span, without it, as text: one a line under its parent, those under the same one by name. */
    public static String tree(String traceId, String spanId, Collection<ReceivedSpan> spans) {
        List<ReceivedSpan> trace =
                spans.stream().filter(span -> span.traceId().equals(traceId)).toList();
        return String.join("\n", lines(spanId, trace)) + '\n';
    }

    private static List<String> lines(String spanId, List<ReceivedSpan> trace) {
        List<String> trees = new ArrayList<>();
        for (ReceivedSpan span : trace) {
            if (span.parentId().equals(spanId)) {
                trees.add(span.line()
                        + lines(span.spanId(), trace).stream()
                                .map(line -> "\n" + line)
                                .collect(Collectors.joining())
                                .replace("\n", "\n  "));
            }
        }
        trees.sort(null);
        return trees;
    }
}
