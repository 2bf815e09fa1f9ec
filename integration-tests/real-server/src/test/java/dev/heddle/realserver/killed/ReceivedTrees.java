package dev.heddle.realserver.killed;

import dev.heddle.harness.ReceivedSpan;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * Spans as a backend shows them that knows each by its ID: told again, a span is the same. An attempt of an activity or of a
 * Nexus handler that was told and whose answer was lost has been made in vain: the server has another one made, which is the one here.
 */
final class ReceivedTrees {
    private ReceivedTrees() {}

    /** One tree under the other. */
    static String of(Collection<ReceivedSpan> received) {
        Map<String, ReceivedSpan> byId = new LinkedHashMap<>();
        received.stream()
                // A worker tells it when it stands by.
                .filter(span -> !span.name().equals("SignalWorkflow:rouse"))
                .forEach(span ->
                        byId.merge(span.spanId(), span, (first, again) -> isKnown(first, received) ? first : again));
        List<ReceivedSpan> spans = withoutLost(byId.values());
        return spans.stream()
                .map(ReceivedSpan::traceId)
                .distinct()
                .map(trace -> ReceivedSpan.tree(trace, "", spans) + orphans(trace, spans))
                .sorted()
                .collect(Collectors.joining());
    }

    private static boolean isKnown(ReceivedSpan span, Collection<ReceivedSpan> received) {
        return received.stream().anyMatch(each -> each.spanId().equals(span.parentId()));
    }

    private static List<ReceivedSpan> withoutLost(Collection<ReceivedSpan> spans) {
        Map<String, ReceivedSpan> attempts = new LinkedHashMap<>();
        List<ReceivedSpan> left = new ArrayList<>();
        for (ReceivedSpan span : spans) {
            if (span.name().matches("RunActivity:.*|RunStartNexusOperationHandler:.*")) {
                attempts.merge(
                        span.parentId() + span.name(),
                        span,
                        (first, other) -> hasMoreUnderIt(first, other, spans) ? first : other);
            } else {
                left.add(span);
            }
        }
        left.addAll(attempts.values());
        return left;
    }

    private static boolean hasMoreUnderIt(ReceivedSpan first, ReceivedSpan other, Collection<ReceivedSpan> spans) {
        return isParent(first, spans) || !isParent(other, spans);
    }

    private static boolean isParent(ReceivedSpan span, Collection<ReceivedSpan> spans) {
        return spans.stream().anyMatch(each -> each.parentId().equals(span.spanId()));
    }

    /** Those under a span that nobody has told. */
    private static String orphans(String trace, List<ReceivedSpan> spans) {
        return spans.stream()
                .filter(span -> span.traceId().equals(trace) && !span.parentId().isEmpty() && !isKnown(span, spans))
                .map(span -> "under an unknown one: " + span.name() + "\n")
                .sorted()
                .collect(Collectors.joining());
    }
}
