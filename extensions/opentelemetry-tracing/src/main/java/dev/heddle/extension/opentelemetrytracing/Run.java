package dev.heddle.extension.opentelemetrytracing;

import dev.heddle.api.Attribute;
import dev.heddle.api.WorkflowCall;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HashMap;
import java.util.Map;

/**
 * A workflow run, as far as it is traced. Its spans have IDs that follow from the run and their position in it, so that
 * whoever replays it comes to the same: the first eight bytes of SHA-256 of
 * {@code heddle-1/NAMESPACE/WORKFLOW ID/RUN ID/SPAN NAME/n}, for the n-th span of that name from 0, and of a trace that
 * begins with the run the first sixteen of {@code heddle-1/NAMESPACE/WORKFLOW ID/RUN ID}. Temporal runs one thread of a
 * workflow at a time.
 */
final class Run {
    private static final Attribute<Run> RUN = Attribute.named("run");
    private static final String VERSION = "heddle-1";

    private final String seed;
    private final Map<String, Integer> ordinals = new HashMap<>();
    private SpanDraft span;

    private Run(WorkflowCall call) {
        seed = VERSION + "/" + call.namespace() + "/" + call.workflowId() + "/" + call.runId();
    }

    /** The run that a call happens in. */
    static Run of(WorkflowCall call) {
        Run known = call.get(RUN);
        if (known == null) {
            known = new Run(call);
            call.set(RUN, known);
        }
        return known;
    }

    /** The run's own span, from the time its method begins; {@code null} before, as in a signal that has come with the start. */
    SpanDraft span() {
        return span;
    }

    void begin(SpanDraft ofRun) {
        span = ofRun;
    }

    /** The ID of its trace, if that begins with it. */
    String traceId() {
        ByteBuffer hash = hash(seed);
        return Spans.hex(hash.getLong()) + Spans.hex(hash.getLong());
    }

    /** The ID of its next span of a name. */
    String nextId(String name) {
        Integer before = ordinals.get(name);
        int ordinal = before == null ? 0 : before;
        ordinals.put(name, ordinal + 1);
        return idOf(seed + "/" + name, ordinal);
    }

    static String idOf(String name, int ordinal) {
        return Spans.hex(hash(name + "/" + ordinal).getLong());
    }

    private static ByteBuffer hash(String text) {
        try {
            return ByteBuffer.wrap(MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
