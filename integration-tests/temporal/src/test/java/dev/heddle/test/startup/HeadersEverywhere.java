package dev.heddle.test.startup;

import static dev.heddle.api.Selector.ALL;
import static dev.heddle.api.Selector.INBOUND;
import static dev.heddle.api.Selector.OUTBOUND;

import dev.heddle.api.Extension;
import dev.heddle.api.Interceptors;
import dev.heddle.api.Settings;
import dev.heddle.api.TemporalCall;
import dev.heddle.api.WorkflowCall;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicInteger;

/** Reads and writes all that a call has, to make each call as slow as it can be. */
public final class HeadersEverywhere implements Extension {
    private static final AtomicInteger headersRead = new AtomicInteger();

    @Override
    public void register(Interceptors interceptors, Settings settings) {
        interceptors.on(ALL, call -> {
            Objects.hash(
                    call.operation(), call.name(), call.id(), call.arguments().size(), call.unwrap(Object.class));
            if (call instanceof TemporalCall temporal) {
                Objects.hash(temporal.workflowId(), temporal.runId(), temporal.workflowType(), temporal.taskQueue());
            }
            if (call instanceof WorkflowCall workflow) {
                Objects.hash(workflow.replaying(), workflow.readOnly());
            }
            call.onCompletion((result, failure) -> {});
            return call.proceed();
        });
        interceptors.on(OUTBOUND, call -> {
            call.headers().put("cold", "snow");
            return call.proceed();
        });
        interceptors.on(INBOUND, call -> {
            String value = call.headers().get("cold");
            if (value != null && headersRead.incrementAndGet() == 1) {
                System.out.println("extension: read " + value);
            }
            return call.proceed();
        });
    }
}
