package dev.heddle.extension.opentelemetrytracing;

import io.opentelemetry.api.GlobalOpenTelemetry;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.Tracer;
import io.opentelemetry.context.Scope;
import io.temporal.activity.ActivityOptions;
import io.temporal.workflow.Async;
import io.temporal.workflow.Promise;
import io.temporal.workflow.QueryMethod;
import io.temporal.workflow.SignalMethod;
import io.temporal.workflow.Workflow;
import io.temporal.workflow.WorkflowInterface;
import io.temporal.workflow.WorkflowMethod;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;

/** A workflow whose code makes spans itself, wherever it can. */
@WorkflowInterface
public interface Making {
    /** Makes them, and sleeps in the midst of it. */
    @WorkflowMethod
    String make(Duration sleep, boolean failsOnce);

    /** It waits for two of these. */
    @SignalMethod
    void go();

    /** How many have come. */
    @QueryMethod
    int gone();

    /** Makes them with a tracer that it has asked for when it was made. */
    final class Maker implements Making {
        /** How often workflows have begun, replays included. */
        static final AtomicInteger BEGUN = new AtomicInteger();

        /** Counted down by who is about to fail, who then waits for the other. */
        static volatile CountDownLatch failing = new CountDownLatch(1);

        static volatile CountDownLatch mayFail = new CountDownLatch(0);

        private static final Set<String> FAILED = ConcurrentHashMap.newKeySet();

        private final Tracer tracer = GlobalOpenTelemetry.getTracer("shop");
        private final Shop.Steps steps = Workflow.newActivityStub(
                Shop.Steps.class,
                ActivityOptions.newBuilder()
                        .setStartToCloseTimeout(Duration.ofMinutes(1))
                        .build());
        private int gone;

        private Span begin(String name) {
            return tracer.spanBuilder(name).startSpan();
        }

        private <T> T within(String name, Supplier<T> code) {
            Span span = begin(name);
            try (Scope current = span.makeCurrent()) {
                return code.get();
            } finally {
                // Also when the run leaves the cache.
                span.end();
            }
        }

        @Override
        public String make(Duration sleep, boolean failsOnce) {
            BEGUN.incrementAndGet();
            return within("all", () -> {
                within("at once", () -> "");
                tracer.spanBuilder("apart").setNoParent().startSpan().end();
                steps.charge();
                Workflow.sideEffect(String.class, () -> within("effect", () -> "happened"));
                within("after the effect", steps::inform);
                Promise<String> function = Async.function(() -> within("in a function", () -> {
                    Workflow.sleep(sleep);
                    return steps.inform();
                }));
                Promise<String> callback =
                        Workflow.newTimer(sleep).thenApply(none -> within("in a callback", () -> "called"));
                if (failsOnce && FAILED.add(Workflow.getInfo().getWorkflowId())) {
                    within("in vain", () -> "");
                    failing.countDown();
                    await(mayFail);
                    throw new IllegalStateException("fails this task");
                }
                if (failsOnce) {
                    within("in vain", () -> "");
                }
                function.get();
                Workflow.await(() -> gone == 2);
                return callback.get();
            });
        }

        private static void await(CountDownLatch latch) {
            try {
                latch.await(1, TimeUnit.MINUTES);
            } catch (InterruptedException takenDown) {
                Thread.currentThread().interrupt();
            }
        }

        @Override
        public void go() {
            within("signal", () -> {
                Workflow.sleep(Duration.ofMillis(10));
                return gone++;
            });
        }

        @Override
        public int gone() {
            return within("query", () -> gone);
        }
    }
}
