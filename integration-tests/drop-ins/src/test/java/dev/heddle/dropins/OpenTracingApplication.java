package dev.heddle.dropins;

import io.opentracing.mock.MockSpan;
import io.opentracing.mock.MockTracer;
import io.opentracing.util.GlobalTracer;

/** An application that has a tracer, and has never heard of tracing Temporal with it. */
public final class OpenTracingApplication {
    private OpenTracingApplication() {}

    public static void main(String[] arguments) throws Exception {
        MockTracer tracer = new MockTracer();
        GlobalTracer.registerIfAbsent(tracer);
        Application.main(arguments);
        for (MockSpan span : tracer.finishedSpans()) {
            String parent = tracer.finishedSpans().stream()
                    .filter(each -> each.context().spanId() == span.parentId())
                    .map(MockSpan::operationName)
                    .findFirst()
                    .orElse("nothing");
            System.out.println("span " + span.operationName() + " of " + parent);
        }
    }
}
