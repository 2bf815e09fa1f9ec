package dev.heddle.test.operations;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import dev.heddle.api.Call;
import dev.heddle.api.Interceptor;
import dev.heddle.api.RefusedException;
import dev.heddle.test.Probe;
import io.temporal.failure.ApplicationFailure;
import io.temporal.workflow.Workflow;
import io.temporal.workflow.WorkflowInfo;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;

/** One row of the table under test: an adapter in front of a recorder, and one call through it. */
final class OperationCheck<S> {
    private static final String ACTIVITY = "activityId=pack activityType=Pack attempt=3 id=pack name=Pack"
            + " runId=run taskQueue=queue workflowId=flow workflowType=Flow local=true"
            + " scheduledAt=1970-01-01T00:00:01Z attemptScheduledAt=1970-01-01T00:00:02Z"
            + " startedAt=1970-01-01T00:00:03Z";

    private final OperationCase<S> row;
    private final Attempt<S> attempt;
    private final Recorder next;
    private final Sample sample;
    private final Object output;
    private final List<AssertionError> failures = new ArrayList<>();
    private int seen;

    OperationCheck(OperationCase<S> row) {
        this.row = row;
        this.attempt = new Attempt<>(row);
        this.next = attempt.next();
        this.sample = attempt.sample();
        this.output = attempt.output();
    }

    void seenOnce() throws Throwable {
        List<Map<String, Object>> identities = new ArrayList<>();
        List<Boolean> carrying = new ArrayList<>();
        invoke(call -> {
            assertThat(call).isInstanceOf(call.operation().category().callType());
            identities.add(Identity.of(call));
            carrying.add(call.operation().carriesHeaders());
            return call.proceed();
        });
        assertThat(identities).containsExactly(expectedIdentity());
        assertThat(carrying).containsExactly(sample.hasHeaders());
        assertThat(next.only().method().getName()).isEqualTo(row.name());
    }

    void headersArrive() throws Throwable {
        invoke(call -> {
            boolean outbound = call.operation().category().outbound();
            boolean writable = outbound && sample.hasHeaders();
            assertThat(call.headers().writable()).isEqualTo(writable);
            assertThat(call.headers().putIfWritable("added", "by Heddle")).isEqualTo(writable);
            assertThat(call.headers().get("added")).isEqualTo(writable ? "by Heddle" : null);
            assertThat(call.headers().get(Sample.HEADER)).isEqualTo(sample.hasHeaders() ? Sample.HEADER_VALUE : null);
            return call.proceed();
        });
        Map<String, String> headers = new Received(next.only().parameters()).headers();
        if (sample.hasHeaders()) {
            assertThat(headers).containsEntry(Sample.HEADER, Sample.HEADER_VALUE);
        }
        boolean inbound = row.surface().getSimpleName().contains("Inbound");
        assertThat(headers.get("added")).isEqualTo(sample.hasHeaders() && !inbound ? "by Heddle" : null);
    }

    void argumentArrives() throws Throwable {
        invoke(call -> {
            call.setArgument(row.argument(call.arguments().toArray()), row.replacement());
            return call.proceed();
        });
        assertThat(new Received(next.only().parameters()).values()).contains(row.replacement());
        assertThat(sample.arguments()).containsExactly("first", "second");
    }

    void resultPasses() throws Throwable {
        List<Object> results = new ArrayList<>();
        Object returned = invoke(call -> {
            Object result = call.proceed();
            results.add(result);
            return result;
        });
        assertThat(results).hasSize(1);
        if (row.hasValue()) {
            assertThat(come(results.get(0))).isSameAs(come(row.value(output)));
            assertThat(returned).isSameAs(output);
        }
    }

    void resultReplaced() throws Throwable {
        Object other = row.other();
        Object returned = invoke(call -> {
            call.proceed();
            return other;
        });
        assertThat(come(row.value(returned))).isSameAs(come(other));
        assertThat(next.calls()).hasSize(1);
    }

    void answered() throws Throwable {
        Object other = row.other();
        Object returned = invoke(call -> other);
        assertThat(come(row.value(returned))).isSameAs(come(other));
        assertThat(next.calls()).isEmpty();
    }

    void exceptionPasses() {
        RuntimeException failure = new IllegalStateException("the library's own");
        next.fail(failure);
        List<Throwable> thrown = new ArrayList<>();
        Throwable received = catchThrowable(() -> invoke(call -> {
            try {
                return call.proceed();
            } catch (Throwable passing) {
                thrown.add(passing);
                throw passing;
            }
        }));
        assertThat(received).isSameAs(failure);
        assertThat(thrown).containsExactly(failure);
    }

    void refusalReachesTheCaller() {
        RefusedException refusal = new RefusedException("not today");
        Throwable failure = catchThrowable(() -> attempt.get(invoke(call -> {
            throw refusal;
        })));
        assertThat(next.calls()).isEmpty();
        if (row.name().equals("handleSignal")) {
            assertThat(failure).as("a signal is dropped").isNull();
        } else if (row.ofClient()) {
            assertThat(failure).isSameAs(refusal);
        } else {
            assertThat(failure).isInstanceOfSatisfying(ApplicationFailure.class, refused -> {
                assertThat(refused.isNonRetryable()).isTrue();
                assertThat(refused.getOriginalMessage()).isEqualTo("not today");
                assertThat(refused.getType()).isEqualTo(RefusedException.class.getName());
            });
        }
    }

    /** What has come of a future; anything else is itself. */
    private static Object come(Object value) {
        return value instanceof CompletableFuture<?> future ? future.join() : value;
    }

    /** Calls with an interceptor of the one call; what fails in there is no accident of an interceptor but ours. */
    private Object invoke(Interceptor<Call> interceptor) throws Throwable {
        try (Probe probe = Probe.of(attempt::isOurs, call -> intercept(interceptor, call))) {
            return attempt.invoke();
        } finally {
            failures.forEach(failure -> {
                throw failure;
            });
            assertThat(seen).as("times seen").isEqualTo(1);
        }
    }

    private Object intercept(Interceptor<Call> interceptor, Call call) throws Throwable {
        seen++;
        try {
            return interceptor.intercept(call);
        } catch (AssertionError failure) {
            failures.add(failure);
            throw failure;
        }
    }

    private Map<String, Object> expectedIdentity() {
        Map<String, Object> expected = new TreeMap<>();
        expected.put("namespace", attempt.namespace());
        if (row.ofWorkflow()) {
            WorkflowInfo info = Workflow.getInfo();
            expected.put("namespace", info.getNamespace());
            expected.put("workflowId", info.getWorkflowId());
            expected.put("runId", info.getRunId());
            expected.put("workflowType", info.getWorkflowType());
            expected.put("taskQueue", info.getTaskQueue());
            expected.put("attempt", String.valueOf(info.getAttempt()));
        } else if (row.ofActivity()) {
            put(expected, ACTIVITY);
        } else if (row.ofNexusHandler()) {
            put(expected, "taskQueue=queue nexusEndpoint=endpoint");
        }
        expected.putAll(row.identity());
        return expected;
    }

    private static void put(Map<String, Object> expected, String pairs) {
        for (String pair : pairs.split(" ")) {
            expected.put(pair.substring(0, pair.indexOf('=')), pair.substring(pair.indexOf('=') + 1));
        }
    }
}
