package dev.heddle.extension.opentelemetrytracing;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.stream.Collectors;

/** Spans as text: one a line under its parent, what is under the same one by name. */
final class Trees {
    private Trees() {}

    /** What is shown of a span. */
    record Node(String traceId, String spanId, String parentId, String name, String kind, String error) {
        private String line() {
            return kind.toLowerCase() + ' ' + name + (error == null ? "" : " !" + error);
        }
    }

    /** The tree under a span, without it. */
    static String under(String traceId, String spanId, Collection<Node> nodes) {
        List<Node> trace =
                nodes.stream().filter(node -> node.traceId().equals(traceId)).toList();
        return String.join("\n", lines(spanId, trace)) + '\n';
    }

    private static List<String> lines(String spanId, List<Node> trace) {
        List<String> trees = new ArrayList<>();
        for (Node node : trace) {
            if (node.parentId().equals(spanId)) {
                trees.add(node.line()
                        + lines(node.spanId(), trace).stream()
                                .map(line -> "\n" + line)
                                .collect(Collectors.joining())
                                .replace("\n", "\n  "));
            }
        }
        trees.sort(null);
        return trees;
    }
}
